import type { Explanation } from "../../jobs/settle/explain-settlement.js";
import { explanationTexts } from "../../text/explanation.js";
import { type Lang, tell } from "../../text/tell.js";

/** Whether the arithmetic of a settlement's steps holds, line by line. */
export function verifiedLines(
  { lines, steps, verified }: Explanation,
  lang: Lang,
): readonly string[] {
  const [head = ""] = lines;
  if (verified.length === 0) {
    return [head, tell(explanationTexts.verified, lang, { count: steps.length })];
  }
  return [head, ...verified.map((one) => tell(explanationTexts.wrongStep, lang, { ...one }))];
}
