import type { Row, RowBatch } from "./row.js";

/** The rows of a file with the names above them taken off. */
export interface Headed {
  /** Absent where the file has no header. */
  readonly names?: readonly string[];
  readonly batches: AsyncIterable<RowBatch>;
}

/**
 * Takes the header off a stream of rows. Of several header rows, what stands over a column is
 * joined by `/`, each text once (a title over several columns is repeated by the reader).
 */
export async function takeHeader(
  batches: AsyncGenerator<RowBatch>,
  headerRows: number,
): Promise<Headed> {
  if (headerRows === 0) return { batches };
  const above: Row[] = [];
  for (;;) {
    const next = await batches.next();
    const batch = next.done === true ? { rows: [], blank: 0 } : next.value;
    const missing = headerRows - above.length;
    above.push(...batch.rows.slice(0, missing));
    if (above.length < headerRows && next.done !== true) continue;
    const rest = { ...batch, rows: batch.rows.slice(missing) };
    return { names: namesOf(above), batches: after(rest, batches) };
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

function namesOf(above: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...above.map((row) => row.fields.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = above.map((row) => (row.fields[column] ?? "").trim());
    return [...new Set(texts.filter((text) => text !== ""))].join("/");
  });
}
