import { bytesAt, openFile } from "./files.js";

/** What an OLE compound file holds: Excel, Word and others all save in this form before 2007. */
export type CompoundKind = "xls" | "office" | "encrypted";

/** An entry of the directory stands at a multiple of this, and begins with its name. */
const ENTRY = 128;
const NAME_LENGTH = 64;
const PIECE = 256 * 1024;

/**
 * Tells a workbook from other compound files by the names in its directory, which may stand
 * anywhere in the file. A workbook that holds a Word file is still a workbook.
 */
export async function compoundKind(path: string): Promise<CompoundKind> {
  const file = await openFile(path);
  try {
    let kind: CompoundKind = "office";
    for (let at = 0; ; at += PIECE) {
      const piece = await bytesAt(file, at, PIECE);
      for (let from = 0; from + ENTRY <= piece.length; from += ENTRY) {
        const name = nameAt(piece, from);
        if (name === "Workbook" || name === "Book") return "xls";
        if (name === "EncryptedPackage") kind = "encrypted";
      }
      if (piece.length < PIECE) return kind;
    }
  } finally {
    await file.close();
  }
}

/** The name of a directory entry, in UTF-16; its length in bytes counts the zero at its end. */
function nameAt(piece: Buffer, from: number): string {
  const length = piece.readUInt16LE(from + NAME_LENGTH);
  if (length < 4 || length > NAME_LENGTH || length % 2 === 1) return "";
  return piece.toString("utf16le", from, from + length - 2);
}
