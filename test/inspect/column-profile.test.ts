import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit } from "../../src/domain/certno.js";
import { ColumnProfiler, MOST_DISTINCT } from "../../src/inspect/column-profile.js";
import { TableProfiler } from "../../src/inspect/table-profile.js";
import { ruinedText } from "../../src/io/ruined.js";
import { holds } from "../seeded.js";

const valid = `15992119900101001${checkDigit("15992119900101001")}`;

describe("a column", () => {
  test("is counted: fill, different values, shapes, ids, the longest", () => {
    const profile = profileOf([
      ...[valid, valid, `15992119900101001${valid.endsWith("1") ? 2 : 1}`, "159921900101001"],
      ...["1.59921E+17", "", " ", "无"],
    ]);
    expect(profile).toMatchObject({ filled: 5, distinct: 4, isDistinctExact: true, longest: 18 });
    expect(profile.patterns.map(({ name, detail, count }) => [name, detail, count])).toEqual([
      ["digits", "18", 3],
      ["empty", "", 3],
      ["digits", "15", 1],
      ["scientific", "", 1],
    ]);
    expect(profile.ids).toEqual({ valid: 2, badCheckDigit: 1, upgraded: 1, excelRounded: 1 });
  });

  test("counts different values up to a bound, and says when there are more", () => {
    const values = Array.from({ length: MOST_DISTINCT + 1 }, (_, index) => `v${index}`);
    const exact = profileOf(values.slice(1));
    expect([exact.distinct, exact.isDistinctExact]).toEqual([MOST_DISTINCT, true]);
    const more = profileOf([...values, ...values]);
    expect([more.distinct, more.isDistinctExact]).toEqual([MOST_DISTINCT, false]);
    expect(more.filled).toBe(values.length * 2);
  });

  test("finds the damage of earlier conversions, with its first lines", () => {
    const profiler = new TableProfiler(1, ruinedText);
    const cells = ["刘\ufffd", "王五", "鍒樻垜", "\ue863", "\ue001", "锟斤拷", "\ue002\ue003"];
    for (const [index, cell] of cells.entries()) profiler.take(row(index + 1, [cell]));
    expect(profiler.finish().columns[0]?.findings).toEqual([
      { code: "character-cut", count: 1, lines: [1] },
      { code: "text-garbled", count: 1, lines: [3] },
      { code: "character-twin-mapped", count: 1, lines: [4] },
      { code: "character-private-use", count: 2, lines: [5, 7] },
      { code: "text-replaced", count: 1, lines: [6] },
    ]);
  });

  test("every cell has exactly one shape, and different values are as many as there are", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("", "1", "王五", "2017-01-31", "12.50"));
    holds(
      fc.property(fc.array(cell), (cells) => {
        const { patterns, distinct, filled } = profileOf(cells);
        const empty = patterns.find(({ name }) => name === "empty")?.count ?? 0;
        const all = patterns.reduce((count, one) => count + one.count, 0);
        expect([all, filled]).toEqual([cells.length, cells.length - empty]);
        const said = cells.map((one) => one.trim()).filter((one) => !NOTHING.test(one));
        expect(distinct).toBe(new Set(said).size);
      }),
    );
  });
});

describe("a table", () => {
  test("keeps rows that do not fit out of the columns, and counts them", () => {
    const profiler = new TableProfiler(2, ruinedText);
    profiler.take(row(2, ["1", "a"]));
    profiler.take(row(3, ["1"]));
    profiler.take(row(4, ["1", "a", "x"]));
    profiler.take({ ...row(5, []), problem: "quote-not-closed" });
    const { rows, unfit, columns } = profiler.finish();
    expect([rows, columns.map((column) => column.filled)]).toEqual([4, [1, 1]]);
    expect(unfit).toEqual([
      { code: "row-field-count", count: 2, lines: [3, 4] },
      { code: "quote-not-closed", count: 1, lines: [5] },
    ]);
  });
});

const NOTHING = /^(|null|NULL|\\N|无|空)$/;

function row(line: number, fields: readonly string[]) {
  return { line, text: fields.join(","), fields };
}

function profileOf(cells: readonly string[]) {
  const profiler = new ColumnProfiler();
  for (const cell of cells) profiler.take(cell);
  return profiler.finish();
}
