import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Insured, YearToDate } from "../../src/domain/records.js";
import { lawOn } from "../../src/policy/dated.js";
import { explainSettlement } from "../../src/settle/explain.js";
import { settleClaim } from "../../src/settle/settle.js";
import type { Lang } from "../../src/text/tell.js";
import { type Change, lineOf, packOf } from "../policy/packs.js";
import { anyClaim, anyInsured, anyYear } from "./any.js";
import { billOf, claimOf, counting, dayOf, insuredAs, yearWith } from "./claims.js";
import { followEquations } from "./follow.js";

const pack = packOf("tongliao");
const r15 = "R15 通医保发〔2024〕31号(未核实数据集,规则年份 2024,暂用于 2017)";

interface Case {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly before: YearToDate;
}

function linesFor(one: Case, lang: Lang, law = pack): readonly string[] {
  const found = lawOn(law, dayOf("2017-03-09")).law;
  if (found === undefined) throw new Error("no law");
  const { settlement } = settleClaim({ ...one, law: found });
  return explainSettlement({ claim: one.claim, settlement, pack: law, lang });
}

describe("the bill as a clerk would say it", () => {
  const stay: Case = {
    claim: claimOf({ scope: "5000.00", whole: "6200.00" }),
    insured: insuredAs("registeredPoor"),
    before: yearWith({ criticalBase: "13500.00", aidPaid: "11900.00" }),
  };
  const line = (file: string, piece: string): string => `${file}:${lineOf(file, piece)}`;

  test("in Chinese, each value with its article, status and place", () => {
    const critical = line("critical-illness.yaml", '"14000.00"');
    expect(linesFor(stay, "zh")).toEqual([
      "医疗费总额 6200.00 = 全自费 1200.00 + 超限价 0.00 + 先行自付 0.00 + 政策范围内 5000.00",
      "起付标准 二级医院 450.00 元 〔住院起付标准(元) 二级医院 450.00;二手资料 secondary;" +
        `${r15};${line("inpatient.yaml", '"450.00"')}〕`,
      "建档立卡人员起付标准倾斜:450.00 × 0.50 = 225.00 〔起付标准倾斜(乘以) 建档立卡人员 0.50;" +
        `已核实 confirmed;种子报告 S0 T10(起付线降低 50%);${line("overlays.yaml", '"0.50"')}〕`,
      "本次起付线:政策范围内 5000.00 与 225.00 取小 = 225.00",
      "进入报销的费用:政策范围内 5000.00 − 起付线 225.00 = 4775.00",
      "报销比例 二级医院:4775.00 × 0.75 = 3581.25 〔住院报销比例 二级医院 0.75;" +
        `二手资料 secondary;${r15};${line("inpatient.yaml", '"0.75"')}〕`,
      "建档立卡人员比例提高 0.05:4775.00 × 0.8 = 3820.00 〔报销比例倾斜(提高) 建档立卡人员 0.05;" +
        "已核实 confirmed;种子报告 S0 T11(报销比例提高 5 个百分点);" +
        `${line("overlays.yaml", '"0.05"')}〕`,
      "本次计入大病的个人负担:政策范围内 5000.00 − 3820.00 = 1180.00 " +
        "〔基本医保起付线计入大病累计 yes;暂定 assumed;" +
        "未读到条文;计入,同公开算例 PE-05;渭南、淮南不计入(待定问题 Q5);" +
        `${line("critical-illness.yaml", 'value: "yes"')}〕`,
      "大病累计个人负担:此前 13500.00 + 本次 1180.00 = 14680.00",
      "超过大病起付标准部分:14680.00 − 14000.00 = 680.00(最低 0) " +
        `〔大病起付标准(每年,元) 14000.00;二手资料 secondary;${r15};${critical}〕`,
      "大病分段(高于0.00):680.00 × 0.60 = 408.00 〔大病分段支付比例 高于0.00 0.60;" +
        `二手资料 secondary;${r15};${line("critical-illness.yaml", '"0.60"')}〕`,
      "大病各段合计:680.00 应付 408.00",
      "政策范围内个人负担:5000.00 − 已由前面支付 4228.00 = 772.00",
      "医疗救助(建档立卡人员):772.00 × 0.50 = 386.00 〔医疗救助分档 建档立卡人员比例 0.50;" +
        `暂定 assumed;${aidCite()};${line("medical-aid.yaml", "registeredPoor")}〕`,
      "救助年度限额余额:12000.00 − 本年已付 11900.00 = 100.00(最低 0) " +
        `〔医疗救助分档 建档立卡人员年度限额 12000.00;暂定 assumed;${aidCite()};` +
        `${line("medical-aid.yaml", "registeredPoor")}〕`,
      "救助按余额封顶:386.00 与 100.00 取小 = 100.00",
      "基金支付 4328.00 = 统筹基金 3820.00 + 大病保险 408.00 + 医疗救助 100.00 + 其他 0.00",
      "个人负担:6200.00 − 4328.00 = 1872.00",
    ]);
  });

  test("in English", () => {
    const lines = linesFor(stay, "en");
    expect(lines.filter((text) => /\p{Script=Han}/u.test(text.replace(/ \[.*\]$/, "")))).toEqual(
      [],
    );
    expect(lines[6]).toBe(
      "ratio of the registered poor raised by 0.05: 4775.00 × 0.8 = 3820.00" +
        " [报销比例倾斜(提高) registered poor 0.05; confirmed; " +
        `种子报告 S0 T11(报销比例提高 5 个百分点); ${line("overlays.yaml", '"0.05"')}]`,
    );
    expect(lines.at(-1)).toBe("the person bears: 6200.00 − 4328.00 = 1872.00");
  });

  test("names each part out of scope that is counted, with the value that says so", () => {
    const bill = billOf({ scope: "5000.00", own: "9.00", over: "70.00", first: "800.00" });
    const one = { ...stay, claim: claimOf(bill) };
    const law = packOf("tongliao", [counting("OverLimit", "yes")]);
    const found = [...linesFor(one, "zh", law), ...linesFor(one, "en", law)]
      .filter((text) => /先行自付一并|超限价一并|^with what/.test(text))
      .map((text) => text.replace(/[;;].*/, ""));
    expect(found).toEqual([
      "先行自付一并计入:1180.00 + 800.00 = 1980.00 〔先行自付计入大病累计 yes",
      "超限价一并计入:1980.00 + 70.00 = 2050.00 〔超限价部分计入大病累计 yes",
      "with what was paid first: 1180.00 + 800.00 = 1980.00 [先行自付计入大病累计 yes",
      "with what lies over limits: 1980.00 + 70.00 = 2050.00 [超限价部分计入大病累计 yes",
    ]);
  });

  test("says nothing of parts that are not counted, or that are not there", () => {
    const bill = billOf({ scope: "5000.00", own: "9.00", over: "70.00" });
    const lines = linesFor({ ...stay, claim: claimOf(bill) }, "zh");
    expect(lines.filter((text) => text.includes("一并计入"))).toEqual([]);
  });

  function aidCite(): string {
    return pack.values.find(({ key }) => key === "aid.tiers")?.cite ?? "";
  }
});

