import { lineOf } from "../../domain/row-number.js";
import type { OpenTable, Row } from "../../io/row.js";

/**
 * The rows of a table that stand at some places (row numbers), which come in order. The table is
 * read once, and only as far as the last place; places that turn back, as the second records of
 * lines do, open it again.
 */
export async function* rowsAt<Place extends { readonly line: number }>(
  open: () => Promise<OpenTable>,
  places: AsyncIterable<Place>,
): AsyncGenerator<{ readonly place: Place; readonly row: Row }> {
  let reading: Reading | undefined;
  try {
    for await (const place of places) {
      const line = lineOf(place.line);
      if (reading === undefined || line < reading.line) {
        await reading?.rows.return(undefined);
        reading = { rows: rowsOf(open), row: undefined, line: 0 };
      }
      const row = await readUpTo(reading, line);
      if (row?.line === line) yield { place, row };
    }
  } finally {
    await reading?.rows.return(undefined);
  }
}

/** A table while it is read, and the row where the reading stands. */
interface Reading {
  readonly rows: AsyncGenerator<Row, undefined>;
  row: Row | undefined;
  line: number;
}

async function readUpTo(reading: Reading, line: number): Promise<Row | undefined> {
  reading.line = line;
  while ((reading.row?.line ?? 0) < line) {
    const next = await reading.rows.next();
    reading.row = next.value;
    if (next.done === true) break;
  }
  return reading.row;
}

async function* rowsOf(open: () => Promise<OpenTable>): AsyncGenerator<Row, undefined> {
  for await (const { rows } of (await open()).batches) yield* rows;
  return undefined;
}

/** What a store gives in pages, one after another, each after the last line of the one before. */
export async function* inPages<Item extends { readonly line: number }>(
  page: (after: number) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  for (let after = 0; ; ) {
    const items = await page(after);
    yield* items;
    const last = items.at(-1)?.line;
    if (last === undefined) return;
    after = last;
  }
}
