/** Full-width letters, digits and signs to ASCII, the ideographic space to a space. */
export function halfWidth(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\u3000\uff01-\uff5e]/g, (sign) =>
    sign === "\u3000" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** What a system writes where it has nothing. */
const NOTHING = /^(null|\\N|\(null\)|<null>|none|nan|n\/a|无|空)$/i;

/** `="0012"` and `'0012`: how a spreadsheet is told that digits are text. */
const AS_TEXT = /^(?:="(.*)"|'(?=\d)(.*))$/s;

/** Characters without any width, which copies from web pages and documents leave behind. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

/** What most cells hold, of which nothing is ever taken off: digits first, or several Han. */
const PLAIN = /^(?:\d[\dA-Z.:/-]*|[\u4e00-\u9fff]{2,})$/;

/**
 * A cell as plain text: half width, no spaces around, without the marks by which a spreadsheet is
 * told that digits are text. `\N`, `null` and 无 mean nothing.
 */
export function readText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let text = halfWidth(raw).replace(INVISIBLE, "").trim();
  for (let parts = AS_TEXT.exec(text); parts !== null; parts = AS_TEXT.exec(text)) {
    text = (parts[1] ?? parts[2] ?? "").trim();
  }
  return NOTHING.test(text) ? "" : text;
}
