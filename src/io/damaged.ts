import { Refusal } from "../domain/refusal.js";
import { damageTexts } from "../text/damage.js";
import { type Lang, tell, type Values } from "../text/tell.js";

/** The refusal of a file that cannot be read: what is the matter with it, in words. */
export function damaged(
  path: string,
  damage: keyof typeof damageTexts,
  values: Values = {},
): Refusal {
  const reason = (lang: Lang): string => tell(damageTexts[damage], lang, values);
  return new Refusal("file-damaged", { found: path, reason });
}
