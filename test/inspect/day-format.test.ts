import { expect, test } from "vitest";
import { ColumnProfiler } from "../../src/inspect/column-profile.js";
import { dayFormatOf } from "../../src/inspect/day-format.js";

// Cells of a column of days; what a layout has to say about them.
test.each([
  ["2017-01-31 20170131 2017/1/31 2017年1月31日", undefined],
  ["1/31/2017 12/25/2016 1/2/2017", "M/d/yyyy"],
  ["31/1/2017 25/12/2016 1/2/2017", "d/M/yyyy"],
  ["31.1.2017 25.12.2016", "d.M.yyyy"],
  ["1/2/2017 3/4/2016", "unclear"],
  ["31/1/2017 12/25/2016", "unclear"],
  ["31/1/2017 25-12-2016", "unclear"],
  ["31/1/17 25/12/16", "unclear"],
  ["42766 30317 28000", "excel"],
  ["男 女", undefined],
])("%s: %s", (cells, expected) => {
  const profiler = new ColumnProfiler();
  for (const cell of cells.split(" ")) profiler.take(cell);
  expect(dayFormatOf(profiler.finish())).toBe(expected);
});
