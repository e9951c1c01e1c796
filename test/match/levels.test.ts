import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { readHanzi } from "../../src/jobs/match/read-spec.js";
import { Comparison } from "../../src/match/compare/comparison.js";
import { type FieldKind, type Level, nameOfLevel } from "../../src/match/level.js";
import { normalized } from "../../src/match/normalized.js";
import type { MatchField } from "../../src/match/spec.js";
import { TableBuilder } from "../../src/match/table.js";

const hanzi = await readHanzi(packageRoot());

const ofName = levels("equal variant sound look one-missing one-differs surname");
const ofDay = levels("equal swapped lunar year-off/1 edits/1 same-year");
const ofCertno = levels("equal borrowed one-digit both-sound");

describe("names", () => {
  test.each([
    ["王伟", "王伟", "equal"],
    ["王 伟", "王　伟", "equal"], // spaces and width are only spelling
    ["張偉", "张伟", "variant"], // traditional
    ["王\ue863", "王䶮", "variant"], // the private-use twin
    ["阿依古丽·买买提", "阿依古丽买买提", "variant"], // with and without the dot
    ["阿依古丽•买买提", "阿依古丽·买买提", "equal"], // another dot
    ["李玥", "李月", "sound"],
    ["曾强", "增强", "sound"], // 曾 is read ceng and zeng
    ["单丽", "善莉", "sound"], // 单 as a surname
    ["王珅", "王坤", "look"],
    ["己巳", "已己", "look"],
    ["欧阳建国", "欧阳建", "one-missing"],
    ["王建国", "王建军", "one-differs"],
    ["王建国", "王芳", "surname"],
    ["王芳", "李强", "differ"],
    ["王芳", "无", ""], // nothing was stated
  ])("%s and %s: %s", (left, right, level) => {
    expect(levelOf("name", ofName, left, right)).toBe(level);
  });
});

describe("birth dates", () => {
  test.each([
    ["1990-01-02", "1990年1月2日", "equal"],
    ["1990/1/2", "19900102", "equal"],
    ["1990-03-05", "1990-05-03", "swapped"],
    ["1990-01-01", "1990-01-27", "lunar"], // 正月初一
    ["1989-12-20", "1990-01-16", "lunar"], // across the year
    ["1990-03-05", "1991-03-05", "year-off 1"],
    ["1990-03-05", "1990-03-06", "edits 1"],
    ["1990-03-05", "1990-08-21", "same-year"],
    ["1990-03-05", "1971-08-21", "differ"],
  ])("%s and %s: %s", (left, right, level) => {
    expect(levelOf("day", ofDay, left, right)).toBe(level);
  });
});

