import { readCertno } from "../domain/certno.js";
import type { Day } from "../domain/period.js";
import { readText } from "./plain-text.js";

export { readDate } from "./dates.js";
export { readName } from "./person-name.js";
export { halfWidth, readText } from "./plain-text.js";

/**
 * A certificate number, judged after spaces, apostrophes, the marks of spreadsheets and full width
 * are gone; a sign of multiplication at the end was meant as X. Nobody is born after `latest`.
 */
export function readCertificate(raw: string, latest?: Day): ReturnType<typeof readCertno> {
  const text = readText(raw).replace(/[\s'‘’`"]/g, "");
  return readCertno(text.replace(/^(\d{17})[×✕*]$/, "$1X"), latest);
}

/** 0/1 in the spellings met; undefined for anything else. */
export function readFlag(raw: string): "0" | "1" | undefined {
  const text = readText(raw).toUpperCase();
  if (/^(1|是|有|Y|YES|TRUE|T)$/.test(text)) return "1";
  return /^(0|否|N|NO|FALSE|F|)$/.test(text) ? "0" : undefined;
}
