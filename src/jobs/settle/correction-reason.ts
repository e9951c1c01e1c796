import { correctionWords } from "../../text/corrections.js";
import { type Lang, tell } from "../../text/tell.js";

/** Why a settled claim comes to something else when the year is settled in order. */
export const correctionReasons = [
  "window",
  "person",
  "refund",
  "late",
  "belated",
  "recomputed",
] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** As it is kept with the entry: `window 医院等级用错`, or the reason alone. */
export function storedReason(reason: CorrectionReason, why: string | undefined): string {
  return reason === "window" ? `window ${why ?? ""}`.trim() : reason;
}

/** A stored reason in words, with what the clerk wrote. */
export function reasonWords(stored: string, lang: Lang): string {
  const [name = "", ...why] = stored.split(" ");
  const known = correctionReasons.find((one) => one === name);
  if (known === undefined) return stored;
  return [tell(correctionWords[known], lang), ...why].join(" ");
}
