import type { DbfFormat } from "../domain/format.js";

/**
 * Whether the code page byte of a DBF agrees with an encoding. 0 says nothing, and 0x57 "the code
 * page of this machine"; both agree with any.
 */
export function isCodePageOf(byte: number, encoding: DbfFormat["encoding"]): boolean {
  if (byte === 0 || byte === 0x57) return true;
  return NAMES.get(byte) === (encoding === "gb18030" ? "GBK" : "UTF-8");
}

/** What the byte names, with the byte: `0x03 Windows-1252`. */
export function codePageName(byte: number): string {
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return `${hex} ${NAMES.get(byte) ?? "?"}`;
}

/** The bytes of dBase and FoxPro, and 0xF0, by which some programs mean UTF-8. */
const NAMES: ReadonlyMap<number, string> = new Map([
  ...([0x4d, 0x7a] as const).map((byte) => [byte, "GBK"] as const),
  ...([0x4f, 0x78] as const).map((byte) => [byte, "Big5"] as const),
  ...([0x13, 0x7b] as const).map((byte) => [byte, "Shift_JIS"] as const),
  ...([0x4e, 0x79] as const).map((byte) => [byte, "EUC-KR"] as const),
  ...([0x50, 0x7c] as const).map((byte) => [byte, "Windows-874"] as const),
  ...([0x01, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b] as const).map(
    (byte) => [byte, "CP437"] as const,
  ),
  ...([0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37] as const).map(
    (byte) => [byte, "CP850"] as const,
  ),
  ...([0x03, 0x58, 0x59] as const).map((byte) => [byte, "Windows-1252"] as const),
  [0x04, "Macintosh"],
  [0x26, "CP866"],
  [0x64, "CP852"],
  [0x65, "CP866"],
  [0xc8, "Windows-1250"],
  [0xc9, "Windows-1251"],
  [0xca, "Windows-1254"],
  [0xcb, "Windows-1253"],
  [0xf0, "UTF-8"],
]);
