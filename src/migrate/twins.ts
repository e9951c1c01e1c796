/**
 * Private-use code points that stand for a real character: where GB18030-2022 moved characters that
 * the 2000 and 2005 editions had put into the private-use area (standards.md 4.5). Only pairs that
 * the standard itself gives; a private-use character that is not here is never guessed.
 */
const TWINS: ReadonlyMap<string, string> = new Map([
  ["\ue78d", "\ufe10"],
  ["\ue78e", "\ufe12"],
  ["\ue78f", "\ufe11"],
  ["\ue790", "\ufe13"],
  ["\ue791", "\ufe14"],
  ["\ue792", "\ufe15"],
  ["\ue793", "\ufe16"],
  ["\ue794", "\ufe17"],
  ["\ue795", "\ufe18"],
  ["\ue796", "\ufe19"],
  ["\ue7c7", "\u1e3f"],
  ["\ue81e", "\u9fb4"],
  ["\ue826", "\u9fb5"],
  ["\ue82b", "\u9fb6"],
  ["\ue82c", "\u9fb7"],
  ["\ue832", "\u9fb8"],
  ["\ue843", "\u9fb9"],
  ["\ue854", "\u9fba"],
  ["\ue864", "\u9fbb"],
  // cp936 kept these where GB18030 has a real character
  ["\ue863", "\u4dae"],
  ["\ue76c", "\u20ac"],
]);

export const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** The real character of a private-use twin, or undefined. */
export function twinOf(character: string): string | undefined {
  return TWINS.get(character);
}
