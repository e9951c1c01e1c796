import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratio, sum, yuan, yuanText, zero } from "../../src/domain/money.js";
import { costOf, readCount, readPrice } from "../../src/domain/quantity.js";
import type { Law } from "../../src/policy/law.js";
import { classifyLines, type FeeLine, type ItemFacts } from "../../src/settle/fee-lines.js";
import { adult, claimOf } from "./claims.js";
import { smallLaw } from "./laws.js";

/** Cost, count and unit price of a line, as text; the rest is a drug of class B at 10 %. */
interface Written extends Partial<ItemFacts> {
  readonly fee: string;
  readonly cnt?: string;
  readonly pric?: string;
}

function lineOf({ fee, cnt = "1", pric = fee, ...item }: Written): FeeLine {
  const [count, price] = [readCount(cnt), readPrice(pric.replace("-", ""))];
  if (count === undefined || price === undefined) throw new Error(`no line: ${cnt} × ${pric}`);
  const plain: ItemFacts = {
    class: "B",
    kind: "",
    selfpayProp: ratio("0.10"),
    pricUplmtAmt: undefined,
  };
  return {
    feedetlSn: "1",
    detItemFeeSumamt: yuan(fee),
    cnt: count,
    pric: price,
    item: { ...plain, ...item },
  };
}

/** Full self-pay, over limit, first self-pay, in scope. */
function partsOf(law: Law, ...lines: readonly Written[]): readonly string[] {
  const asked = { law, claim: claimOf({ scope: "0.00" }), insured: adult };
  const { header } = classifyLines(lines.map(lineOf), asked);
  const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt } = header;
  return [fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt].map(yuanText);
}

const byTable = smallLaw({
  "catalogue.firstSelfPay": `[
    { kind: exam, price: "over 100.00", share: "0.20" },
    { item: A, share: "0" }, { item: B, share: "0.08" } ]`,
  "catalogue.uplimit": '[{ kind: surgery, limit: "1000.00" }]',
});
const plain = smallLaw({});

describe("one line", () => {
  // Law, line, then full self-pay, over limit, first self-pay, in scope.
  test.each<[string, Law, Written, readonly string[]]>([
    ["class C", plain, { fee: "31.77", class: "C" }, ["31.77", "0.00", "0.00", "0.00"]],
    ["the item's own 10 %", plain, { fee: "31.77" }, ["0.00", "0.00", "3.18", "28.59"]], // PE-01
    ["A by table", byTable, { fee: "32.52", class: "A" }, ["0.00", "0.00", "0.00", "32.52"]],
    ["B by table", byTable, { fee: "100.00" }, ["0.00", "0.00", "8.00", "92.00"]],
    [
      "an exam of 100.00",
      byTable,
      { fee: "100.00", kind: "exam" },
      ["0.00", "0.00", "8.00", "92.00"],
    ],
    [
      "an exam of 100.01",
      byTable,
      { fee: "100.01", kind: "exam" },
      ["0.00", "0.00", "20.00", "80.01"],
    ],
    [
      "surgery counts up to 1000.00",
      byTable,
      { fee: "3000.00", cnt: "2", pric: "1500", kind: "surgery", class: "A" },
      ["0.00", "1000.00", "0.00", "2000.00"],
    ],
    [
      "a refund mirrors its line",
      byTable,
      { fee: "-3000.00", cnt: "-2", pric: "1500", kind: "surgery", class: "A" },
      ["0.00", "-1000.00", "0.00", "-2000.00"],
    ],
  ])("%s", (_, law, line, parts) => {
    expect(partsOf(law, line)).toEqual(parts);
  });

  test("the item's own price limit, of six places", () => {
    const pricUplmtAmt = readPrice("1.234567");
    if (pricUplmtAmt === undefined) throw new Error("no price");
    const line = { fee: "200.00", cnt: "100", pric: "2", class: "A", pricUplmtAmt } as const;
    // 100 × 1.234567 = 123.4567 → 123.46 is within the limit.
    expect(partsOf(plain, { ...line, selfpayProp: ratio("0") })).toEqual([
      "0.00",
      "76.54",
      "0.00",
      "123.46",
    ]);
  });
});

const ladder = `[{ kind: consumable, bands: [
  { above: "0.00", share: "0.05" }, { above: "100.00", share: "0.15" },
  { above: "1000.00", share: "0.30" } ] }]`;
const consumables = (way: string): Law =>
  smallLaw({ "catalogue.consumable": { value: ladder, form: `way: ${way}` } });

