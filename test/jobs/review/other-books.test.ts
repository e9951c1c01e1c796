import { expect, test } from "vitest";
import type { ReadSheet } from "../../../src/io/xlsx-cells.js";
import { readReview } from "../../../src/jobs/match/read-review.js";

test("a workbook of corrections, with keys of rows and nothing to decide, is no review", () => {
  const headed = (...names: readonly string[]): ReadSheet => ({
    name: "名单",
    rows: [{ row: 1, cells: names.map((text) => ({ text, kind: "text" })) }],
  });
  const corrections = readReview("set-aside.xlsx", [headed("行键(勿改)", "处理", "姓名")], "zh");
  expect(corrections).toMatchObject({ sheets: 0, problems: [] });
  const queue = readReview("review.xlsx", [headed("行键(勿改)", "决定", "姓名")], "zh");
  expect(queue).toMatchObject({ sheets: 1, problems: [{ code: "review-column-missing" }] });
});
