import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yuan, zero } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import type { HeldEnrolment } from "../../src/domain/source-rows.js";
import { parseDocument } from "../../src/io/yaml.js";
import { continuing } from "../../src/unify/continuing.js";
import { parseDuplicates } from "../../src/unify/parse-duplicates.js";
import { holds } from "../seeded.js";
import { enrolment, shippedDuplicates } from "./duplicates.js";

const rules = shippedDuplicates();
const switchDay = "2017-01-01" as Day;

/** Kinds of enrolments as a clerk calls them; the county is a letter. */
const kinds: Readonly<Record<string, Partial<HeldEnrolment>>> = {
  新农合: { source: "ncms", insutype: "380" },
  城镇居民: { source: "urbmi", insutype: "391", psnType: "1501" },
  学生: { source: "urbmi", insutype: "391", psnType: "1403" },
  职工: { source: "uebmi", insutype: "310", psnType: "1101" },
  灵活就业: { source: "uebmi", insutype: "310", psnType: "1103" },
};

/** `新农合 A 2012-01-01 待遇`: kind, county, since; then 待遇, 住A, 工作A. */
function held(told: string, line: number): HeldEnrolment {
  const [kind = "", county = "", since = "", ...facts] = told.split(" ");
  const place = (mark: string) => facts.find((one) => one.startsWith(mark))?.slice(mark.length);
  return enrolment(line, {
    ...kinds[kind],
    legacyId: `${kind}${county}`,
    insuplcAdmdvs: county,
    psnInsuDate: since as Day,
    drawn: facts.includes("待遇") ? yuan("10.00") : zero,
    liveAdmdvs: place("住") ?? "",
    workAdmdvs: place("工作") ?? "",
  });
}

function decide(told: readonly string[]) {
  const { left, ended } = continuing(told.map(held), rules, { switchDay, day: switchDay });
  const kept = left.map((row) => row.legacyId).sort();
  return { kept: kept.join("|"), by: [...new Set(ended.map((one) => one.rule.name))].join("|") };
}

