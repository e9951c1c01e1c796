import type { TextEncoding } from "../domain/format.js";
import { openFile } from "./files.js";
import { type Line, LineCutter } from "./line-cutter.js";

/** How much is read at once: some hundred lines, few enough to die young in the collector. */
const PIECE = 256 * 1024;

/** Some lines that stand one after another in a file. */
export type LineBatch = readonly Line[];

/**
 * Reads a file line by line, in batches, in memory that does not grow with the file. Bytes that
 * are no character of the encoding become U+FFFD. CRLF, LF and a lone CR all end a line.
 * The texts of a batch share one long string: whoever keeps a piece of one keeps the batch.
 */
export async function* readLines(
  path: string,
  options: { readonly encoding: TextEncoding; readonly keepsBytes?: boolean },
): AsyncGenerator<LineBatch> {
  const file = await openFile(path);
  try {
    const cutter = new LineCutter(options.encoding, options.keepsBytes);
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      const lines = bytesRead > 0 ? cutter.take(piece.subarray(0, bytesRead)) : cutter.finish();
      if (lines.length > 0) yield lines;
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}

/** Whether a line is no row: nothing but white space, or the end mark of DOS. */
export function isBlankLine(text: string): boolean {
  const rest = text.trim();
  return rest === "" || rest === "\u001a";
}

/** The bytes of one line or row as they stand in the file, by the place that a reader gave it. */
export async function rawLine(path: string, offset: number, length: number): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
