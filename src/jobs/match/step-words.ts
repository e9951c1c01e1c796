import type { MatchStep } from "../../match/explain.js";
import { levelTexts, matchTexts } from "../../text/match.js";
import { type Lang, tell, type Values } from "../../text/tell.js";

/** On which level a field agrees, in words. */
export function foundText({ agreement, level }: MatchStep, lang: Lang): string {
  if (agreement === "missing") return sayMatch("missing", lang);
  if (level === undefined) return sayMatch("differ", lang);
  return tell(levelTexts[level.test], lang, { limit: level.limit });
}

/**
 * What a weight means: below one the odds do not even double; from seven on they grow more than a
 * hundredfold.
 */
export function meaningOf({ weight, rarity }: MatchStep, lang: Lang): string {
  const rare = rarity === 0 ? "" : sayMatch("rarity", lang, { weight: signed(rarity) });
  const strength = Math.abs(weight);
  if (strength < 1) return sayMatch("nothing", lang) + rare;
  const side = sayMatch(weight > 0 ? "for" : "against", lang);
  const name = strength < 3 ? "little" : strength < 7 ? "clearly" : "strongly";
  return sayMatch(name, lang, { side }) + rare;
}

/** A weight with its sign and one place. */
export function signed(weight: number): string {
  return (weight >= 0 ? "+" : "−") + Math.abs(weight).toFixed(1);
}

export function sayMatch(name: keyof typeof matchTexts, lang: Lang, values: Values = {}): string {
  return tell(matchTexts[name], lang, values);
}
