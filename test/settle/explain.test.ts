import { describe, expect, test } from "vitest";
import type { Settlement } from "../../src/domain/records.js";
import { lawOn } from "../../src/policy/dated.js";
import { explainSettlement } from "../../src/settle/explain.js";
import { STEP_LENGTH } from "../../src/settle/rules.js";
import { decodeSteps, encodeSteps } from "../../src/settle/steps.js";
import { stepsOf } from "../../src/settle/trace.js";
import { verifyTrace } from "../../src/settle/verify.js";
import { billOf, claimOf, dayOf, insuredAs, settled } from "./claims.js";
import { smallPack } from "./laws.js";

const pack = smallPack({
  "inpatient.deductible.adjust.poor": '[{ identity: poor, times: "0.50" }]',
  "inpatient.ratio.adjust.poor": '[{ identity: poor, plus: "0.05" }]',
  "inpatient.limit.annual": { value: '"4000.00"', form: "per: year, counts: payment" },
  "critical.over": "year",
  "critical.deductible": { value: '"1000.00"', form: "per: year" },
  "critical.ratio": {
    value: '[{ bands: [{ above: "0.00", share: "0.60" }, { above: "2000.00", share: "0.70" }] }]',
    form: "per: year, axis: gross",
  },
  "critical.counts.deductible": "no",
  "critical.counts.firstSelfPay": "yes",
  "critical.counts.overLimit": "no",
});
const { law } = lawOn(pack, dayOf("2017-03-09"));
if (law === undefined) throw new Error("the pack covers March 2017");
const facts = billOf({ scope: "9000.00", own: "120.00", first: "300.00" });
const { settlement } = settled(facts, { law, insured: insuredAs("poor") });
const claim = claimOf(facts);

describe("a bill as a clerk would say it", () => {
  test("in Chinese", () => {
    const lines = explainSettlement({ claim, settlement, pack, lang: "zh" });
    expect(lines.map((line) => line.replace(/ 〔.*〕$/, ""))).toEqual([
      "医疗费总额 9420.00 = 全自费 120.00 + 超限价 0.00 + 先行自付 300.00 + 政策范围内 9000.00",
      "【基本医保统筹基金 住院】支付 4000.00 元",
      "inpatient.deductible:500.00 元",
      "inpatient.deductible.adjust.poor 建档立卡:500.00 × 0.5 = 250.00",
      "本次起付线:费用 9000.00 与 250.00 取小 = 250.00",
      "进入报销的费用:9000.00 − 起付线 250.00 = 8750.00",
      "inpatient.ratio:0.8",
      "inpatient.ratio.adjust.poor 建档立卡:0.8 + 0.05 = 0.85",
      "费用 8750.00 × 0.85 = 7437.50",
      "inpatient.limit.annual:4000.00 元",
      "以余额为限:7437.50 与 4000.00 取小 = 4000.00",
      "【大病保险】支付 2735.00 元",
      "政策范围内尚未支付:9000.00 − 已付 4000.00 = 5000.00",
      "critical.counts.deductible:起付线不计入,5000.00 − 250.00 = 4750.00(最低 0)",
      "critical.counts.firstSelfPay:先行自付计入,4750.00 + 300.00 = 5050.00",
      "critical.deductible:1000.00 元",
      "超过起付标准部分:5050.00 − 1000.00 = 4050.00(最低 0)",
      "critical.ratio:0.6",
      "费用 1000.00 × 0.6 = 600.00",
      "critical.ratio 2000.00 元以上:0.7",
      "费用 3050.00 × 0.7 = 2135.00",
      "各段合计(一次舍入):4050.00 应付 2735.00",
      "基金支付 6735.00 = 统筹基金 4000.00 + 大病保险 2735.00 + 医疗救助 0.00 + 其他 0.00",
      "个人负担:9420.00 − 6735.00 = 2685.00",
    ]);
  });

  test("in English, with the value's source at the end of each line", () => {
    const lines = explainSettlement({ claim, settlement, pack, lang: "en" });
    expect(lines).toContain("inpatient.deductible: 500.00 [500.00; confirmed; 试; law.yaml:5]");
    expect(lines).toContain("cost 8750.00 × 0.85 = 7437.50");
    expect(lines.at(-1)).toBe("the person bears: 9420.00 − 6735.00 = 2685.00");
  });

  test("a step without a value of its own says that it follows from the one before", () => {
    const repeat = smallPack({
      "inpatient.deductible.adjust.repeat": {
        value: '[{ minusEach: "100.00", floor: "0.00" }]',
        form: "counts: person",
      },
    });
    const { law: own } = lawOn(repeat, dayOf("2017-03-09"));
    if (own === undefined) throw new Error("the pack covers March 2017");
    const once = settled(facts, { law: own }).after;
    const second = settled(facts, { law: own, before: once }).settlement;
    const lines = explainSettlement({ claim, settlement: second, pack: repeat, lang: "zh" });
    const at = lines.findIndex((line) => line.includes("每次 100.00 × 此前 1 次 = 100.00"));
    expect(lines[at + 1]).toBe("由此:500.00 − 100.00 = 400.00(最低 0)");
  });

  test("care that no fund pays for says so", () => {
    const nobody = { ...settlement, steps: [] };
    const lines = explainSettlement({ claim, settlement: nobody, pack, lang: "zh" });
    expect(lines[1]).toBe("本次医疗类别不属于基金支付范围,全部由个人负担");
  });
});

describe("the arithmetic of a trace alone", () => {
  const steps = stepsOf(settlement.steps);

  test("is true as it was settled, and as it was stored", () => {
    expect(verifyTrace(settlement)).toEqual([]);
    const stored = decodeSteps(encodeSteps(settlement.steps));
    expect(verifyTrace({ ...settlement, steps: stored })).toEqual([]);
  });

  // Every single number of every equation, one more: the line, its section or the sums are wrong.
  const spoilt = steps.flatMap((step, line) =>
    ["base", "by", "amount"].flatMap((name, at) => {
      const isRead = !(step.operation.startsWith("given") || step.operation === "section");
      return isRead || (name === "amount" && step.operation === "section")
        ? [{ name: `${step.rule} ${name}`, at: line * STEP_LENGTH + 2 + at, line: line + 1 }]
        : [];
    }),
  );
  const changed = spoilt.filter(({ name }) => !isFree(name));

  test.each(changed)("a changed number is found: $name", ({ at, line }) => {
    const numbers = settlement.steps.with(at, (settlement.steps[at] ?? 0) + 1_000);
    const wrong = verifyTrace({ ...settlement, steps: numbers } as Settlement);
    expect(wrong.map((one) => one.line)).toContain(line);
  });

  test("the funds' own sums are part of it", () => {
    const more = { ...settlement, hifpPay: settlement.hifpPay + 1 } as Settlement;
    expect(verifyTrace(more).map(({ line }) => line)).toEqual([0]);
  });
});

/** A smaller-of line may lose its larger number unseen, and bands have one number only. */
function isFree(name: string): boolean {
  return ["within base", "deducted base", "ladder by"].includes(name);
}
