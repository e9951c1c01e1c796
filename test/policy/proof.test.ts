import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { tellProblem } from "../../src/domain/problem.js";
import { lawOn } from "../../src/policy/dated.js";
import type { CaseFacts } from "../../src/policy/law.js";
import { holds as always } from "../seeded.js";
import { factsOf } from "./facts.js";
import { parsedFrom } from "./law-from.js";
import { parameter } from "./texts.js";

const names = `
identities: { a: 甲, b: 乙 }
tiers: { first: 一档, second: 二档 }
`;

/** A law whose ratio is a list of rows, and what is said against it. */
function lawOf(rows: readonly string[], more = "") {
  const used = '[{ identity: [a, b], tier: [first, second], limit: "1.00" }]';
  const others = [
    parameter("inpatient.deductible", '"0.00"', "per: stay"),
    parameter("inpatient.limit.all", used, "per: year, counts: payment"),
  ];
  const ratio = parameter("inpatient.ratio", `[${rows.join(", ")}]`);
  return parsedFrom(`${names}${more}\nparameters:\n${ratio}\n${others.join("\n")}\n`);
}

function saidOf(...rows: readonly string[]): readonly string[] {
  return lawOf(rows).problems.map((one) => tellProblem(one, "zh").replace(/^law.yaml:\d+ /, ""));
}

describe("a case without a row is told in words", () => {
  const head = "2017-01-01 起,试(inpatient.ratio) 没有包括这种情形:";
  test.each<readonly [string, readonly string[], string]>([
    ["a level", ['{ level: [township, "1", "3"], share: "0.5" }'], "二级"],
    ["an age", ['{ age: "0-17", share: "0.5" }', '{ age: "60+", share: "0.6" }'], "age 18-59"],
    ["a person without an identity", ['{ identity: [a, b], share: "0.5" }'], "identities –"],
    [
      "a person who holds only one of two",
      ['{ identities: [a, b], share: "0.5" }', '{ identity: b, share: "0.6" }'],
      "identities –",
    ],
    ["a bill at the edge", ['{ cost: "over 100.00", share: "0.5" }'], "cost ≤ 100"],
    [
      "an unreferred stay",
      ['{ referral: [referred, emergency], share: "0.5" }'],
      "referral unreferred",
    ],
    ["another tier", ['{ tier: first, share: "0.5" }'], "二档"],
    [
      "each of several",
      ['{ class: adult, level: "3", share: "0.5" }', '{ class: old, share: "0.5" }'],
      "未成年居民; 成年居民 乡镇卫生院/一级/二级",
    ],
  ])("%s", (_, rows, said) => {
    expect(saidOf(...rows)).toEqual([`${head}${said};请补一行`]);
  });

  test("only three are shown, and all are counted", () => {
    const rows = ["minor", "adult", "old"].flatMap((one) => [
      `{ class: ${one}, level: "1", age: "0-9", share: "0.5" }`,
      `{ class: ${one}, level: "2", share: "0.5" }`,
    ]);
    expect(saidOf(...rows).join()).toMatch(/… \(\d+\);请补一行$/);
  });
});

describe("a row that no case reaches is told", () => {
  const tail = ":上面的行已经包括了这种情形,本行永远用不到;请移到上面或删去";
  test.each<readonly [readonly string[], string]>([
    [['{ share: "0.5" }', '{ class: old, share: "0.6" }'], "老年居民"],
    [
      ['{ age: "0-17", share: "0.5" }', '{ age: "5-9", share: "0.6" }', '{ share: "0.7" }'],
      "age 5-9",
    ],
    [
      ['{ identity: a, share: "0.5" }', '{ identities: [a, b], share: "0.6" }', '{ share: "0" }'],
      "甲+乙",
    ],
    // All of its cases are taken, though by no single row above it.
    [
      [
        '{ level: [township, "1"], share: "0.5" }',
        '{ level: ["2", "3"], share: "0.6" }',
        '{ class: old, share: "0.7" }',
      ],
      "老年居民",
    ],
  ])("%s", (rows, said) => {
    expect(saidOf(...rows)).toEqual([`${said}${tail}`]);
  });

  test("a row for two identities is reached by those who do not hold the first", () => {
    expect(
      saidOf(
        '{ identity: a, share: "0.5" }',
        '{ identity: [a, b], share: "0.6" }',
        '{ share: "0" }',
      ),
    ).toEqual([]);
  });
});

test("before the switch only the old schemes need a row, from it on only the unified one", () => {
  const rows = ['{ scheme: [ncms, urban], share: "0.5" }', '{ scheme: resident, share: "0.6" }'];
  const covers = "covers: { from: 2016-06-01, to: 2017-12-31 }";
  expect(lawOf(rows, covers).problems).toEqual([]);
  const [first = ""] = rows;
  expect(lawOf([first], covers).problems).toMatchObject([
    { code: "case-missing", values: { day: "2017-01-01" } },
  ]);
  expect(lawOf([rows[1] ?? ""], covers).problems).toMatchObject([
    { code: "case-missing", values: { day: "2016-06-01" } },
  ]);
});

// What is asked here goes over every case there is; the proof only over those that differ.
test("a law that is given out has a row for every case, and for every row a case", () => {
  const condition = fc.constantFrom(
    ...["class: minor", "class: [minor, adult]", 'level: "1"', 'level: ["2", "3"]', "identity: a"],
    ...["identities: [a, b]", "tier: first", 'age: "0-3"', 'age: "4+"', "place: local"],
  );
  const row = fc.uniqueArray(condition, { maxLength: 2, selector: (one) => one.split(":")[0] });
  let sound = 0;
  const property = fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
    const texts = rows.map((one, at) => `{ ${[...one, `share: "0.${at + 1}"`].join(", ")} }`);
    const { pack, problems } = lawOf(texts);
    if (pack === undefined) {
      const codes = problems.map((one) => one.code);
      expect(codes.every((code) => code === "case-missing" || code === "row-unreachable")).toBe(
        true,
      );
      return;
    }
    sound += 1;
    const { law } = lawOn(pack, "2017-06-01" as Day);
    const table = law?.cares.get("inpatient")?.ratio?.base;
    const found = everyCase.map((facts) => law && table?.find(law.caseOf(facts)));
    expect(found).not.toContain(undefined);
    expect(new Set(found).size).toBe(rows.length);
  });
  always(property, 300);
  expect(sound).toBeGreaterThan(20);
});

const everyCase: readonly CaseFacts[] = ["minor", "adult", "old"].flatMap((name) =>
  ["township", "1", "2", "3"].flatMap((level) =>
    ["first", "second"].flatMap((tier) =>
      (["local", "province", "country"] as const).flatMap((place) =>
        [[], ["a"], ["b"], ["a", "b"]].flatMap((identities) =>
          [3, 4].map((age) => factsOf({ class: name, level, tier, place, identities, age })),
        ),
      ),
    ),
  ),
);