describe("which enrolment continues", () => {
  // One row is one case of law: what the person has, which continues, by which rule.
  test.each<readonly [readonly string[], string, string]>([
    // 医保发〔2020〕33号(R2)、清远(R5):两份职工医保,保留工作地的
    [["职工 A 2015-01-01 工作B", "职工 B 2016-06-01"], "职工B", "两份职工医保,保留工作地的"],
    [["职工 A 2015-01-01", "职工 B 2016-06-01"], "职工A|职工B", ""], // 工作地不详:待定
    // R2、R5:连续参加职工医保一年以上(含一年)的,保留职工医保
    [["职工 A 2016-01-01", "新农合 A 2009-01-01"], "职工A", "连续参加职工医保满一年,保留职工医保"],
    [["职工 A 2016-01-02", "新农合 A 2009-01-01"], "新农合A|职工A", ""], // 差一天满一年:待定
    [
      ["职工 A 2012-03-01", "新农合 A 2009-01-01 待遇", "学生 B 2010-01-01"],
      "职工A",
      "连续参加职工医保满一年,保留职工医保",
    ],
    // R2、R5:学生保留学籍地的,普通居民的一份终止,即使享受过待遇
    [["学生 A 2015-09-01", "新农合 B 2010-01-01"], "学生A", "学生保留学籍地的"],
    [["学生 A 2015-09-01", "新农合 B 2010-01-01 待遇"], "学生A", "学生保留学籍地的"],
    // R2、R5:两份居民医保,保留常住地的
    [
      ["新农合 A 2010-01-01 住B", "城镇居民 B 2012-01-01"],
      "城镇居民B",
      "两份居民医保,保留常住地的",
    ],
    [
      ["新农合 A 2010-01-01 住B", "城镇居民 B 2012-01-01", "新农合 C 2013-01-01"],
      "城镇居民B",
      "两份居民医保,保留常住地的",
    ],
    [["新农合 A 2010-01-01 住A", "城镇居民 B 2012-01-01 住B"], "城镇居民B|新农合A", ""],
    [["新农合 A 2010-01-01 住C", "城镇居民 B 2012-01-01"], "城镇居民B|新农合A", ""],
    // R5:灵活就业人员保留可以享受待遇的一份,另一份暂停
    [
      ["灵活就业 A 2010-01-01", "新农合 A 2010-01-01 待遇"],
      "新农合A",
      "灵活就业,保留可以享受待遇的一份,另一份暂停",
    ],
    [["灵活就业 A 2010-01-01", "新农合 A 2010-01-01"], "新农合A|灵活就业A", ""],
    // Q24:保留已经享受待遇的一份;两份都享受过、都没有享受过的,待定
    [["新农合 A 2010-01-01", "城镇居民 A 2012-01-01 待遇"], "城镇居民A", "保留已经享受待遇的一份"],
    [["新农合 A 2010-01-01 待遇", "城镇居民 A 2012-01-01 待遇"], "城镇居民A|新农合A", ""],
    [["新农合 A 2010-01-01", "城镇居民 A 2012-01-01"], "城镇居民A|新农合A", ""],
    // 同一编号、同一区划说两遍是一份
    [["新农合 A 2010-01-01", "新农合 A 2012-01-01"], "新农合A", ""],
  ])("%j: %s continues (%s)", (told, kept, by) => {
    expect(decide(told)).toEqual({ kept, by });
  });

  // A region that has such a rule writes it; two that began on one day stay undecided.
  test.each([
    ["earliest", "新农合A"],
    ["latest", "城镇居民B"],
  ] as const)("keep: %s keeps %s", (keep, expected) => {
    const rule = { name: "先后", cite: "本地规定", status: "assumed", months: 0 } as const;
    const among = { keep, kinds: ["resident"], isSuspending: false } as const;
    const own = { ...rules, continues: [{ ...rule, ...among }] };
    const of = (told: readonly string[]) =>
      continuing(told.map(held), own, { switchDay, day: switchDay }).left.map(
        (row) => row.legacyId,
      );
    expect(of(["城镇居民 B 2012-01-01", "新农合 A 2010-01-01"])).toEqual([expected]);
    expect(of(["城镇居民 B 2012-01-01", "新农合 A 2012-01-01"]).length).toBe(2);
  });

  test("what ends does so on the day before, and the flexible rule suspends", () => {
    const rows = ["灵活就业 A 2010-01-01", "新农合 A 2010-01-01 待遇"].map(held);
    const [ended] = continuing(rows, rules, { switchDay, day: switchDay }).ended;
    expect([ended?.enddate, ended?.rule.isSuspending]).toEqual(["2016-12-31", true]);
  });

  test("every enrolment either continues, ends or waits, whatever the order of the rows", () => {
    const anyTold = fc.tuple(
      fc.constantFrom(...Object.keys(kinds)),
      fc.constantFrom("A", "B"),
      fc.constantFrom("2010-01-01", "2016-05-01"),
      fc.constantFrom("", " 待遇", " 住A", " 工作B", " 待遇 住B"),
    );
    holds(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 6 }), (told) => {
        const rows = told.map(([kind, county, since, facts], at) =>
          held(`${kind} ${county} ${since}${facts}`, at + 2),
        );
        const found = continuing(rows, rules, { switchDay, day: switchDay });
        expect(continuing([...rows].reverse(), rules, { switchDay, day: switchDay })).toEqual(
          found,
        );
        const numbers = [...found.left, ...found.ended.map((one) => one.row)];
        expect(new Set(numbers.map((row) => row.legacyId)).size).toBe(numbers.length);
        expect(new Set(rows.map((row) => row.legacyId)).size).toBe(numbers.length);
        expect(found.left.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("parseDuplicates", () => {
  const good = `title: t
kinds: { resident: { insutype: ["380"] } }
continues:
  - { name: 甲, keep: employee, over: [resident], months: 12, status: confirmed, cite: 某文 }
refunds:
  - { name: 乙, when: always, refund: "no", status: assumed, cite: 某文 }
subsidies: { years: 1, status: assumed, cite: 某文 }`;

  function problemsOf(text: string) {
    const { document } = parseDocument("e.yaml", text);
    if (document === undefined) throw new Error("not YAML");
    return parseDuplicates("e.yaml", document).problems.map(
      (one) => `${one.code}:${one.place.line} ${one.values["found"] ?? one.values["expected"]}`,
    );
  }

  test("a complete file has no problems", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  // What is written instead of what, and the problem with its line.
  test.each([
    ["resident: {", "residents: {", "key-unknown:2 residents"],
    ["keep: employee", "keep: teacher", "key-unknown:4 over"],
    ["over: [resident]", "over: [farmer]", "value-unfit:4 farmer"],
    ["over: [resident]", "over: []", "value-unfit:4 […]"],
    ["over: [resident], ", "", "key-missing:4 over"],
    ["months: 12", "months: one", "value-unfit:4 one"],
    ["status: confirmed", "status: sure", "value-unfit:4 sure"],
    ["cite: 某文 }\nrefunds", 'cite: "" }\nrefunds', 'value-unfit:4 ""'],
    ["status: confirmed, cite: 某文", "status: confirmed", "key-missing:4 cite"],
    ["when: always", "when: paid-twice", "value-unfit:6 […]"],
    ['refund: "no"', 'refund: "maybe"', 'value-unfit:6 "maybe"'],
    ["years: 1", "years: 0", "value-unfit:7 0"],
    ["title: t", "titel: t", "key-unknown:1 titel"],
  ])("%j instead becoming %j is %s", (from, to, expected) => {
    expect(good).toContain(from);
    expect(problemsOf(good.replace(from, to))).toContain(expected);
  });
});
