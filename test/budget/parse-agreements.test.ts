import { describe, expect, test } from "vitest";
import { parseAgreements } from "../../src/budget/parse-agreements.js";
import { ratio, yuan } from "../../src/domain/money.js";
import { tellProblem } from "../../src/domain/problem.js";
import { agreement, changed, soundFile } from "./agreements.js";
import { documentOf } from "./document-of.js";

const FILE = "contracts.yaml";

/** A second version of the same hospital, from a day to a day, at the end of the file. */
const version = (from: string, to: string) => `      - from: ${from}
        to: ${to}
        status: confirmed
        cite: 补充协议 第一条
        method: total-control
        yearlyQuota: "15000000.00"
        holdbackRatio: "0.05"
        overQuota: defer
`;

function parsed(text: string) {
  return parseAgreements(FILE, documentOf(text));
}

describe("parseAgreements", () => {
  test("reads every term of a version, with its place", () => {
    expect(parsed(soundFile)).toEqual({
      agreements: [
        {
          fixmedinsCode: "H15992100001",
          fixmedinsName: "样例县人民医院",
          from: "2017-01-01",
          to: "2017-12-31",
          status: "assumed",
          cite: "样例协议 第三条",
          place: { file: FILE, line: 6 },
          method: "total-control",
          yearlyQuota: yuan("12000000.00"),
          monthlyWeights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
          holdbackRatio: ratio("0.10"),
          overQuota: "defer",
        },
      ],
      problems: [],
    });
  });

  test("without a last day the terms go on, and without weights the months are equal", () => {
    const open = changed("        to: 2017-12-31\n", "");
    expect(agreement(open)).not.toHaveProperty("to");
    const unweighted = changed(
      "        monthlyWeights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n",
      "",
    );
    expect(agreement(unweighted).monthlyWeights).toEqual(Array.from({ length: 12 }, () => 1));
  });

  test("versions may leave months without terms between them", () => {
    const gap = changed("2017-12-31", "2017-03-31", version("2017-07-01", "2017-12-31"));
    expect(parsed(gap).problems).toEqual([]);
    expect(parsed(gap).agreements.map((one) => one.from)).toEqual(["2017-01-01", "2017-07-01"]);
  });

  // One row is one bad file: what is written instead of what, and the problem it gives.
  test.each([
    ["overQuota: defer", "overQuota: pay", 14, "value-unfit", "pay"],
    ["overQuota: defer", "overQuota: defer\n        cap: x", 15, "key-unknown", "cap"],
    ["        method: total-control\n", "", 6, "key-missing", "method"],
    ["method: total-control", "method: drg", 10, "value-unfit", "total-control"],
    ["        cite: 样例协议 第三条\n", "", 6, "citation-missing", "cite"],
    ["cite: 样例协议 第三条", 'cite: " "', 9, "citation-missing", "cite"],
    ["status: assumed", "status: rumoured", 8, "value-unfit", "confirmed | secondary | assumed"],
    ['"12000000.00"', "12000000.00", 11, "value-unfit", "12000000.00"],
    ['"12000000.00"', '"-1.00"', 11, "value-unfit", '"-1.00"'],
    ['"12000000.00"', '"1.005"', 11, "value-unfit", '"1.005"'],
    ['"0.10"', "0.10", 13, "value-unfit", "0.10"],
    ['"0.10"', '"10"', 13, "value-unfit", '"10"'],
    ['"0.10"', '"-0.10"', 13, "value-unfit", '"-0.10"'],
    ["[1, 1, 1", "[1, 1", 12, "value-unfit", "Σ > 0"],
    ["1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1", "0,0,0,0,0,0,0,0,0,0,0,0", 12, "value-unfit", "Σ > 0"],
    ["[1, 1, 1", "[1, 0.5, 1", 12, "value-unfit", "0.5"],
    ["2017-01-01", "2017-02-29", 6, "value-unfit", "2017-02-29"],
    ["to: 2017-12-31", "to: 2016-12-31", 7, "value-unfit", "≥ 2017-01-01"],
    ["H15992100001", "医院", 3, "value-unfit", "医院"],
    ["fixmedinsName: 样例县人民医院", 'fixmedinsName: ""', 4, "value-unfit", '""'],
  ])("%s → %s is refused in line %i: %s", (from, to, line, code, shown) => {
    const { agreements, problems } = parsed(changed(from, to));
    const found = problems.filter((one) => one.code === code);
    expect(found.map((one) => one.place)).toEqual([{ file: FILE, line }]);
    expect(found.map((one) => tellProblem(one, "zh")).join()).toContain(shown);
    expect(agreements).toEqual([]);
  });

  test("a file has a title and agreements, and nothing else", () => {
    const { problems } = parsed(changed("title:", "name:"));
    expect(problems.map((one) => tellProblem(one, "en"))).toEqual([
      `${FILE}:1 unknown key name; here may stand: title, agreements`,
      `${FILE}:1 the key title is missing`,
    ]);
  });

  test.each([
    ["the last day is inside", "2017-12-31", "2018-12-31"],
    ["a version inside another", "2017-03-01", "2017-03-31"],
    ["the same first day", "2017-01-01", "2018-12-31"],
  ])("two versions in force at once: %s", (_, from, to) => {
    const { agreements, problems } = parsed(soundFile + version(from, to));
    const span = `2017-01-01 … 2017-12-31 and ${from} … ${to}`;
    expect(agreements).toEqual([]);
    expect(problems.map((one) => tellProblem(one, "en"))).toEqual([
      `${FILE}:15 two versions are in force at once: ${span}`,
    ]);
  });

  test("nothing may follow terms that go on for ever", () => {
    const open = changed("        to: 2017-12-31\n", "", version("2019-01-01", "2019-12-31"));
    expect(parsed(open).problems.map((one) => one.code)).toEqual(["versions-overlap"]);
  });

  test("a hospital without any version is refused", () => {
    const none = `${soundFile.slice(0, soundFile.indexOf("    versions:"))}    versions: []\n`;
    expect(parsed(none).problems.map((one) => tellProblem(one, "zh"))).toEqual([
      `${FILE}:5 […] 不合要求;应为 - from: …`,
    ]);
  });

  test("all problems of all hospitals are found, and the sound hospitals still read", () => {
    const second = soundFile
      .slice(soundFile.indexOf("  - fixmedinsCode"))
      .replace("H15992100001", "H15992100002");
    const { agreements, problems } = parsed(
      changed("status: assumed", "status: x").replace('"0.10"', "10 %") + second,
    );
    expect(problems.map((one) => one.place.line)).toEqual([8, 13]);
    expect(agreements.map((one) => one.fixmedinsCode)).toEqual(["H15992100002"]);
  });
});
