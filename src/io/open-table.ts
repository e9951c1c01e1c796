import type { FileFormat } from "../domain/format.js";
import { openDbf } from "./dbf.js";
import { readRows } from "./delimited.js";
import { refuseOtherKind } from "./expected-kind.js";
import { readFixed } from "./fixed.js";
import { takeHeader } from "./header-rows.js";
import { readPairs } from "./pairs.js";
import type { OpenTable, RowBatch } from "./row.js";
import { openSheet } from "./sheet.js";
import { withoutSummary } from "./summary-line.js";

/**
 * Opens a file of any format for reading, row by row. A file that is of another kind than its
 * format says is refused as `format-differs`.
 */
export async function openTable(path: string, format: FileFormat): Promise<OpenTable> {
  await refuseOtherKind(path, format.kind);
  switch (format.kind) {
    case "delimited":
      return headed(readRows(path, format), format);
    case "dbf":
      return openDbf(path, format);
    case "sheet": {
      const { batches, findings } = await openSheet(path, format);
      return { ...(await headed(batches, format)), findings };
    }
    case "fixed":
      return headed(readFixed(path, format), format);
    case "pairs":
      return { findings: [], batches: readPairs(path, format) };
  }
}

interface HeaderAndSummary {
  readonly headerRows: number;
  readonly skip?: number;
  readonly summary: string;
}

async function headed(
  rows: AsyncGenerator<RowBatch>,
  { headerRows, skip, summary }: HeaderAndSummary,
): Promise<OpenTable> {
  const { batches, ...names } = await takeHeader(rows, headerRows, skip);
  const data = summary === "" ? batches : withoutSummary(batches, summary);
  return { ...names, findings: [], batches: data };
}
