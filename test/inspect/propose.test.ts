import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ColumnProfiler } from "../../src/inspect/column-profile.js";
import { parseGlossary, Vocabulary } from "../../src/inspect/glossary.js";
import { proposalText } from "../../src/inspect/proposal-text.js";
import { propose } from "../../src/inspect/propose.js";
import { packageRoot } from "../../src/io/files.js";
import { readDocument } from "../../src/io/yaml.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { documentOf, shown } from "../migrate/document.js";

const path = join(packageRoot(), "mappings/fields.yaml");
const { document } = await readDocument(path);
if (document === undefined) throw new Error("the glossary cannot be read");
const glossary = parseGlossary(path, document);
const vocabulary = new Vocabulary(glossary);

test("the shipped glossary is read without problems", () => {
  expect(glossary.problems).toEqual([]);
  expect(vocabulary.named("姓名").map(({ field }) => field)).toEqual(["psn_name"]);
  expect(vocabulary.named("aac003").map(({ field }) => field)).toEqual(["psn_name"]);
});

test("a column that the house keeps no field for is known all the same", () => {
  expect(vocabulary.meaningOf("aac007")).toBe("参加工作日期");
  expect(vocabulary.meaningOf("户主姓名")).toBe("户主姓名");
  expect(vocabulary.named("户主姓名")).toEqual([]);
  expect(vocabulary.knows("brand new")).toBe(false);
});

// What standards.md names, in the spellings of several systems, and pinyin initials.
test.each([
  ["akc264 YKA055 totalCost ylfze 医疗费总额(元) 费用/医疗费总额", "medfee_sumamt"],
  ["bka825 YKA056 AKC253", "fulamt_ownpay_amt"],
  ["bka826", "overlmt_selfpay"],
  ["ake039 YKA248 AKC260 generalRedeem tczfje", "hifp_pay"],
  ["bka821 YKA469 civilCost", "maf_pay"],
  ["aka151 YKA058 undulatingLine", "act_pay_dedc"],
  ["bka831", "psn_part_amt"],
  ["memberName farName 中文姓名 xm AAC003", "psn_name"],
  ["idCard farSn sfzh 身份证号码", "certno"],
  ["csrq farBirthday", "brdy"],
  ["jsrq", "setl_time"],
  ["mz natName", "naty"],
])("%s mean %s", (names, field) => {
  for (const name of names.split(" ")) {
    expect([name, vocabulary.named(name)[0]?.field]).toEqual([name, field]);
  }
});

test("every column of 金保工程 that the standards name is known", () => {
  const codes =
    "AAC001 AAC002 AAC003 AAC004 AAC005 AAC006 AAC007 AAC008 AAC009 AAC010 AAC030 AAC031 AAC058 " +
    "AAC066 AAC148 AAC158 AAZ500 AAB001 AAB004 AAB301 AAA027 BAA027 AAE002 AAE005 AAE011 AAE036 " +
    "AAE013 AAE030 AAE031 AAE035 AAE040 AAE072 AAE100 AAE140 AKA130 AKA101 AKA120 AKA121 AKA151 " +
    "AKB020 AKB021 AKC020 AKC021 AKC087 AKC252 AKC088 AKC089 AKC121 AKC090 AKC200 AKC190 AKC192 " +
    "AKC194 AKC193 AKC195 AKC198 AKC255 AKC253 AKC254 AKC256 AKC258 AKC260 AKC261 AKC263 AKC264 " +
    "AKC268 AKC278 AKC279 AKC269 AKC706 AKC707 AKC708 AKC740 AKC745 AKC746 AKC751 AKC801 AKC262";
  expect(codes.split(" ").filter((code) => !vocabulary.knows(code))).toEqual([]);
});

test("a glossary with an unknown key or type is told with its line", () => {
  const wrong = "title: x\nfields:\n  a: { zh: 甲, en: a, type: money, evidence: H, unti: 元 }\n";
  const { problems } = parseGlossary("fields.yaml", documentOf(wrong));
  expect(shown(problems)).toEqual(["key-unknown:3 unti", "value-unfit:3 money"]);
});

