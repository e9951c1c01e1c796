import type { FileHandle } from "node:fs/promises";
import type { DbfFormat } from "../domain/format.js";
import { damaged } from "./damaged.js";
import { bytesAt } from "./files.js";
import { decode } from "./gb18030.js";

/** The header of a table: where its records begin, how long each is, and what stands in it. */
export interface DbfHeader {
  /** The first byte, which names the program that made the file, and its kind of memo. */
  readonly version: number;
  /** Byte 29, which names the encoding of the text; often 0, often wrong. */
  readonly codePage: number;
  /** How many records the header states. */
  readonly stated: number;
  readonly headerLength: number;
  readonly recordLength: number;
  /** The columns; fields of the system (`_NullFlags`) are none. */
  readonly fields: readonly DbfField[];
  /** Where Visual FoxPro marks what is null or shorter than its field, from the record's start. */
  readonly nullFlags?: { readonly start: number; readonly length: number };
}

export interface DbfField {
  readonly name: string;
  readonly type: string;
  /** From the first byte of the record, which is the mark of deletion. */
  readonly start: number;
  readonly length: number;
  /** Numbers of dBase 7 stand the other way round. */
  readonly isBigEndian: boolean;
  /** The bits of `_NullFlags` that are this field's, where it has any. */
  readonly nullBit?: number;
  readonly shorterBit?: number;
}

/** Reads the header; a file whose header does not add up is refused as `file-damaged`. */
export async function readDbfHeader(
  path: string,
  file: FileHandle,
  encoding: DbfFormat["encoding"],
): Promise<DbfHeader> {
  const { size } = await file.stat();
  const start = await bytesAt(file, 0, HEAD);
  if (start.length < HEAD) throw damaged(path, "tooShort", { found: size });
  const headerLength = start.readUInt16LE(8);
  const recordLength = start.readUInt16LE(10);
  if (headerLength > size) throw damaged(path, "dbfHeaderCut", { found: size, headerLength });
  const version = start[0] ?? 0;
  const descriptors = descriptorsOf(await bytesAt(file, 0, headerLength), encoding);
  if (descriptors.length === 0) throw damaged(path, "dbfNoFields");
  const strange = descriptors.find((one) => !isUsable(one));
  if (strange !== undefined) throw damaged(path, "dbfField", { found: tellField(strange) });
  const lengths = fittingLengths(descriptors, recordLength);
  if (lengths === undefined) {
    const found = descriptors.reduce((sum, one) => sum + one.length, 1);
    throw damaged(path, "dbfLengths", { found, expected: recordLength });
  }
  return {
    version,
    codePage: start[29] ?? 0,
    stated: start.readUInt32LE(4),
    headerLength,
    recordLength,
    ...placed(descriptors, lengths),
  };
}

/** The header before its list of fields, and that of dBase 7. */
const HEAD = 32;
const HEAD_OF_7 = 68;
const END_OF_FIELDS = 0x0d;

/** A field as its descriptor states it. */
interface Descriptor {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly decimals: number;
  readonly flags: number;
  readonly isOf7: boolean;
}

/** dBase 7 has longer descriptors: they are looked for where the usual ones make no sense. */
function descriptorsOf(header: Buffer, encoding: DbfFormat["encoding"]): readonly Descriptor[] {
  const usual = [...listOf(header, HEAD, 32)].map((bytes) => usualField(bytes, encoding));
  if (usual.length > 0 && usual.every(isUsable)) return usual;
  const of7 = [...listOf(header, HEAD_OF_7, 48)].map((bytes) => fieldOf7(bytes, encoding));
  return of7.length > 0 && of7.every(isUsable) ? of7 : usual;
}

function* listOf(header: Buffer, from: number, length: number): Generator<Buffer> {
  for (let at = from; at + length <= header.length; at += length) {
    if (header[at] === END_OF_FIELDS) return;
    yield header.subarray(at, at + length);
  }
}

function usualField(bytes: Buffer, encoding: DbfFormat["encoding"]): Descriptor {
  return {
    name: nameOf(bytes.subarray(0, 11), encoding),
    type: String.fromCharCode(bytes[11] ?? 0),
    length: bytes[16] ?? 0,
    decimals: bytes[17] ?? 0,
    flags: bytes[18] ?? 0,
    isOf7: false,
  };
}

function fieldOf7(bytes: Buffer, encoding: DbfFormat["encoding"]): Descriptor {
  return {
    name: nameOf(bytes.subarray(0, 32), encoding),
    type: String.fromCharCode(bytes[32] ?? 0),
    length: bytes[33] ?? 0,
    decimals: bytes[34] ?? 0,
    flags: 0,
    isOf7: true,
  };
}

/** A name ends at its first zero; behind it may stand anything. */
function nameOf(bytes: Buffer, encoding: DbfFormat["encoding"]): string {
  const end = bytes.indexOf(0);
  const written = end === -1 ? bytes : bytes.subarray(0, end);
  return (encoding === "utf-8" ? written.toString("utf8") : decode(written)).trim();
}

/** How long the fields of a type may be; text and numbers in text may have any length. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = {
  I: [4],
  Y: [8],
  T: [8],
  O: [8],
  "@": [8],
  "+": [4],
};
const TYPES = /^[CNFDLMGPBWQVIYTO@+0]$/;

function isUsable({ type, length }: Descriptor): boolean {
  if (!TYPES.test(type) || length === 0) return false;
  return LENGTHS[type]?.includes(length) ?? true;
}

function tellField({ name, type, length }: Descriptor): string {
  const sign = /[!-~]/.test(type) ? type : `0x${type.charCodeAt(0).toString(16).padStart(2, "0")}`;
  return `${name.slice(0, 11)} (${sign}, ${length})`;
}

/**
 * The lengths with which the fields fill the record. Clipper writes the high byte of a long text
 * field where numbers have their decimals; that is believed only where the sum then fits.
 */
function fittingLengths(
  fields: readonly Descriptor[],
  recordLength: number,
): readonly number[] | undefined {
  const plain = fields.map((one) => one.length);
  const long = fields.map((one) => one.length + (one.type === "C" ? one.decimals * 256 : 0));
  const fits = (lengths: readonly number[]): boolean =>
    lengths.reduce((sum, length) => sum + length, 1) === recordLength;
  return [plain, long].find(fits);
}

const SYSTEM_TYPE = "0";
const IS_NULLABLE = 0x02;

/**
 * The fields at their places. The bits of `_NullFlags` are dealt out in the order of the fields:
 * one to each that may be shorter than its place, then one to each that may be null.
 */
function placed(
  descriptors: readonly Descriptor[],
  lengths: readonly number[],
): Pick<DbfHeader, "fields" | "nullFlags"> {
  const fields: DbfField[] = [];
  let nullFlags: DbfHeader["nullFlags"];
  let start = 1;
  let bit = 0;
  for (const [index, { name, type, flags, isOf7 }] of descriptors.entries()) {
    const length = lengths[index] ?? 0;
    if (type === SYSTEM_TYPE) {
      nullFlags = { start, length };
    } else {
      const isShorter = type === "V" || type === "Q";
      const isNullable = (flags & IS_NULLABLE) !== 0 && !isOf7;
      fields.push({
        ...{ name, type, start, length, isBigEndian: isOf7 },
        ...(isShorter ? { shorterBit: bit++ } : {}),
        ...(isNullable ? { nullBit: bit++ } : {}),
      });
    }
    start += length;
  }
  return nullFlags === undefined ? { fields } : { fields, nullFlags };
}
