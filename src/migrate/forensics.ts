import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import type { Unrepaired } from "./repairs.js";
import { PRIVATE_USE, twinOf } from "./twins.js";

/** What an examination found in a cell: its text, repaired where that is certain, and why. */
export interface Examined {
  readonly text: string;
  readonly problems: readonly { readonly code: ProblemCode; readonly values: Values }[];
}

/**
 * Knows what earlier conversions make of text; needs the code table, so it comes from outside the
 * core.
 */
export interface RuinedText {
  /** A quick look: whether a text holds any character that damage leaves. */
  mayHold(text: string): boolean;
  /** What a text said before it was read in a wrong encoding, if it says so beyond doubt. */
  original(text: string): string | undefined;
  /** The same for a cell whose bytes were read in two ways: the second, if only it makes sense. */
  better(text: string, otherwise: string): string | undefined;
  /** Whether a character's code in GBK ends with the byte of an ASCII sign. */
  endsWith(character: string, sign: string): boolean;
}

/** What is known of a cell besides its text. */
export interface CellCircumstances {
  /** The same bytes in the other encoding. */
  readonly otherwise?: string | undefined;
  readonly unrepaired?: Unrepaired;
}

// U+FFFD in UTF-8 is EF BF BD: two of them are 锟斤拷 in GBK, one is 锟 and half a character, which
// takes a | or \ with it; in Latin-1 it is ï¿½. VC++ debug memory shows as 烫烫烫 and 屯屯屯.
const REPLACED_TEXT = /锟斤拷|锟[\ufffd絴絓]|ï¿½|烫烫烫|屯屯屯/;
const EVERY_PRIVATE_USE = /[\ue000-\uf8ff]/g;

/** Half a character at the end: its first byte, or the first two or three of four. */
const CUT = /^[^\ufffd]+(\ufffd|\ufffd\d\ufffd?)$|^\ufffd$/;

/** A quick look at a whole line, so that the cells of clean lines are not examined one by one. */
export function maySuffer(line: string, ruined: RuinedText): boolean {
  return ruined.mayHold(line);
}

/**
 * Examines a cell for damage that earlier conversions did; undefined when there is none. Problems:
 * `text-replaced`, `text-garbled`, `character-cut`, `line-undecodable`, `character-private-use`,
 * `character-twin-mapped`. A text that is nothing but half a character was cut as well.
 */
export function examine(
  cell: string,
  ruined: RuinedText,
  { otherwise, unrepaired }: CellCircumstances = {},
): Examined | undefined {
  if (!ruined.mayHold(cell)) return undefined;
  if (REPLACED_TEXT.test(cell)) return damaged(cell, "text-replaced");
  const better = otherwise === undefined ? undefined : ruined.better(cell, otherwise);
  const repaired = better ?? ruined.original(cell);
  if (repaired !== undefined) return damaged(cell, "text-garbled", { repaired });
  if (CUT.test(cell.trim())) return damaged(cell, "character-cut");
  if (cell.includes("\ufffd")) return damaged(cell, "line-undecodable");
  return PRIVATE_USE.test(cell) ? twinsMapped(cell, unrepaired) : undefined;
}

function damaged(cell: string, code: ProblemCode, values: Values = {}): Examined {
  return { text: cell, problems: [{ code, values: { found: cell.trim(), ...values } }] };
}

function twinsMapped(cell: string, unrepaired: Unrepaired | undefined): Examined {
  const isRepaired = unrepaired?.has("character-twin-mapped") !== true;
  const problems: { code: ProblemCode; values: Values }[] = [];
  const text = cell.replace(EVERY_PRIVATE_USE, (character) => {
    const repaired = isRepaired ? twinOf(character) : undefined;
    const found = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
    if (repaired === undefined) {
      problems.push({ code: "character-private-use", values: { found } });
      return character;
    }
    problems.push({ code: "character-twin-mapped", values: { found, repaired } });
    return repaired;
  });
  return { text, problems };
}
