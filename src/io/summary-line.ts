import type { Row, RowBatch } from "./row.js";

/**
 * Takes the summary line (合计) off the end of a table: the last row, when its first filled field
 * begins with the given text. Only the very last row can be one; anywhere else it is a row.
 */
export async function* withoutSummary(
  batches: AsyncIterable<RowBatch>,
  summary: string,
): AsyncGenerator<RowBatch> {
  let held: Row | undefined;
  for await (const { rows, blank } of batches) {
    const last = rows.at(-1);
    if (last === undefined) {
      yield { rows, blank };
      continue;
    }
    const before: readonly Row[] = held === undefined ? [] : [held];
    held = isSummary(last, summary) ? last : undefined;
    yield { rows: [...before, ...(held === undefined ? rows : rows.slice(0, -1))], blank };
  }
}

function isSummary({ fields, text }: Row, summary: string): boolean {
  const first = fields.map((field) => field.trim()).find((field) => field !== "");
  return (first ?? text.trim()).startsWith(summary);
}
