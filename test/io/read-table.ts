import type { DbfFormat, FileFormat } from "../../src/domain/format.js";
import { openTable } from "../../src/io/open-table.js";
import type { Row, RowFinding } from "../../src/io/row.js";
import { testFile } from "./folder.js";

export const GBK: DbfFormat = { kind: "dbf", encoding: "gb18030" };

/** All that a reader says about a file. */
export interface Found {
  readonly names?: readonly string[];
  readonly findings: readonly RowFinding[];
  readonly rows: readonly Row[];
}

/** Reads these bytes from a file of their own. */
export function readBytes(content: Uint8Array, format: FileFormat): Promise<Found> {
  return readAll(testFile(content, "Given.dbf"), format);
}

/** Reads a whole file through the reader of its format. */
export async function readAll(path: string, format: FileFormat): Promise<Found> {
  const { batches, ...about } = await openTable(path, format);
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch.rows);
  return { ...about, rows };
}
