import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import { dirtKinds, isDirtKind, type Rates, ratesOf, readRate } from "./rates.js";

/** What a rate may look like, for messages. */
export const RATE_STYLE = "0% … 100% (2%, 0.25%)";

/**
 * Reads a file of rates: `rates:` with one line a kind, `id-missing: 2%`. The file says all: a kind
 * that it does not name does not occur. Problems: `key-unknown`, `value-unfit`, `key-missing`.
 */
export function parseRates(
  file: string,
  document: DocumentNode,
): { readonly rates: Rates; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["rates"], ["title"]);
  const stated = new Map<string, number>();
  for (const { key, line, value } of reader.entries(top["rates"])) {
    if (!isDirtKind(key)) {
      const expected = Object.keys(dirtKinds).join(", ");
      reader.report("key-unknown", { line }, { found: key, expected });
      continue;
    }
    const rate = readRate(reader.text(value));
    if (rate === undefined) reader.unfit(value, RATE_STYLE);
    stated.set(key, rate ?? 0);
  }
  return { rates: ratesOf((kind) => stated.get(kind) ?? 0), problems: reader.problems };
}
