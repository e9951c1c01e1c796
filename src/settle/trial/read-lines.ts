import type { DocumentNode } from "../../domain/document.js";
import { ratio } from "../../domain/money.js";
import { type Count, costOf, type Price, readCount, readPrice } from "../../domain/quantity.js";
import { itemClasses } from "../../policy/names.js";
import type { FeeLine } from "../fee-lines.js";
import type { TrialLine } from "./trial.js";
import type { TrialReader } from "./trial-reader.js";

/** Parts of a line that an example may expect, by their names on the bill. */
const lineFields = ["fulamtOwnpayAmt", "overlmtSelfpay", "preselfpayAmt", "inscpScpAmt"] as const;

/**
 * Reads fee lines: `item` (A, B, C), `kind` of the pack, `price` (yuan, up to six places) and
 * `count` (one where nothing is said, up to four places), perhaps what the catalogue gives.
 */
export function readLines(
  reader: TrialReader,
  node: DocumentNode | undefined,
): readonly TrialLine[] {
  return reader.list(node).map((one, index) => {
    const found = reader.keys(one, ["item", "price"], ["kind", "count", "gives"]);
    const pric = priceOf(reader, found["price"]);
    const cnt = countOf(reader, found["count"]);
    const line: FeeLine = {
      ...{ feedetlSn: `${index + 1}`, pric, cnt },
      detItemFeeSumamt: costOf(cnt, pric),
      item: {
        class: reader.oneOf(found["item"], itemClasses),
        kind: reader.name(found["kind"], "kinds", ""),
        selfpayProp: ratio("0"),
        pricUplmtAmt: undefined,
      },
    };
    return { line, gives: reader.givens(found["gives"], lineFields) };
  });
}

function priceOf(reader: TrialReader, node: DocumentNode | undefined): Price {
  const price = node === undefined ? undefined : readPrice(reader.text(node));
  if (price === undefined && node !== undefined) reader.unfit(node, '"12.50"');
  return price ?? (0 as Price);
}

function countOf(reader: TrialReader, node: DocumentNode | undefined): Count {
  const one = readCount("1") as Count;
  if (node === undefined) return one;
  const count = readCount(reader.text(node));
  if (count === undefined) reader.unfit(node, '"2"');
  return count ?? one;
}
