import { describe, expect, test } from "vitest";
import { ratio, yuan, zero } from "../../src/domain/money.js";
import { effectCase, factsOf } from "./facts.js";
import { lawFrom } from "./law-from.js";

const law = lawFrom(`
identities: { registeredPoor: 建档立卡 }
parameters:
  inpatient.deductible:
    label: 起付线
    versions:
      - from: 2016-01-01
        status: confirmed
        cite: 试
        per: stay
        value: { township: "100.00", "1": "200.00", "2": "400.00", "3": "800.00" }
  inpatient.deductible.adjust.poor:
    label: 贫困
    versions:
      - from: 2017-01-01
        status: confirmed
        cite: 试
        counts: level
        value:
          - { identity: registeredPoor, admission: "2+", times: "0" }
          - { identity: registeredPoor, times: "0.50" }
  inpatient.ratio:
    label: 比例
    versions:
      - from: 2016-01-01
        status: confirmed
        cite: 试
        value:
          - { level: [township, "1"], share: "0.85" }
          - { level: "2", share: "0.75" }
          - share: "0.60"
`);
const inpatient = law.cares.get("inpatient");

describe("a law out of one document", () => {
  test.each([
    ["township", "100.00", "0.85"],
    ["1", "200.00", "0.85"],
    ["2", "400.00", "0.75"],
    ["3", "800.00", "0.60"],
  ])("level %s: %s, %s", (level, deductible, share) => {
    const on = law.caseOf(factsOf({ level }));
    expect(inpatient?.deductible?.base.find(on)?.value).toBe(yuan(deductible));
    expect(inpatient?.ratio?.base.find(on)?.value).toEqual({ way: "share", share: ratio(share) });
  });

  test.each([
    [["registeredPoor"], 1, "0.50"],
    [["registeredPoor"], 2, "0"],
    [["registeredPoor"], 9, "0"],
    [[], 2, undefined],
  ])("%s, admission %i: × %s", (identities, admission, by) => {
    const table = inpatient?.deductible?.adjustments[0]?.table;
    const on = law.caseOf(factsOf({ identities }));
    const found = table?.find(on, { admission, visit: 0, cost: zero })?.value;
    expect(found).toEqual(by === undefined ? undefined : effectCase(by));
  });
});
