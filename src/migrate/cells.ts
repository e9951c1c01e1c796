import { readCertno } from "../domain/certno.js";
import { type Day, dayOf } from "../domain/period.js";

/** Full-width letters, digits and signs to ASCII, the ideographic space to a space. */
export function halfWidth(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** A cell as plain text: half width, no spaces around. `\N`, `null` and 无 mean nothing. */
export function readText(raw: string): string {
  const text = halfWidth(raw).trim();
  return /^(null|NULL|\\N|无|空)$/.test(text) ? "" : text;
}

/**
 * A person's name as it is compared and stored: no spaces inside Chinese names, and one dot
 * (U+00B7) in names such as 阿依古丽·买买提, whichever of the dots in use was typed.
 */
export function readName(raw: string): string {
  return raw.replace(/[\s\u3000]+/g, "").replace(/[\u2022\u2027\u30fb\uff0e\uff65\u2219]/g, "·");
}

/** Whether a name can be one: no question marks, digits or descriptions in brackets. */
export function isName(name: string): boolean {
  return !/[?？\d０-９()（）[\]【】{}#*]/.test(name);
}

const DATE = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?$/;

/** A day in any of the styles met: 2017-01-31, 2017.1.31, 2017/1/31, 20170131, 2017年1月31日. */
export function readDate(raw: string): Day | undefined {
  const parts = DATE.exec(halfWidth(raw).trim());
  if (parts === null) return undefined;
  return dayOf(Number(parts[1]), Number(parts[2] ?? parts[4]), Number(parts[3] ?? parts[5]));
}

/** A certificate number, judged after spaces, apostrophes and full width are gone. */
export function readCertificate(raw: string): ReturnType<typeof readCertno> {
  return readCertno(halfWidth(raw).replace(/[\s'‘’]/g, ""));
}

/** 0/1 in the spellings met; undefined for anything else. */
export function readFlag(raw: string): "0" | "1" | undefined {
  const text = readText(raw);
  if (text === "1" || text === "是") return "1";
  return text === "0" || text === "" || text === "否" ? "0" : undefined;
}
