import { isVariant, lookAlike, soundAlike } from "./compare/name.js";
import type { Hanzi } from "./hanzi.js";

/** Whether two names may well be one, written otherwise. */
export type AlikeNames = (left: string, right: string) => boolean;

/**
 * Names in other characters of the same meaning, sound or look (traditional and variant forms, with
 * or without the dot, homophones, characters that are taken for each other).
 */
export function alikeNames(hanzi: Hanzi): AlikeNames {
  const charactersOf = (name: string): readonly number[] =>
    hanzi.plainOf(name).map((character) => hanzi.numberOf(character));
  return (left, right) => {
    const [one, other] = [charactersOf(left), charactersOf(right)];
    return isVariant(one, other) || soundAlike(one, other, hanzi) || lookAlike(one, other, hanzi);
  };
}
