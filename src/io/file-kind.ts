import { stat } from "node:fs/promises";
import { compoundKind } from "./compound-kind.js";
import { openFile } from "./files.js";
import { looksLike } from "./looks-like.js";
import { zipEntries } from "./zip.js";

/** What a file is besides delimited text, as far as its bytes say so. */
export const otherKinds = [
  "folder",
  "dbf",
  "xls",
  "xlsx",
  "office",
  "encrypted",
  "zip",
  "gzip",
  "utf-16",
  "markup",
  "binary",
] as const;
export type OtherKind = (typeof otherKinds)[number];

/** How much of a file tells what it is: a DBF header has at most this many bytes. */
const HEAD = 64 * 1024;

/**
 * Tells whether a file is text that can be cut into lines, or something else, by its bytes alone:
 * old systems name everything .txt, and an .xls is often a web page.
 */
export async function kindOf(path: string): Promise<OtherKind | "text"> {
  const file = await openFile(path);
  let head: Buffer;
  try {
    if ((await stat(path)).isDirectory()) return "folder";
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    head = buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
  const kind = bySignature(head);
  if (kind === "xls") return compoundKind(path);
  if (kind === "zip") return zipKind(path, head);
  if (kind !== undefined) return kind;
  const encoding = await looksLike(path);
  if (encoding === "utf-16le" || encoding === "utf-16be") return "utf-16";
  return isBinary(head) ? "binary" : "text";
}

/** A workbook of Excel, or another file of the Office programs, whose names stand in the ZIP. */
async function zipKind(path: string, head: Buffer): Promise<OtherKind> {
  const names = await zipEntries(path).then(
    (entries) => entries.map((entry) => entry.name),
    () => [head.includes("xl/") ? "xl/workbook.xml" : ""],
  );
  if (names.some((name) => /^xl\/workbook\.(xml|bin)$/i.test(name))) return "xlsx";
  return names.some((name) => /^(word\/|ppt\/|mimetype$)/.test(name)) ? "office" : "zip";
}

/** The kind that the first bytes name. */
function bySignature(head: Buffer): OtherKind | undefined {
  const start = head.toString("hex", 0, 8);
  if (start === "d0cf11e0a1b11ae1") return "xls";
  if (start.startsWith("1f8b08")) return "gzip";
  if (/^504b(0304|0506|0708)/.test(start)) return "zip";
  if (isDbf(head)) return "dbf";
  const text = head.toString("latin1", 0, 300).replace(/^\xef\xbb\xbf/, "");
  return /^\s*<(\?xml|!doctype html|html|table|meta|style)\b/i.test(text) ? "markup" : undefined;
}

/** The version bytes of dBase, FoxPro and Visual FoxPro, with and without memo file. */
const DBF_VERSIONS = new Set([
  ...[0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0x8e, 0xcb, 0xf5],
  0xfb,
]);

/** Whether a file that begins with this byte may be a DBF. */
export function isDbfVersion(byte: number): boolean {
  return DBF_VERSIONS.has(byte);
}

const FIELD = 32;
const FIELD_TYPES = "CNDLMFBGPYTIVWQ@O+0";

/**
 * A DBF has a version, the day of its last change, a header whose length agrees with the 0x0D that
 * ends its list of fields, and a field type of one letter. Some digits are versions too, so a
 * text may begin like one; the rest does not fit it.
 */
function isDbf(head: Buffer): boolean {
  if (head.length < FIELD * 2 + 1 || !DBF_VERSIONS.has(head[0] ?? 0)) return false;
  const [month = 99, day = 99] = head.subarray(2, 4);
  const type = String.fromCharCode(head[FIELD + 11] ?? 0);
  if (month > 12 || day > 31 || !FIELD_TYPES.includes(type)) return false;
  const length = head.readUInt16LE(8);
  for (let at = FIELD * 2; at < Math.min(length, head.length); at += FIELD) {
    // Visual FoxPro keeps 263 bytes for the name of its database behind the list.
    if (head[at] === 0x0d) return [1, 2, 264].includes(length - at);
  }
  return false;
}

/** Text has no zero bytes but an accidental few, and hardly other signs below the space. */
function isBinary(head: Buffer): boolean {
  let strange = 0;
  for (const byte of head) if (byte < 0x09 || (byte > 0x0d && byte < 0x1a)) strange += 1;
  return strange * 20 > head.length && head.includes(0);
}
