import type { Row, RowBatch } from "./row.js";

/** The rows of a file with the names above them taken off. */
export interface Headed {
  /** Absent where the file has no header. */
  readonly names?: readonly string[];
  readonly batches: AsyncIterable<RowBatch>;
}

/**
 * Takes off a stream of rows what stands above the data: `skip` rows of titles, then the header. Of
 * several header rows, what stands over a column is joined by `/`, each text once (a title over
 * several columns is repeated by the reader). A row that repeats one of them to the letter, as
 * page breaks do, is no row of data either: its line is told in the batch.
 */
export async function takeHeader(
  batches: AsyncGenerator<RowBatch>,
  headerRows: number,
  skip = 0,
): Promise<Headed> {
  const wanted = skip + headerRows;
  if (wanted === 0) return { batches };
  const above: Row[] = [];
  for (;;) {
    const next = await batches.next();
    const batch = next.done === true ? { rows: [], blank: 0 } : next.value;
    const missing = wanted - above.length;
    above.push(...batch.rows.slice(0, missing));
    if (above.length < wanted && next.done !== true) continue;
    const rest = { ...batch, rows: batch.rows.slice(missing) };
    const data = withoutRepeated(after(rest, batches), above);
    return headerRows === 0
      ? { batches: data }
      : { names: namesOf(above.slice(skip)), batches: data };
  }
}

/** Whoever stops reading early closes the file too. */
async function* after(first: RowBatch, rest: AsyncGenerator<RowBatch>): AsyncGenerator<RowBatch> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* withoutRepeated(
  batches: AsyncIterable<RowBatch>,
  above: readonly Row[],
): AsyncGenerator<RowBatch> {
  const texts = above.map((row) => row.text);
  for await (const batch of batches) {
    const repeated = batch.rows.filter((row) => texts.includes(row.text));
    if (repeated.length === 0) {
      yield batch;
      continue;
    }
    const rows = batch.rows.filter((row) => !repeated.includes(row));
    yield { ...batch, rows, repeated: repeated.map((row) => row.line) };
  }
}

/** A line that database shells draw under the names of the columns. */
const RULE = /^[-=_]{2,}$/;

function namesOf(above: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...above.map((row) => row.fields.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = above.map((row) => (row.fields[column] ?? "").trim());
    return [...new Set(texts.filter((text) => text !== "" && !RULE.test(text)))].join("/");
  });
}
