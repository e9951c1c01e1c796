import type { TextEncoding } from "../domain/format.js";
import { openFile } from "./files.js";

/** How many lines of a file end in which way; the last line may have no end at all. */
export interface LineEnds {
  readonly crlf: number;
  readonly lf: number;
  readonly cr: number;
}

const PIECE = 1024 * 1024;
const [LF, CR] = [0x0a, 0x0d];

/** Counts the line ends of a text file, in memory that does not grow with it. */
export async function lineEndsOf(path: string, encoding: TextEncoding): Promise<LineEnds> {
  const step = encoding.startsWith("utf-16") ? 2 : 1;
  const low = encoding === "utf-16be" ? 1 : 0;
  const counts = { crlf: 0, lf: 0, cr: 0 };
  let isAfterCr = false;
  const file = await openFile(path);
  try {
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) break;
      for (let at = low; at < bytesRead; at += step) {
        const byte = piece[at] ?? 0;
        const isEnd = (byte === LF || byte === CR) && (step === 1 || (piece[at ^ 1] ?? 1) === 0);
        if (!isEnd) isAfterCr = false;
        else if (byte === CR) {
          counts.cr += 1;
          isAfterCr = true;
        } else {
          if (isAfterCr) counts.cr -= 1;
          counts[isAfterCr ? "crlf" : "lf"] += 1;
          isAfterCr = false;
        }
      }
    }
  } finally {
    await file.close();
  }
  return counts;
}
