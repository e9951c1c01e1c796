import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import { PRIVATE_USE, twinOf } from "./twins.js";

/** What an examination found in a cell: its text, repaired where that is certain, and why. */
export interface Examined {
  readonly text: string;
  readonly problems: readonly { readonly code: ProblemCode; readonly values: Values }[];
}

/**
 * Knows text that is UTF-8 read as GBK; needs the code table, so it comes from outside the core.
 */
export interface RuinedText {
  /** A quick look: whether a text holds any character that such damage leaves. */
  mayHold(text: string): boolean;
  /** What the text's GB18030 bytes say as UTF-8, when they are Chinese text in UTF-8. */
  asUtf8(text: string): string | undefined;
}

// U+FFFD re-encoded shows as 锟斤拷; VC++ debug memory shows as 烫烫烫 and 屯屯屯.
const REPLACED_TEXT = /锟斤拷|烫烫烫|屯屯屯/;
const SUSPECT = /[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫烫|屯屯屯/;
const EVERY_PRIVATE_USE = /[\ue000-\uf8ff]/g;

/** A quick look at a whole line, so that the cells of clean lines are not examined one by one. */
export function maySuffer(line: string, ruined: RuinedText): boolean {
  return SUSPECT.test(line) || ruined.mayHold(line);
}

/**
 * Examines a cell for damage that earlier conversions did; undefined when there is none. Problems:
 * `line-undecodable`, `text-garbled`, `character-private-use`, `character-twin-mapped`.
 */
export function examine(cell: string, ruined: RuinedText): Examined | undefined {
  if (cell.includes("\ufffd")) {
    return { text: cell, problems: [{ code: "line-undecodable", values: { found: cell } }] };
  }
  if (REPLACED_TEXT.test(cell) || ruined.asUtf8(cell) !== undefined) {
    return { text: cell, problems: [{ code: "text-garbled", values: { found: cell } }] };
  }
  return PRIVATE_USE.test(cell) ? twinsMapped(cell) : undefined;
}

function twinsMapped(cell: string): Examined {
  const problems: { code: ProblemCode; values: Values }[] = [];
  const text = cell.replace(EVERY_PRIVATE_USE, (character) => {
    const repaired = twinOf(character);
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
