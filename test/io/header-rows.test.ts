import { describe, expect, test } from "vitest";
import type { DelimitedFormat } from "../../src/domain/format.js";
import { openTable } from "../../src/io/open-table.js";
import { testFile } from "./folder.js";

const csv: DelimitedFormat = {
  ...({ kind: "delimited", encoding: "utf-8", delimiter: ",", quote: '"' } as const),
  headerRows: 1,
  summary: "",
};

describe("what stands above the data", () => {
  // The file, then how many rows of titles and of names it has; the names, the rows, the repeated.
  test.each([
    ["a,b\n1,2\n", 0, 1, ["a", "b"], ["1,2"], []],
    ["参合名单\n\na,b\n1,2\n", 1, 1, ["a", "b"], ["1,2"], []],
    ["sep=,\n1,2\n3,4\n", 1, 0, undefined, ["1,2", "3,4"], []],
    ["甲,,\na,b,c\n1,2,3\n", 0, 2, ["甲/a", "b", "c"], ["1,2,3"], []],
    ["a,b\n--,----\n1,2\n", 0, 2, ["a", "b"], ["1,2"], []],
    ["名单\na,b\n1,2\n名单\na,b\n3,4\n", 1, 1, ["a", "b"], ["1,2", "3,4"], [4, 5]],
    ["a,b\n1,2\na,B\n", 0, 1, ["a", "b"], ["1,2", "a,B"], []],
    ["a,b", 1, 1, [], [], []],
  ])("%j with %d skipped and %d of names", async (text, skip, headerRows, names, rows, again) => {
    const table = await openTable(testFile(text), { ...csv, skip, headerRows });
    expect(table.names).toEqual(names);
    const [found, repeated]: [string[], number[]] = [[], []];
    for await (const batch of table.batches) {
      found.push(...batch.rows.map((row) => row.text));
      repeated.push(...(batch.repeated ?? []));
    }
    expect([found, repeated]).toEqual([rows, again]);
  });

  test.each([
    ["合计", "1,2\n合计,2\n", 1],
    ["合计", "1,2\n合计,2\n3,4\n", 3],
    ["rows selected", "1,2\n\n316 rows selected.\n", 1],
    ["2017合计", "1,2\n2017合计,2\n", 1],
  ])("a last row that begins with %s is taken off %j", async (summary, text, count) => {
    const table = await openTable(testFile(text), { ...csv, headerRows: 0, summary });
    let rows = 0;
    for await (const batch of table.batches) rows += batch.rows.length;
    expect(rows).toBe(count);
  });
});
