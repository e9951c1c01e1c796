import { describe, expect, test } from "vitest";
import { ADULT, patientsWith } from "../../bench/claims.js";
import { lawFor } from "../../src/settle/dates.js";
import { insuredOfType } from "../../src/settle/insured-of-type.js";
import { noParameter, rule, rules, STEP_LENGTH } from "../../src/settle/rules.js";
import { settleClaim } from "../../src/settle/settle.js";
import { decodeSteps, encodeSteps } from "../../src/settle/steps.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import { packOf } from "../policy/packs.js";

const steps = [
  ...[rule.section, 12, 0, 0, 3412_50],
  ...[rule.deductible, 20, 0, 0, 450_00],
  ...[rule.deducted, noParameter, 5000_00, 450_00, 450_00],
  ...[rule["on-ladder"], noParameter, 5000_00, 450_00, 4550_00],
  ...[rule.share, 35, 0, 0, 750_000],
  ...[rule.band, noParameter, 4550_00, 750_000, 3412_50],
];

describe("steps as text", () => {
  test("five numbers each, and what repeats is left out", () => {
    expect(steps.length).toBe(6 * STEP_LENGTH);
    expect(encodeSteps(steps)).toBe(
      "Ac,,,7bb6Fk,0,,yq0T,apsw,yq0,yq0U,apsw,yq0,9r2wVz,0,,g2pc%,9r2w,g2pc,7bb6",
    );
    expect(decodeSteps(encodeSteps(steps))).toEqual(steps);
  });

  test("nothing is nothing", () => {
    expect(encodeSteps([])).toBe("");
    expect(decodeSteps("")).toEqual([]);
  });

  test("what is no step is our mistake", () => {
    expect(() => decodeSteps("A20,45000, F,500000")).toThrow("not a step");
  });

  // Stored steps hold these numbers and signs: a rule is added at the end and never moved.
  test("the signs of the first rules are frozen", () => {
    const sign = (name: keyof typeof rule): string => encodeSteps([rule[name], -1, 0, 0, 0]);
    const frozen = ["section", "deductible", "band", "limit", "left", "target", "sessions-limit"];
    expect(frozen.map((name) => sign(name as keyof typeof rule)).join("")).toBe("AF%*:|α");
    expect(new Set(rules.map(([name]) => sign(name))).size).toBe(rules.length);
  });
});

test("a claim's steps take fewer than 200 bytes on average", () => {
  const pack = packOf("tongliao");
  let [claims, bytes] = [0, 0];
  for (const { claims: some, identities } of patientsWith(3_000)) {
    let before = emptyYear;
    for (const claim of some) {
      const { law } = lawFor(claim, pack);
      if (law === undefined) throw new Error("the pack covers 2017");
      const insured = insuredOfType(law, { psnNo: claim.psnNo, psnType: ADULT, identities });
      const { settlement, after } = settleClaim({ claim, insured, before, law });
      bytes += encodeSteps(settlement.steps).length;
      claims += 1;
      before = after;
    }
  }
  expect(claims).toBe(3_000);
  expect(bytes / claims).toBeLessThan(200);
});
