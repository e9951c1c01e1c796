import type { TextEncoding } from "../../domain/format.js";
import { openFile } from "../../io/files.js";
import type { Line } from "../../io/line-cutter.js";
import { readLines } from "../../io/lines.js";

/** How much the guesses look at: lines or rows, and characters in all. */
export const SAMPLE = 1000;
const SAMPLE_TEXT = 4 * 1024 * 1024;

/** The first lines of a text file; those that are too long to be one are left out. */
export async function firstLines(path: string, encoding: TextEncoding): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(path, { encoding })) {
    lines.push(...batch.filter((line) => !line.isTooLong));
    if (isEnough(lines)) break;
  }
  return lines.slice(0, SAMPLE);
}

/** Whether these lines or rows are enough to judge a file by. */
export function isEnough(texts: readonly { readonly text: string }[]): boolean {
  const size = texts.reduce((characters, { text }) => characters + text.length, 0);
  return texts.length >= SAMPLE || size >= SAMPLE_TEXT;
}

/** The bytes of lines as they stand in their file, one character a byte. */
export async function bytesOf(path: string, lines: readonly Line[]): Promise<readonly string[]> {
  const last = lines.at(-1);
  if (last === undefined) return [];
  const end = last.offset + last.length;
  const file = await openFile(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(end), 0, end, 0);
    return lines.map(({ offset, length }) => buffer.toString("latin1", offset, offset + length));
  } finally {
    await file.close();
  }
}
