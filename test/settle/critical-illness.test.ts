import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, fromFen, type Yuan, yuanText } from "../../src/domain/money.js";
import type { YearToDate } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/schema.js";
import { payCriticalIllness } from "../../src/settle/critical-illness.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import {
  amount,
  billOf,
  claimOf,
  counting,
  insuredAs,
  lawWith,
  settled,
  tongliao,
  yearWith,
} from "./claims.js";

interface Layer {
  readonly before: YearToDate;
  readonly added: Yuan;
  readonly left?: Yuan;
  readonly law?: Law;
}

function paysFor({ before, added, left = added, law = tongliao }: Layer): Yuan {
  const claim = claimOf({ scope: "900000.00" });
  return payCriticalIllness({ claim, insured: insuredAs(), before, law, steps: [] }, added, left);
}

describe("critical illness: 14000.00, then 60 %, above 50000.00 65 %, above 100000.00 75 %", () => {
  // Cumulated before, paid before, this bill's personal cost, the layer pays.
  test.each([
    ["     0.00", "     0.00", " 14000.00", "0.00"],
    ["     0.00", "     0.00", " 14000.01", "0.01"], // 0.006 rounds up
    ["     0.00", "     0.00", " 50000.00", "21600.00"],
    ["     0.00", "     0.00", " 50000.10", "21600.07"], // 0.065 rounds up in its own band
    ["     0.00", "     0.00", "100000.00", "54100.00"],
    ["     0.00", "     0.00", "120000.00", "69100.00"],
    [" 13000.00", "     0.00", "  1000.00", "0.00"],
    [" 13000.00", "     0.00", "  1001.00", "0.60"],
    [" 40000.00", " 15600.00", " 20000.00", "12500.00"], // crosses the band: 6000.00 + 6500.00
    ["     0.00", "     0.00", "600000.00", "350000.00"], // the yearly limit
    ["550000.00", "350000.00", " 10000.00", "0.00"],
    ["500000.00", "349000.00", " 60000.00", "1000.00"],
    [" 20000.00", "  9000.00", "  1000.00", "0.00"], // a window had paid too much
  ])("after %s and %s, %s pays %s", (criticalBase, criticalPaid, added, paid) => {
    const before = yearWith({ criticalBase, criticalPaid });
    expect(yuanText(paysFor({ before, added: amount(added) }))).toBe(paid);
  });

  test("catches up what was paid too little, but only up to what is left of this bill", () => {
    const before = yearWith({ criticalBase: "20000.00" });
    expect(yuanText(paysFor({ before, added: amount("1000.00") }))).toBe("1000.00");
    expect(yuanText(paysFor({ before, added: amount("9000.00") }))).toBe("9000.00");
    expect(yuanText(paysFor({ before, added: amount("9500.00") }))).toBe("9300.00");
  });

  test("a bill that adds nothing is paid nothing, whatever is due from before", () => {
    const before = yearWith({ criticalBase: "20000.00" });
    expect(paysFor({ before, added: amount("0.00"), left: amount("450.00") })).toBe(0);
  });

  // On the net axis the edges count from the deductible: 64000.00 is the end of the first band.
  test.each([
    [" 14000.00", "0.00"],
    [" 64000.00", "30000.00"],
    [" 65000.00", "30650.00"],
    ["115000.00", "63250.00"],
  ])("net axis: %s pays %s", (added, paid) => {
    const law = lawWith({ file: "critical-illness.yaml", from: "value: gross", to: "value: net" });
    expect(yuanText(paysFor({ before: emptyYear, added: amount(added), law }))).toBe(paid);
  });

  test("a year's cost in two bills is worth exactly what it is worth in one", () => {
    const cost = fc.integer({ min: 1, max: 80_000_000 }).map(fromFen);
    fc.assert(
      fc.property(cost, cost, (first, second) => {
        const whole = paysFor({ before: emptyYear, added: add(first, second) });
        const paid = paysFor({ before: emptyYear, added: first });
        const before = { ...emptyYear, criticalBase: first, criticalPaid: paid };
        const rest = paysFor({ before, added: second });
        expect(add(paid, rest)).toBe(whole);
      }),
      { seed: 20170101, numRuns: 10_000 },
    );
  });
});

describe("critical illness on cost out of scope", () => {
  const both = lawWith(counting("OverLimit", "yes"));
  const neither = lawWith(counting("FirstSelfPay", "no"));

  // Level 2, 450.00 deducted, 75 %: of 56450.00 in scope the fund leaves 14450.00.
  test.each([
    ["   0.00", "   0.00", tongliao, "270.00"], // 60 % of 450.00
    ["   0.01", "   0.00", tongliao, "270.01"], // 0.006 rounds up
    ["8000.00", "   0.00", tongliao, "5070.00"], // 60 % of 8450.00
    ["8000.00", "   0.00", neither, "270.00"],
    ["8000.00", "1000.00", tongliao, "5070.00"],
    ["8000.00", "1000.00", both, "5670.00"],
    ["   0.00", "1000.00", both, "870.00"],
  ])("%s paid first and %s over limits", (first, over, law, paid) => {
    const bill = billOf({ scope: "56450.00", own: "500.00", first, over });
    expect(settled(bill, { law }).amounts).toMatchObject({ hifpPay: "42000.00", hifmiPay: paid });
  });

  test("a stay with nothing in scope may be its affair all the same", () => {
    const { amounts, after } = settled(billOf({ scope: "0.00", own: "9.00", first: "15000.00" }));
    expect(amounts).toMatchObject({ hifmiPay: "600.00", psnPartAmt: "14409.00" });
    expect(yuanText(after.criticalBase)).toBe("15000.00");
  });

  // 1000.00 in scope: the fund leaves 587.50. The year's cost of 90000.00 was paid nothing yet.
  test.each([
    ["  0.00", "587.50", "0.00", "9.00"],
    ["300.00", "887.50", "0.00", "9.00"], // it takes all that it counts; aid has no base left
  ])("catches up on %s paid first, and aid pays nothing twice", (first, critical, aid, person) => {
    const before = yearWith({ criticalBase: "90000.00" });
    const bill = billOf({ scope: "1000.00", own: "9.00", first });
    expect(settled(bill, { before, identity: "destitute" }).amounts).toMatchObject({
      hifmiPay: critical,
      mafPay: aid,
      psnPartAmt: person,
    });
  });

  test("medical aid keeps to what is left in scope after critical illness", () => {
    // 14450.00 left in scope, 5070.00 paid on 22450.00: aid takes 9380.00, not the 8000.00.
    const bill = billOf({ scope: "56450.00", own: "500.00", first: "8000.00" });
    expect(settled(bill, { identity: "destitute" }).amounts).toMatchObject({
      hifmiPay: "5070.00",
      mafPay: "9380.00",
      psnPartAmt: "8500.00",
    });
  });
});
