import { stringify } from "csv-stringify/sync";

/** How a CSV file is made. */
export interface CsvOptions {
  /** A byte order mark, by which Excel knows UTF-8: for files that clerks open. */
  readonly bom: boolean;
  /**
   * The columns (from 0) that hold text of people or other systems. Only there is a cell that a
   * spreadsheet would take for a formula kept from it by an apostrophe; amounts are never changed.
   */
  readonly textColumns?: ReadonlySet<number>;
}

type CsvRow = readonly string[];

const MARK = "\ufeff";
const FORMULA = /^[=+\-@\t\r]/;

/** How many rows are turned into text at once. */
const BATCH = 1000;

/** Rows, the header first, as the text of a CSV file (RFC 4180: CRLF, quotes where needed). */
export function csvText(rows: readonly CsvRow[], options: CsvOptions): string {
  return (options.bom ? MARK : "") + textOf(rows, options);
}

/** The same for many rows, piece by piece, to be handed to `writeFileAtomic`. */
export async function* csvPieces(
  rows: Iterable<CsvRow> | AsyncIterable<CsvRow>,
  options: CsvOptions,
): AsyncGenerator<string> {
  if (options.bom) yield MARK;
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield textOf(batch, options);
    batch = [];
  }
  if (batch.length > 0) yield textOf(batch, options);
}

function textOf(rows: readonly CsvRow[], { textColumns }: CsvOptions): string {
  const guarded = textColumns === undefined ? rows : rows.map((row) => guard(row, textColumns));
  return stringify([...guarded], { record_delimiter: "\r\n", quoted_match: /[\r\n]/ });
}

function guard(row: CsvRow, textColumns: ReadonlySet<number>): CsvRow {
  return row.map((cell, column) =>
    textColumns.has(column) && FORMULA.test(cell) ? `'${cell}` : cell,
  );
}
