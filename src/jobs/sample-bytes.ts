import { dbfPieces } from "../io/dbf-writer.js";
import { encode } from "../io/gb18030.js";
import { xlsBytes } from "../io/workbook.js";
import type { FixedColumn, LayoutFile, LayoutRow, Writing } from "../sample/layouts/layout-file.js";
import { byteOf, RAW_BYTES } from "../sample/raw-bytes.js";

const LINE_END = "\r\n";

/** The bytes of a sample file, written in the way of its layout. */
export function bytesOf({ writing, rows }: LayoutFile): Buffer {
  switch (writing.kind) {
    case "lines":
      return linesOf(writing, rows);
    case "pairs":
      return encodeSample(rows.map((row) => pairsOf(writing.keys, row) + LINE_END).join(""));
    case "fixed":
      return Buffer.concat(rows.map((row) => fixedLine(writing.columns, row)));
    case "dbf": {
      const records = rows.map(({ cells, isDeleted = false }) => ({ values: cells, isDeleted }));
      return Buffer.concat([...dbfPieces(writing.columns, records)]);
    }
    case "sheet":
      return sheetOf(writing, rows);
  }
}

/** GB18030, and the lone surrogates that stand for raw bytes as those bytes. */
export function encodeSample(text: string): Buffer {
  const pieces: Buffer[] = [];
  let rest = text;
  for (let raw = RAW_BYTES.exec(rest); raw !== null; raw = RAW_BYTES.exec(rest)) {
    pieces.push(encode(rest.slice(0, raw.index)));
    pieces.push(Buffer.from([...raw[0]].map(byteOf)));
    rest = rest.slice(raw.index + raw[0].length);
  }
  pieces.push(encode(rest));
  return Buffer.concat(pieces);
}

function linesOf(
  { encoding, delimiter, header }: Extract<Writing, { kind: "lines" }>,
  rows: readonly LayoutRow[],
): Buffer {
  const names = header.length === 0 ? "" : header.join(delimiter) + LINE_END;
  const lines = rows.map(({ cells, isUtf8 }) => {
    return { text: cells.join(delimiter) + LINE_END, isUtf8 };
  });
  if (encoding === "gb18030") {
    const body = lines.map(({ text, isUtf8 }) =>
      isUtf8 === true ? Buffer.from(text) : encodeSample(text),
    );
    return Buffer.concat([encode(names), ...body]);
  }
  const whole = names + lines.map(({ text }) => text).join("");
  return encoding === "utf-8" ? Buffer.from(whole) : Buffer.from(`\ufeff${whole}`, "utf16le");
}

/** A title over all columns, the header, and the rows. */
function sheetOf(
  { title, header }: Extract<Writing, { kind: "sheet" }>,
  rows: readonly LayoutRow[],
): Buffer {
  const lines = rows.map(({ cells, numbers = [] }) =>
    cells.map((cell, index) => (numbers.includes(index) ? Number(cell) : cell)),
  );
  const last = header.length - 1;
  const merged = { s: { r: 0, c: 0 }, e: { r: 0, c: last } };
  return xlsBytes("参合名单", [[title], header, ...lines], [merged]);
}

function pairsOf(keys: readonly string[], { cells }: LayoutRow): string {
  return keys.map((key, index) => `${key}=${cells[index] ?? ""}`).join("&");
}

/** Every cell cut or filled to the width of its column, in bytes. */
function fixedLine(columns: readonly FixedColumn[], { cells }: LayoutRow): Buffer {
  const fields = columns.map(({ width, isNumber }, index) => {
    const bytes = encode(cells[index] ?? "").subarray(0, width);
    const room = Buffer.alloc(width - bytes.length, " ");
    return Buffer.concat(isNumber === true ? [room, bytes] : [bytes, room]);
  });
  return Buffer.concat([...fields, Buffer.from(LINE_END)]);
}
