import assert from "node:assert";
import { writeFileAtomic } from "./files.js";
import { encode } from "./gb18030.js";

/** A column of a table of dBase III: text, a number in text, a day or a truth value. */
export interface DbfColumn {
  /** At most ten bytes of GBK; what is longer is cut there, as the old programs do. */
  readonly name: string;
  readonly type: "C" | "N" | "D" | "L";
  /** In bytes; a day has 8, a truth value 1. */
  readonly length: number;
  readonly decimals?: number;
}

/** A record: a text for every column; days as 2017-01-31, truth values as `1`, `0` or nothing. */
export interface DbfRecord {
  readonly values: readonly string[];
  readonly isDeleted?: boolean;
}

export interface DbfOptions {
  /** The code page byte: 0x4D (GBK) unless told otherwise; old files have 0, or lie. */
  readonly codePage?: number;
}

/**
 * Writes a table of dBase III in GBK, whole or not at all. A text is cut at the width of its
 * column, in bytes, so its last character may be cut in half. The same records give the same bytes.
 */
export async function writeDbf(
  path: string,
  columns: readonly DbfColumn[],
  records: readonly DbfRecord[],
  options: DbfOptions = {},
): Promise<void> {
  await writeFileAtomic(path, dbfPieces(columns, records, options));
}

/** The bytes of such a table, piece by piece. */
export function* dbfPieces(
  columns: readonly DbfColumn[],
  records: readonly DbfRecord[],
  { codePage = GBK }: DbfOptions = {},
): Generator<Buffer> {
  yield header(columns, records.length, codePage);
  for (let first = 0; first < records.length; first += BATCH) {
    const batch = records.slice(first, first + BATCH);
    yield Buffer.concat(batch.map((record) => bytesOf(record, columns)));
  }
  yield Buffer.from([0x1a]);
}

const GBK = 0x4d;
const BATCH = 1000;
const DESCRIPTOR = 32;

/** The day of the last change is the same for every file, so that the bytes are too. */
const CHANGED = [117, 1, 31];

function header(columns: readonly DbfColumn[], count: number, codePage: number): Buffer {
  const length = DESCRIPTOR * (columns.length + 1) + 1;
  const bytes = Buffer.alloc(length);
  bytes.set([0x03, ...CHANGED]);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt16LE(length, 8);
  bytes.writeUInt16LE(
    columns.reduce((sum, column) => sum + column.length, 1),
    10,
  );
  bytes[29] = codePage;
  for (const [index, { name, type, length, decimals = 0 }] of columns.entries()) {
    assert(length > 0 && length < 255, "a column of dBase III has 1 to 254 bytes");
    const at = DESCRIPTOR * (index + 1);
    bytes.set(encode(name).subarray(0, 10), at);
    bytes.write(type, at + 11, "latin1");
    bytes[at + 16] = length;
    bytes[at + 17] = decimals;
  }
  bytes[length - 1] = 0x0d;
  return bytes;
}

function bytesOf({ values, isDeleted }: DbfRecord, columns: readonly DbfColumn[]): Buffer {
  const fields = columns.map((column, index) => fieldOf(values[index] ?? "", column));
  return Buffer.concat([Buffer.from(isDeleted === true ? "*" : " "), ...fields]);
}

function fieldOf(value: string, { type, length }: DbfColumn): Buffer {
  const text = type === "D" ? value.replaceAll("-", "") : type === "L" ? truth(value) : value;
  const bytes = encode(text).subarray(0, length);
  const field = Buffer.alloc(length, " ");
  field.set(bytes, type === "N" ? length - bytes.length : 0);
  return field;
}

function truth(value: string): string {
  return value === "1" ? "T" : value === "0" ? "F" : "?";
}