describe("consumables by unit price (R25, Q11)", () => {
  // Unit price, count, first self-pay of the whole line by slab, and marginal.
  test.each([
    ["100.00", "1", "5.00", "5.00"],
    ["100.01", "1", "15.00", "5.00"], // 15.0015; 5 + 0.0015
    ["999.99", "1", "150.00", "140.00"],
    ["1000.01", "1", "300.00", "140.00"], // the slab's jump
    ["1500.00", "2", "900.00", "580.00"], // 2 × (5 + 135 + 150)
  ])("%s × %s: slab %s, marginal %s", (pric, cnt, slab, marginal) => {
    const fee = yuanText(yuan(String(Number(pric) * Number(cnt))));
    const line = { fee, cnt, pric, kind: "consumable" };
    expect(partsOf(consumables("slab"), line)[2]).toBe(slab);
    expect(partsOf(consumables("marginal"), line)[2]).toBe(marginal);
  });

  test("only for the kinds that its rows name", () => {
    expect(partsOf(consumables("slab"), { fee: "1000.00" })[2]).toBe("100.00");
  });
});

describe("rounding", () => {
  const three = [{ fee: "0.05" }, { fee: "0.05" }, { fee: "0.05" }];

  test("line by line, half-up: three times 0.005 is 0.03", () => {
    expect(partsOf(plain, ...three)).toEqual(["0.00", "0.00", "0.03", "0.12"]);
  });

  test("once for the bill: 0.015 is 0.02", () => {
    const once = smallLaw({ "catalogue.rounding": "bill" });
    expect(partsOf(once, ...three)).toEqual(["0.00", "0.00", "0.02", "0.13"]);
  });

  test("PE-01: A 32.52 and B 31.77 leave 61.11 in scope", () => {
    const bill = [{ fee: "32.52", class: "A", selfpayProp: ratio("0") }, { fee: "31.77" }] as const;
    expect(partsOf(plain, ...bill)).toEqual(["0.00", "0.00", "3.18", "61.11"]);
  });
});

describe("whatever the lines", () => {
  const anyLine = fc.record({
    price: fc.integer({ min: 0, max: 5_000_000_000 }),
    count: fc.integer({ min: 1, max: 100_0000 }),
    class: fc.constantFrom("A", "B", "B", "C"),
    kind: fc.constantFrom("", "exam", "surgery", "consumable"),
    isRefund: fc.boolean(),
  });
  const laws = [plain, byTable, consumables("slab"), consumables("marginal")];
  const once = smallLaw({ "catalogue.rounding": "bill" });

  /** Cost is count times price, as a hospital writes it. */
  function written({ price, count, isRefund, ...item }: AnyLine): FeeLine {
    const line = lineOf({ fee: "0.00", class: item.class as "A" | "B" | "C", kind: item.kind });
    const cnt = (isRefund ? -count : count) as FeeLine["cnt"];
    const pric = price as FeeLine["pric"];
    return { ...line, cnt, pric, detItemFeeSumamt: costOf(cnt, pric) };
  }
  type AnyLine = typeof anyLine extends fc.Arbitrary<infer Line> ? Line : never;

  test("every line and the bill add up, and no part leaves its line", () => {
    const bills = fc.array(anyLine, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(bills, fc.constantFrom(...laws, once), (some, law) => {
        const lines = some.map(written);
        const asked = { law, claim: claimOf({ scope: "0.00" }), insured: adult };
        const { lines: found } = classifyLines(lines, asked);
        for (const [index, line] of found.entries()) {
          const { fulamtOwnpayAmt, overlmtAmt, preselfpayAmt, inscpScpAmt } = line;
          const parts = [fulamtOwnpayAmt, overlmtAmt, preselfpayAmt, inscpScpAmt];
          const whole = lines[index]?.detItemFeeSumamt ?? zero;
          expect(sum(parts)).toBe(whole);
          if (law === once) continue;
          for (const part of parts) {
            expect(Math.sign(part) * Math.sign(whole)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { seed: 20170101, numRuns: 2_500 },
    );
  });

  test("a line and its refund leave nothing", () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...laws), (one, law) => {
        const both = [written({ ...one, isRefund: false }), written({ ...one, isRefund: true })];
        const asked = { law, claim: claimOf({ scope: "0.00" }), insured: adult };
        expect(Object.values(classifyLines(both, asked).header)).toEqual([0, 0, 0, 0, 0]);
      }),
      { seed: 20170101, numRuns: 10_000 },
    );
  });
});