describe("certificate numbers", () => {
  test.each([
    ["15992119900101001x", "15992119900101001X", "equal"],
    ["159921700101002", "159921197001010029", "equal"], // 15 digits are completed
    ["159921197001010029", "159921197001010129", "one-digit"],
    ["159921197001010029", "159921197001100029", "one-digit"], // two neighbours swapped
    ["15992119900101001X", "159921199001010036", "both-sound"], // twins: two places differ
    ["15992119900101001X", "159921197001010029", "both-sound"],
    ["15992119900101001X", "15992119851231003", "differ"],
    ["15992119900101001X", "1.59921E+17", ""], // rounded by Excel: it tells nobody apart
  ])("%s and %s: %s", (left, right, level) => {
    expect(levelOf("certno", ofCertno, left, right)).toBe(level);
  });

  test("a number that is not its row's own is borrowed; borrowed by both, it says nothing", () => {
    const field: MatchField = { ...fieldOf("certno", ofCertno), birth: "birth" };
    const table = new TableBuilder([field, { ...fieldOf("day", ofDay), name: "birth" }]);
    table.take(0, "father", ["159921197001010029", "1970-01-01"]);
    table.take(0, "son", ["159921197001010029", "1995-06-07"]);
    table.take(0, "daughter", ["159921197001010029", "1995-06-07"]);
    table.take(0, "unknown", ["159921197001010029", ""]);
    const { ids, columns } = table.finish();
    const column = columns.get("field");
    if (column === undefined) throw new Error("no column");
    const comparison = new Comparison(field, column, hanzi);
    const between = (one: string, other: string): string =>
      nameOf(ofCertno, comparison.level(ids.indexOf(one), ids.indexOf(other)));
    expect(between("father", "son")).toBe("borrowed");
    expect(between("son", "daughter")).toBe("");
    expect(between("father", "unknown")).toBe("equal");
  });

  // The birth dates beside the numbers decide whether two sound ones can be one person's.
  test.each([
    ["159921199001010036", "1990-01-01", "15992119900101001X", "1990-01-01", "both-own"],
    ["159921199001010036", "1990-01-01", "15992119900101001X", "1990-01-11", "both-own"], // a slip
    ["159921199001010036", "1990-01-01", "15992119900101001X", "", "both-sound"],
    ["159921199506070036", "1995-06-07", "159921197001010029", "1995-06-07", "differ"], // borrowed
    ["159921900101003", "1990-01-01", "15992119900101001X", "1990-01-01", ""], // 15 digits: twins?
    ["159921900101003", "1990-01-01", "159922900101003", "1990-01-01", "one-digit"],
    ["15992119900101001X", "1990-01-01", "15992119900101001X", "1990-10-01", "equal"], // a slip
    ["15992119900101001X", "1990-01-01", "15992119900101001X", "1965-07-30", "borrowed"],
    ["159921196006599410", "1960-06-29", "15992319600629097X", "1960-06-29", "unlike"],
    ["159921199001010136", "1990-01-01", "159921199001050036", "1990-01-01", "differ"], // two slips
  ])("%s of %s and %s of %s: %s", (left, leftBirth, right, rightBirth, level) => {
    const levelsOf = levels("equal borrowed one-digit both-own both-sound unlike");
    const field: MatchField = { ...fieldOf("certno", levelsOf), birth: "birth" };
    const builder = new TableBuilder([field, { ...fieldOf("day", ofDay), name: "birth" }]);
    builder.take(0, "1", [left, leftBirth]);
    builder.take(0, "2", [right, rightBirth]);
    const column = builder.finish().columns.get("field");
    if (column === undefined) throw new Error("no column");
    expect(nameOf(levelsOf, new Comparison(field, column, hanzi).level(0, 1))).toBe(level);
    expect(nameOf(levelsOf, new Comparison(field, column, hanzi).level(1, 0))).toBe(level);
  });
});

test.each([
  ["phone", "+86 139-5928-6562", "13959286562"],
  ["phone", "0000000", ""],
  ["sex", "男", "1"],
  ["sex", "9", ""],
  ["text", "  St  James ", "st james"],
  ["code", " v 12 ", "V12"],
] as const)("a %s written as %j is %j", (kind, raw, expected) => {
  expect(normalized(raw, kind)).toBe(expected);
});

describe("for all values", () => {
  const kinds: readonly FieldKind[] = ["text", "code", "day", "name", "certno", "sex", "phone"];
  const sign = fc.constantFrom(..."0123456789Xx张張伟·•. -年月日/ＡAbé");
  const raw = fc.string({ unit: sign, maxLength: 20 });

  test("what is normal stays as it is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), raw, (kind, text) => {
        const once = normalized(text, kind);
        expect(normalized(once, kind)).toBe(once);
      }),
    );
  });

  test("the way round does not matter", () => {
    const name = fc.string({ unit: fc.constantFrom(..."王玉李月玥单善曾增伟偉·"), maxLength: 4 });
    const digits = fc.string({ unit: fc.constantFrom(..."0129"), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(name, name, digits, digits, (one, other, day, otherDay) => {
        expect(levelOf("name", ofName, one, other)).toBe(levelOf("name", ofName, other, one));
        expect(levelOf("day", ofDay, day, otherDay)).toBe(levelOf("day", ofDay, otherDay, day));
      }),
    );
  });
});

function levels(words: string): readonly Level[] {
  return words.split(" ").map((word) => {
    const [test = "", limit = "0"] = word.split("/");
    return { test: test as Level["test"], limit: Number(limit) };
  });
}

function fieldOf(kind: FieldKind, known: readonly Level[]): MatchField {
  return {
    name: "field",
    columns: ["field"],
    kind,
    isOptional: false,
    levels: known,
    byFrequency: false,
  };
}

/** The level on which two cells agree; empty where one says nothing. */
function levelOf(kind: FieldKind, known: readonly Level[], left: string, right: string): string {
  const field = fieldOf(kind, known);
  const builder = new TableBuilder([field]);
  builder.take(0, "1", [left]);
  builder.take(0, "2", [right]);
  const column = builder.finish().columns.get("field");
  if (column === undefined) throw new Error("no column");
  return nameOf(known, new Comparison(field, column, hanzi).level(0, 1));
}

function nameOf(known: readonly Level[], level: number): string {
  if (level === 0) return "";
  const found = known[level - 1];
  return found === undefined ? "differ" : nameOfLevel(found);
}
