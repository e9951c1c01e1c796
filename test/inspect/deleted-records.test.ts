import { expect, test } from "vitest";
import { TableProfiler } from "../../src/inspect/table-profile.js";
import { ruinedText } from "../../src/io/ruined.js";

test("a record that is marked deleted is told, and is none of the rows", () => {
  const profiler = new TableProfiler(1, ruinedText);
  profiler.take({ line: 1, text: "张三", fields: ["张三"] });
  profiler.take({ line: 2, text: "李四", fields: [], problem: "record-deleted" });
  profiler.take({ line: 3, text: "王五", fields: ["王五"] });
  const { rows, unfit } = profiler.finish();
  expect(rows).toBe(2);
  expect(unfit).toEqual([{ code: "record-deleted", count: 1, lines: [2] }]);
});
