import { editDistance } from "../domain/nearest.js";
import type { CrosswalkEntry } from "./crosswalk.js";
import { readText } from "./plain-text.js";

/**
 * Why a code is thought to mean this: it is a known code spelled otherwise, it is what a known code
 * is called, another crosswalk of the same field has it, or it is much like a known one.
 */
export type Basis = "spelling" | "meaning" | "elsewhere" | "similar";

/** What an unknown code may mean; a person decides. */
export interface CodeProposal {
  /** Empty where the like one deliberately means nothing. */
  readonly nationalCode: string;
  readonly meaning: string;
  readonly basis: Basis;
}

/**
 * Proposes a national code for an old one, the surest ground first. A number is never proposed from
 * another table, nor by likeness: 14 is a pharmacy in one system and chronic disease in the next.
 */
export function proposeCode(
  code: string,
  own: readonly CrosswalkEntry[],
  elsewhere: readonly (readonly [table: string, entries: readonly CrosswalkEntry[]])[],
): CodeProposal | undefined {
  const plain = plainCode(code);
  const spelled = own.find((entry) => plainCode(entry.code) === plain);
  if (spelled !== undefined) return proposal(spelled, "spelling");
  const named = own.find((entry) => plainCode(entry.meaning) === plain);
  if (named !== undefined) return proposal(named, "meaning");
  if (/^[\d.]*$/.test(plain)) return undefined;
  for (const [, entries] of elsewhere) {
    const found = entries.find((entry) =>
      [entry.code, entry.meaning].some((text) => plainCode(text) === plain),
    );
    if (found !== undefined) return proposal(found, "elsewhere");
  }
  const alike = own.find((entry) =>
    [entry.code, entry.meaning].some((text) => isAlike(plainCode(text), plain)),
  );
  return alike === undefined ? undefined : proposal(alike, "similar");
}

function proposal({ nationalCode, meaning }: CrosswalkEntry, basis: Basis): CodeProposal {
  return { nationalCode, meaning, basis };
}

/** A code without what spelling adds: case, width, spaces and brackets, leading zeros, 族. */
function plainCode(text: string): string {
  const plain = readText(text)
    .toLowerCase()
    .replace(/[\s()·.、-]/g, "");
  return plain.replace(/^0+(?=\d)/, "").replace(/(?<=.)族$/, "");
}

/** One holds the other, or they differ in one character of at least three. */
function isAlike(known: string, text: string): boolean {
  const [shorter, longer] = known.length < text.length ? [known, text] : [text, known];
  if (shorter.length < 2) return false;
  return longer.includes(shorter) || (longer.length > 2 && editDistance(known, text) === 1);
}
