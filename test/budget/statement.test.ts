import { describe, expect, test } from "vitest";
import { explainBudgetMonth } from "../../src/budget/explain.js";
import type { BudgetYear } from "../../src/budget/figures.js";
import { paymentStatement } from "../../src/budget/statement.js";
import type { StatementHospital, StatementQuestion } from "../../src/budget/statement-question.js";
import { add, sum, type Yuan, yuan, yuanText } from "../../src/domain/money.js";
import type { Month } from "../../src/domain/period.js";
import { agreement, changed } from "./agreements.js";
import { budgetOf, claimed, type Stated } from "./questions.js";

/** A hospital on the statement with its month, and what the months before it had brought. */
function hospital(stated: Stated, earlier = "0.00"): StatementHospital {
  const code = stated.code ?? "H15992100001";
  const budget = budgetOf(stated);
  const before = yuan(earlier);
  const year: BudgetYear = {
    confirmed: add(before, budget.confirmed),
    payable: add(before, budget.payable),
    deferred: budget.deferred,
  };
  return { budget, agreement: agreement(changed("H15992100001", code)), year };
}

const overQuota = { hifpPay: "1250000.00", outsideQuota: "70000.50", deduction: "100000.00" };
const inDebt = { code: "H15992100002", hifpPay: "800.00", recoverBefore: "900.00" };

const january: StatementQuestion = {
  region: "样例县",
  month: "2017-01" as Month,
  insutype: "390",
  hospitals: [hospital(overQuota), hospital(inDebt, "500.00")],
  setAside: [],
  signatures: { preparer: "甲", isSecondPersonOff: false },
  notes: [],
  lang: "zh",
};

describe("paymentStatement", () => {
  test("is a table that a hospital can check column by column", () => {
    const { name, title, columns, rows, total } = paymentStatement(january);
    expect(name).toBe("拨付单");
    expect(title).toEqual([
      "样例县城乡居民基本医疗保险定点医疗机构月结拨付单",
      "结算年月:2017-01  单位:元",
    ]);
    const table = columns.map(({ header, kind }, index) => {
      const cells = [...rows, total].map((row) => row[index] ?? "");
      const shown = kind === "amount" ? cells.map((cell) => yuanText(cell as Yuan)) : cells;
      return [header, ...shown].join(" | ");
    });
    expect(table).toEqual([
      "机构编码 | H15992100001 | H15992100002 | 合计",
      "机构名称 | 样例县人民医院 | 样例县人民医院 | ",
      "险种 | 城乡居民基本医疗保险 | 城乡居民基本医疗保险 | ",
      "结算年月 | 2017-01 | 2017-01 | ",
      "申报人次 | 12 | 12 | 24",
      "申报医疗费总额 | 1321000.50 | 1800.00 | 1322800.50",
      "申报基金额 | 1320000.50 | 800.00 | 1320800.50",
      "其中总额内统筹基金 | 1250000.00 | 800.00 | 1250800.00",
      "审核扣款 | 100000.00 | 0.00 | 100000.00",
      "核定基金额 | 1150000.00 | 800.00 | 1150800.00",
      "月预算额度 | 1000000.00 | 1000000.00 | 2000000.00",
      "本月超额(缓付) | 150000.00 | 0.00 | 150000.00",
      "质量保证金 | 100000.00 | 80.00 | 100080.00",
      "冲抵前期应扣 | 0.00 | 720.00 | 720.00",
      "大病救助等过路资金 | 70000.50 | 0.00 | 70000.50",
      "实拨金额 | 970000.50 | 0.00 | 970000.50",
      "结转以后应扣 | 0.00 | 180.00 | 180.00",
      "累计核定 | 1150000.00 | 1300.00 | 1151300.00",
      "累计拨付 | 970000.50 | 500.00 | 970500.50",
      "累计缓付 | 150000.00 | 0.00 | 150000.00",
    ]);
  });

  test("adds up along every row as its foot says, and down every column", () => {
    const { columns, rows, total } = paymentStatement(january);
    const cell = (row: readonly unknown[], key: string) =>
      row[columns.findIndex((column) => column.key === key)] as Yuan;
    for (const row of [...rows, total]) {
      const setOff = ["deferred", "holdback", "recovered"].map((key) => cell(row, key));
      const left = sum([cell(row, "payable"), ...setOff]);
      expect(left).toBe(add(cell(row, "confirmed"), cell(row, "outsideQuota")));
      expect(add(cell(row, "confirmed"), cell(row, "deducted"))).toBe(cell(row, "hifpPay"));
    }
    for (const { key } of columns.filter((column) => column.kind === "amount")) {
      expect(cell(total, key)).toBe(sum(rows.map((row) => cell(row, key))));
    }
  });

  test("ends with the total in words, the sums, what is assumed, and who signs", () => {
    expect(paymentStatement(january).foot).toEqual([
      "实拨金额合计(大写):人民币玖拾柒万元伍角整",
      "核定基金额 = 其中总额内统筹基金 − 审核扣款",
      "实拨金额 = 核定基金额 − 本月超额(缓付) − 质量保证金 − 冲抵前期应扣 + 大病救助等过路资金",
      "暂定条款(待核实):样例协议 第三条,2 家机构",
      "制表:甲    复核:________    审批:________",
    ]);
  });

  test("names the people who checked and approved", () => {
    const people = { preparer: "甲", checker: "乙", approver: "丙" };
    const signatures = { ...people, isSecondPersonOff: false };
    expect(paymentStatement({ ...january, signatures }).foot.at(-1)).toBe(
      "制表:甲    复核:乙    审批:丙",
    );
  });

  test.each([
    ["zh", "本工作区未启用第二人复核审批,本单由 甲 一人办理"],
    ["en", "This workspace has switched the second person off: 甲 acted alone"],
  ] as const)("says in %s that the second person is switched off", (lang, line) => {
    const signatures = { preparer: "甲", isSecondPersonOff: true };
    expect(paymentStatement({ ...january, lang, signatures }).foot.at(-1)).toBe(line);
  });

  test("names the hospitals that no agreement covers, with what they claimed", () => {
    const setAside = [claimed({ code: "H15992100009", hifpPay: "10.00", outsideQuota: "2.50" })];
    expect(paymentStatement({ ...january, setAside }).foot).toContain(
      "另有 1 家机构没有生效的协议,申报基金额共 12.50 元,未列入本单:H15992100009",
    );
  });

  test("lists only assumed terms as such", () => {
    const confirmed = {
      ...hospital(overQuota),
      agreement: agreement(changed("assumed", "confirmed")),
    };
    const { foot } = paymentStatement({ ...january, hospitals: [confirmed] });
    expect(foot.join("\n")).not.toContain("暂定");
  });

  test("speaks English where the workspace does; the words of the total stay Chinese", () => {
    const { columns, title, foot } = paymentStatement({ ...january, lang: "en" });
    expect(title[0]).toBe(
      "样例县 – Resident scheme – monthly payment statement of designated institutions",
    );
    expect(columns.map((column) => column.header)).toContain("Over quota (deferred)");
    expect(foot[0]).toBe("Total payable in words: 人民币玖拾柒万元伍角整");
  });

  test("is an empty table when no hospital is to be paid", () => {
    const { rows, foot } = paymentStatement({ ...january, hospitals: [] });
    expect(rows).toEqual([]);
    expect(foot[0]).toBe("实拨金额合计(大写):人民币零元整");
  });

  test.each([
    ["a hospital of another month", { month: "2017-02" as Month }],
    ["another hospital's terms", { hospitals: [{ ...hospital(overQuota), agreement: other() }] }],
    ["a year without this month", { hospitals: [{ ...hospital(overQuota), year: noYear() }] }],
  ])("%s is our own mistake", (_, wrong) => {
    expect(() => paymentStatement({ ...january, ...wrong })).toThrow();
  });
});

