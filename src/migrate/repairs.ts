import type { DocumentNode, DocumentReader } from "../domain/document.js";
import { effectOf } from "../domain/problem.js";
import { type ProblemCode, problemTexts } from "../text/problems.js";

/** The repairs that a mapping switches off; their rows are set aside, or keep what they say. */
export type Unrepaired = ReadonlySet<ProblemCode>;

/**
 * Reads `repairs` of a layout: `{ character-twin-mapped: off }`. Every repair is on unless it is
 * switched off; a code that is no repair is `key-unknown`.
 */
export function readRepairs(reader: DocumentReader, node: DocumentNode | undefined): Unrepaired {
  if (node === undefined) return new Set();
  const values = reader.fields(node, [], repairCodes());
  const off = repairCodes().filter((code) => {
    return values[code] !== undefined && reader.oneOf(values[code], ["on", "off"]) === "off";
  });
  return new Set(off);
}

/** The codes of all problems that are mended by a rule, in the order of the catalogue. */
export function repairCodes(): readonly ProblemCode[] {
  const codes = Object.keys(problemTexts) as ProblemCode[];
  return codes.filter((code) => effectOf(code) === "repair");
}
