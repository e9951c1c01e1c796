import type { TextEncoding } from "../domain/format.js";
import { beginsWith, PIECE_START } from "./character-kinds.js";
import { decode } from "./gb18030.js";
import { lineEncodings } from "./line-encodings.js";
import { verdictOf } from "./line-verdict.js";

/** The text of a line, and how it was read where that was not as the file's encoding says. */
export interface LineText {
  readonly text: string;
  readonly readAs?: "gb18030" | "utf-8";
  readonly otherwise?: string;
}

/** The text of a line's bytes by the same rules as when its file was read. */
export function lineText(bytes: Buffer, encoding: TextEncoding): LineText {
  const text = lineEncodings[encoding].decode(bytes);
  return mayBeOther(text, encoding) ? readLine(text, bytes, encoding) : { text };
}

/**
 * A quick look at the text that a file's encoding gives a line: what cannot be read holds U+FFFD,
 * and a line in UTF-8 begins, when it is read as GBK, with one of few characters.
 */
export function mayBeOther(text: string, encoding: TextEncoding): boolean {
  if (encoding === "gb18030") return text.includes("\ufffd") || beginsWith(text, PIECE_START);
  return encoding === "utf-8" && text.includes("\ufffd");
}

/** Judges a line that may be in another encoding than its file. */
export function readLine(text: string, bytes: Buffer, encoding: TextEncoding): LineText {
  return encoding === "gb18030" ? asGb18030(text, bytes) : asUtf8(text, bytes);
}

function asGb18030(text: string, bytes: Buffer): LineText {
  const other = bytes.toString("utf8");
  if (verdictOf(bytes) === "utf-8") return { text: other, readAs: "utf-8", otherwise: text };
  return text.includes("\ufffd") ? { text, otherwise: other } : { text };
}

function asUtf8(text: string, bytes: Buffer): LineText {
  if (Buffer.from(text).equals(bytes)) return { text }; // U+FFFD stands in the file itself
  const other = decode(bytes);
  if (verdictOf(bytes) === "gb18030") return { text: other, readAs: "gb18030", otherwise: text };
  return { text, otherwise: other };
}
