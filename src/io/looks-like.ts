import { openFile } from "./files.js";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "ascii";

/** How much of a file is looked at. */
const SAMPLE = 1024 * 1024;

/** What a file's first MiB looks like, by its mark and its bytes; its name tells nothing. */
export async function looksLike(path: string): Promise<Encoding> {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const sample = buffer.subarray(0, bytesRead);
    return markOf(sample) ?? wideOf(sample) ?? narrowOf(wholeLines(sample));
  } finally {
    await file.close();
  }
}

/** The encoding that a byte order mark names. */
function markOf(bytes: Buffer): Encoding | undefined {
  const start = bytes.toString("hex", 0, 3);
  if (start === "efbbbf") return "utf-8";
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  if (bytes.toString("hex", 0, 4) === "84319533") return "gb18030";
  return undefined;
}

/**
 * UTF-16 without a mark: every digit, delimiter and line end of a table has a zero byte beside it,
 * always on the same side; other encodings have no zeros but an accidental few. Text without many
 * of these has control codes in the lower bytes of its characters, as no other text has.
 */
function wideOf(bytes: Buffer): Encoding | undefined {
  const zeros = [0, 0] as [number, number];
  const wide = [0, 0] as [number, number];
  let controls = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const side = at % 2 === 0 ? 0 : 1;
    if (byte === 0) zeros[side] += 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x1a)) controls += 1;
    if (isUpperByte(byte)) wide[side] += 1;
  }
  const [first, second] = zeros;
  const isTable = (first + second) * 20 >= bytes.length;
  const isProse = controls * 100 >= bytes.length;
  if (isTable && second > first * 10) return "utf-16le";
  if (isTable && first > second * 10) return "utf-16be";
  const [upperFirst, upperSecond] = wide;
  const nearlyAll = bytes.length * 0.48;
  if (isProse && upperSecond > nearlyAll && upperFirst < nearlyAll) return "utf-16le";
  return isProse && upperFirst > nearlyAll && upperSecond < nearlyAll ? "utf-16be" : undefined;
}

/** The upper byte of ASCII, of signs and full-width forms, and of Chinese characters. */
function isUpperByte(byte: number): boolean {
  return byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || isHanByte(byte);
}

function isHanByte(byte: number): boolean {
  return byte >= 0x4e && byte <= 0x9f;
}

/** A full sample ends at its last line end, so that no character is cut in half. */
function wholeLines(sample: Buffer): Buffer {
  const end = sample.length === SAMPLE ? sample.lastIndexOf("\n") : -1;
  return end === -1 ? sample : sample.subarray(0, end);
}

/**
 * Chinese text in UTF-8 has characters of three bytes and hardly a broken one. GBK read as UTF-8
 * is mostly broken; a few pairs of bytes (路, 通) make sense in both, but never three bytes long,
 * and hardly ever as letters: text that is nothing but such letters (Zürich, Москва) is UTF-8.
 */
function narrowOf(bytes: Buffer): Encoding {
  let [foreign, broken, long, letters] = [0, 0, 0, 0];
  for (const character of bytes.toString("utf8")) {
    if (character < "\u0080") continue;
    foreign += 1;
    if (character === "\ufffd") broken += 1;
    else if (character >= "\u0800") long += 1;
    else if (LETTER.test(character)) letters += 1;
  }
  // U+FFFD that stands in the file as such is a character of three bytes, and no broken one.
  const given = bytes.toString("latin1").split("\xef\xbf\xbd").length - 1;
  broken -= given;
  long += given;
  if (foreign === 0) return "ascii";
  const isForeign = broken === 0 && (letters + long) * 2 >= foreign;
  return isForeign || (broken * 10 <= foreign && long * 2 >= foreign) ? "utf-8" : "gb18030";
}

const LETTER = /\p{Letter}/u;