describe("explainBudgetMonth", () => {
  test("says every step with its figures, and the terms with their source", () => {
    const { budget, agreement } = hospital({ ...overQuota, recoverBefore: "900.00" });
    expect(explainBudgetMonth({ budget, agreement, lang: "zh" })).toEqual([
      "样例县人民医院(H15992100001)2017-01:总额控制,暂定:样例协议 第三条,contracts.yaml:6",
      "年度总额 12000000.00 元,按权重 1/12 分到本月,额度 1000000.00 元",
      "申报基金额 1320000.50 元,其中大病、救助等总额外资金 70000.50 元",
      "总额内统筹基金 1250000.00 元,审核扣款 100000.00 元",
      "核定基金额 1150000.00 元,月预算额度 1000000.00 元,超额缓付至年终清算 150000.00 元",
      "额度内 1000000.00 元 × 0.1 = 质量保证金 100000.00 元",
      "余 900000.00 元,前期应扣 900.00 元,本月冲抵 900.00 元",
      "总额内实拨 899100.00 元,另加大病、救助等总额外资金 70000.50 元",
      "应扣合计 100900.00 元(前期 900.00 元,本月 100000.00 元),结转以后月份 0.00 元",
      "实拨金额 969100.50 元",
    ]);
  });

  test("leaves no name open in English", () => {
    const { budget, agreement } = hospital(overQuota);
    const told = explainBudgetMonth({ budget, agreement, lang: "en" }).join("\n");
    expect(told).not.toMatch(/[{}]/);
    expect(told).toContain("within the quota 1000000.00 × 0.1 = held back for quality 100000.00");
  });
});

function other() {
  return agreement(changed("H15992100001", "H15992100002"));
}

function noYear(): BudgetYear {
  return { confirmed: yuan("0.00"), payable: yuan("0.00"), deferred: yuan("0.00") };
}
