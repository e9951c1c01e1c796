import type { Row, RowBatch } from "./row.js";

/**
 * Takes the summary line (合计) off the end of a table: the last row, when its first filled field
 * or its whole text begins with the given text, a number before it aside (`316 rows selected`).
 * Only the very last row can be one; anywhere else it is a row.
 */
export async function* withoutSummary(
  batches: AsyncIterable<RowBatch>,
  summary: string,
): AsyncGenerator<RowBatch> {
  let held: Row | undefined;
  for await (const { rows, ...more } of batches) {
    const last = rows.at(-1);
    if (last === undefined) {
      yield { ...more, rows };
      continue;
    }
    const before: readonly Row[] = held === undefined ? [] : [held];
    held = isSummary(last, summary) ? last : undefined;
    yield { ...more, rows: [...before, ...(held === undefined ? rows : rows.slice(0, -1))] };
  }
}

function isSummary({ fields, text }: Row, summary: string): boolean {
  const first = fields.map((field) => field.trim()).find((field) => field !== "");
  const starts = [first ?? "", text.trim()];
  return starts.some(
    (one) => one.replace(/^\d+ +/, "").startsWith(summary) || one.startsWith(summary),
  );
}