describe("propose", () => {
  // Header and some values of each column; then the record, and each column's field and reason.
  test.each([
    [
      "个人编码: 1, 2 | 姓名: 王五, 李四 | 性别: 男, 女",
      "person",
      ["legacy_id high", "psn_name high", "gend high"],
    ],
    [
      "AAC001: 1 | AAE140: 390 | AAC031: 1 | AAC030: 2014-09-01",
      "enrolment",
      [...["legacy_id high", "insutype high", "psn_insu_stas high", "psn_insu_date high"]],
    ],
    [
      "机构编码: H1 | 机构名称: 样例医院 | 机构等级: 二级甲等",
      "institution",
      [...["legacy_code high", "fixmedins_name high", "hosp_lv high"]],
    ],
    [
      "个人编码: 1 | 联系电话:  | 手机: 13800000000",
      "person",
      [
        ...["legacy_id high", "taken tel", "tel high"], // the empty one steps back
      ],
    ],
    [
      "个人编码: 1 | 性别: 男 | 性别: 1 | 姓名: ",
      "person",
      [...["legacy_id high", "gend high", "taken gend", "psn_name emptyColumn"]],
    ],
    ["个人编码: 1 | 身份证: 样例镇, 样例村", "person", ["legacy_id high", "certno differing"]],
    [
      "c1: 1, 2, 3 | c2: 13800000000 | c3: 2017-01-31",
      "person",
      [...["legacy_id guessed", "tel byValues", "?"]],
    ],
  ])("%s", (given, record, expected) => {
    const proposal = propose(columnsOf(given), vocabulary);
    const told = proposal.columns.map(({ term, reason, taken }) => {
      if (taken !== undefined) return `taken ${taken}`;
      return term === undefined ? "?" : `${term.field} ${reason}`;
    });
    expect([proposal.record, told]).toEqual([record, expected]);
  });

  test("says when no column was recognised", () => {
    expect(propose(columnsOf("c1: x | c2: y"), vocabulary).isUnsure).toBe(true);
    expect(propose(columnsOf("姓名: 王五"), vocabulary).isUnsure).toBe(false);
  });
});

describe("the text of a proposal", () => {
  const about = {
    file: 'a "b": c.csv',
    format: {
      ...({ kind: "delimited", encoding: "gb18030", delimiter: "\t", quote: '"' } as const),
      ...({ headerRows: 1, summary: "" } as const),
    },
  } as const;

  test.each(["zh", "en"] as const)("parses as a layout that lacks what it names (%s)", (lang) => {
    const names = 'id, "x": y | # | 其他(定额) |  | 姓名';
    const columns = names.split(" | ").map((name) => column(name, ["王五"]));
    const proposal = propose(columns, vocabulary);
    const text = proposalText(proposal, about, lang);
    const { layout, problems } = parseLayout("draft", "draft.yaml", documentOf(text));
    expect(shown(problems)).toEqual(
      proposal.missing.map(({ field }) => `target-missing:${lineOf(text, "title")} ${field}`),
    );
    for (const { field } of proposal.missing)
      expect(text).toMatch(new RegExp(`^# .*${field} `, "m"));
    expect(layout.columnNames).toEqual(names.split(" | "));
    expect(layout.format).toMatchObject({
      delimiter: "\t",
      quote: '"',
      headerRows: 1,
      encoding: "gb18030",
    });
  });

  test("is the text that a person reads", () => {
    const given = columnsOf(
      "个人编码: 1 | 姓名: 王五 | 性别: 男 | 参保地医保区划: 159921 | 备注二: x",
    );
    expect(proposalText(propose(given, vocabulary), about, "zh").split("\n").slice(3)).toEqual([
      'title: "a \\"b\\": c.csv(草稿)"',
      "source: 待填",
      "record: person",
      'format: { delimiter: "\\t", quote: "\\"", header: true }',
      "encoding: gb18030",
      "columns:",
      "  - { name: 个人编码, to: legacy_id, as: text, required: true } # 高:表头与内容相符",
      "  - { name: 姓名, to: psn_name, as: name, required: true } # 高:表头与内容相符",
      "  - { name: 性别, to: gend, as: code, table: 待填/gend, required: true } # 高:表头与内容相符",
      "  - { name: 参保地医保区划, to: insuplc_admdvs, as: code, table: 待填/insuplc_admdvs, " +
        "required: true } # 高:表头与内容相符",
      "  - { name: 备注二, unused: 待确认 } # 没有对上的字段",
      "",
    ]);
  });
});

function columnsOf(given: string) {
  return given.split(" | ").map((one) => {
    const [name = "", values = ""] = one.split(": ");
    return column(name.replace(/:.*/, ""), values.split(", "));
  });
}

function column(name: string, values: readonly string[]) {
  const profiler = new ColumnProfiler();
  for (const value of values) profiler.take(value);
  return { name, profile: profiler.finish() };
}

function lineOf(text: string, key: string): number {
  return text.split("\n").findIndex((line) => line.startsWith(`${key}:`)) + 1;
}
