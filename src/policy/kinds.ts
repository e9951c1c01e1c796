import type { DocumentNode, DocumentReader } from "../domain/document.js";
import type { Ratio, Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { Cited } from "./cited.js";

/** Reads one version of a parameter: the file's reader, and the list that numbers every value. */
export interface Citing {
  readonly reader: DocumentReader;
  /** Enters a single value under a row of the law's table and gives it its place in the pack. */
  cite<Value>(node: DocumentNode | undefined, row: string, value: Value): Cited<Value>;
}

/**
 * A kind of value that a parameter may have: reads and checks what the file says (problems go to
 * the reader), enters every single number, and gives the compiled value for the rules.
 */
export type Kind<Compiled> = (
  citing: Citing,
  node: DocumentNode | undefined,
  row: string,
) => Compiled;

/** An amount in yuan, zero or more: `"450.00"`. */
export const amount: Kind<Cited<Yuan>> = (citing, node, row) =>
  citing.cite(node, row, amountIn(citing.reader, node));

/** A share from 0 to 1: `"0.75"`. */
export const share: Kind<Cited<Ratio>> = (citing, node, row) =>
  citing.cite(node, row, citing.reader.ratio(node));

/** An upper limit in yuan, or the bare word `none` (不封顶), which compiles to undefined. */
export const limit: Kind<Cited<Yuan | undefined>> = (citing, node, row) => {
  const isUnlimited = node?.kind === "text" && !node.isQuoted && node.text === "none";
  return citing.cite(node, row, isUnlimited ? undefined : amountIn(citing.reader, node));
};

/** A day of the calendar. */
export const day: Kind<Cited<Day>> = (citing, node, row) =>
  citing.cite(node, row, citing.reader.day(node));

/** A whole number within bounds, such as an age in years or the day of a month. */
export function whole(lowest: number, highest: number): Kind<Cited<number>> {
  return (citing, node, row) => {
    const found = citing.reader.wholeNumber(node);
    if (node?.kind === "text" && /^\d+$/.test(node.text) && (found < lowest || found > highest)) {
      citing.reader.unfit(node, `${lowest} – ${highest}`);
    }
    return citing.cite(node, row, found);
  };
}

/** One of a few words, each of which the engine knows. */
export function choice<Word extends string>(
  ...words: readonly [Word, ...Word[]]
): Kind<Cited<Word>> {
  return (citing, node, row) => citing.cite(node, row, citing.reader.oneOf(node, words));
}

/** An amount of the law: quoted, at most two places, never below zero. */
function amountIn(reader: DocumentReader, node: DocumentNode | undefined): Yuan {
  const found = reader.yuan(node);
  if (node !== undefined && found < 0) reader.unfit(node, '"0.00" …');
  return found;
}