describe("every amount follows from the lines printed", () => {
  const changes: readonly Change[] = [
    { file: "offsite.yaml", from: 'multiply: "0.85"', to: 'subtract: "0.10"' },
    { file: "overlays.yaml", from: 'add: "0.05"', to: 'add: "0.15"' },
    { file: "outpatient.yaml", from: 'value: "0.00"', to: 'value: "100.00"' },
    counting("Deductible", "no"),
    counting("OverLimit", "yes"),
    { file: "critical-illness.yaml", from: "value: gross", to: "value: net" },
    { file: "medical-aid.yaml", from: /Poor, deductible: "0.00"/, to: 'Poor, deductible: "9.00"' },
    { file: "payers.yaml", from: "[basic, critical, aid]", to: "[basic, aid, critical]" },
  ];
  const anyPack = fc.constantFrom(pack, packOf("tongliao", changes));

  test("in both languages", () => {
    fc.assert(
      fc.property(anyClaim, anyInsured, anyYear, anyPack, (claim, insured, before, law) => {
        for (const lang of ["zh", "en"] as const) {
          const lines = linesFor({ claim, insured, before }, lang, law);
          expect(followEquations(lines, { claim, before })).toEqual([]);
        }
      }),
      { seed: 20170101, numRuns: 10_000 },
    );
  });

  test("and a line that does not follow is found", () => {
    const claim = claimOf({ scope: "5000.00" });
    const before = yearWith({});
    const lines = linesFor({ claim, insured: insuredAs(), before }, "zh");
    const forged = lines.map((text) => text.replaceAll("3412.50", "3412.51"));
    expect(followEquations(lines, { claim, before })).toEqual([]);
    expect(followEquations(forged, { claim, before })).not.toEqual([]);
  });
});
