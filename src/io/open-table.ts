import type { FileFormat } from "../domain/format.js";
import { openDbf } from "./dbf.js";
import { readRows } from "./delimited.js";
import { takeHeader } from "./header-rows.js";
import type { OpenTable, RowBatch } from "./row.js";
import { withoutSummary } from "./summary-line.js";

/** Opens a file of any format for reading, row by row. */
export async function openTable(path: string, format: FileFormat): Promise<OpenTable> {
  switch (format.kind) {
    case "delimited":
      return headed(readRows(path, format), format);
    case "dbf":
      return openDbf(path, format);
    case "fixed":
    case "pairs":
    case "sheet":
      throw new Error(`no reader for ${format.kind}`);
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
