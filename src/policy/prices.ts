import type { DocumentNode } from "../domain/document.js";
import { fieldsOf } from "./keys.js";
import { type ReadOutcome, type RowSource, readAmount } from "./outcomes.js";
import type { RowReading } from "./row-reading.js";
import type { PriceBand } from "./values.js";

/**
 * Prices by number (按床日分段): bands in ascending order, the first of which starts at 0. Each is
 * entered by itself; the row's own place is that of its first band.
 */
export function readPrices(
  reading: RowReading,
  row: string,
  node: DocumentNode,
  source: RowSource,
): ReadOutcome {
  const { reader } = reading;
  const items = reader.list(node);
  if (node.kind === "list" && items.length === 0) reader.unfit(node, '- { above: "0", … }');
  let last = -1;
  const bands = items.map((item): PriceBand => {
    const found = fieldsOf(reader, item, ["above", "amount"]);
    const { above: edge, amount: price } = found;
    const above = reader.wholeNumber(edge);
    if (edge !== undefined && last < 0 && above !== 0) reader.unfit(edge, '"0"');
    else if (edge !== undefined && above <= last) reader.unfit(edge, `> "${last}"`);
    last = above;
    const amount = readAmount(reader, price);
    const text = reader.text(price);
    const entry = { row: `${row} > ${above}`.trim(), text, line: item.line, ...source };
    return { above, amount, parameter: reading.enter(entry) };
  });
  return { value: bands, parameter: bands[0]?.parameter ?? -1 };
}
