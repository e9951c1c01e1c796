import type { DbfFormat } from "../domain/format.js";
import type { DbfField, DbfHeader } from "./dbf-header.js";
import type { Memo } from "./dbf-memo.js";
import { decode } from "./gb18030.js";

/** Makes the text of one field of a record; undefined where its memo cannot be read. */
export type ValueReader = (record: Buffer) => string | undefined;

/** What the values of a table depend on besides its records. */
export interface ValueContext {
  readonly header: DbfHeader;
  readonly encoding: DbfFormat["encoding"];
  /** Absent where there is no memo file: the texts are then empty. */
  readonly memo?: Memo;
}

/**
 * The reader of a field. Text is decoded field by field, so a character cut in half by the width
 * of its field ends as U+FFFD there and damages nothing else; spaces and zeros behind it are
 * padding. Numbers in text stay as written, binary ones become exact text (a double the shortest
 * that reads back), days and times ISO text, truth values `1` and `0`, nothing the empty text.
 */
export function valueReader(field: DbfField, context: ValueContext): ValueReader {
  const { start, length, nullBit } = field;
  const { nullFlags } = context.header;
  const read = readerOfType(field, context);
  const value: ValueReader = (record) => read(record.subarray(start, start + length), record);
  if (nullBit === undefined || nullFlags === undefined) return value;
  return (record) => (isSet(record, nullFlags, nullBit) ? "" : value(record));
}

type BytesReader = (bytes: Buffer, record: Buffer) => string | undefined;

function readerOfType(field: DbfField, context: ValueContext): BytesReader {
  const { type, length, isBigEndian } = field;
  switch (type) {
    case "D":
      return (bytes) => dayText(plainText(bytes));
    case "L":
      return (bytes) => truthText(plainText(bytes));
    case "I":
    case "+":
      return (bytes) => String(isBigEndian ? integerOf7(bytes) : bytes.readInt32LE(0));
    case "Y":
      return (bytes) => currencyText(bytes.readBigInt64LE(0));
    case "O":
      return (bytes) => numberText(doubleOf7(bytes));
    case "T":
    case "@":
      return timeText;
    case "M":
      return (bytes) => memoText(bytes, context);
    case "G":
    case "P":
    case "W":
      return (bytes) => (blockOf(bytes) > 0 ? "[OLE]" : "");
    case "B":
      if (length !== 8) return (bytes) => (blockOf(bytes) > 0 ? "[OLE]" : "");
      return (bytes) => numberText(bytes.readDoubleLE(0));
    case "Q":
      return (bytes, record) => partOf(field, context, bytes, record).toString("hex");
    case "V":
      return (bytes, record) => decoded(partOf(field, context, bytes, record), context.encoding);
    default:
      return (bytes) => decoded(bytes, context.encoding, type !== "C");
  }
}

/** The text of bytes without the padding; that of numbers stands on the left. */
function decoded(bytes: Buffer, encoding: DbfFormat["encoding"], isNumber = false): string {
  let end = bytes.length;
  while (end > 0 && isPadding(bytes[end - 1])) end -= 1;
  let start = 0;
  while (isNumber && start < end && isPadding(bytes[start])) start += 1;
  const written = bytes.subarray(start, end);
  if (isAscii(written)) return written.toString("latin1");
  return encoding === "utf-8" ? written.toString("utf8") : decode(written);
}

function isPadding(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0;
}

function isAscii(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

function plainText(bytes: Buffer): string {
  return decoded(bytes, "gb18030", true);
}

/** Eight digits are a day, whether there is one or not; that is judged where days are read. */
function dayText(written: string): string {
  if (/^0*$/.test(written)) return "";
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  return parts === null ? written : `${parts[1]}-${parts[2]}-${parts[3]}`;
}

function truthText(written: string): string {
  if (/^[TtYy]$/.test(written)) return "1";
  if (/^[FfNn]$/.test(written)) return "0";
  return written === "?" ? "" : written;
}

/** dBase 7 turns the sign bit over, so that numbers sort as bytes. */
function integerOf7(bytes: Buffer): number {
  return (bytes.readUInt32BE(0) ^ 0x80000000) | 0;
}

function doubleOf7(bytes: Buffer): number {
  const turned = Buffer.from(bytes);
  const isPositive = ((bytes[0] ?? 0) & 0x80) !== 0;
  if (isPositive) turned[0] = (bytes[0] ?? 0) & 0x7f;
  else for (const [at, byte] of bytes.entries()) turned[at] = ~byte & 0xff;
  return turned.readDoubleBE(0);
}

function numberText(number: number): string {
  return Number.isFinite(number) ? String(number) : "";
}

/** An amount of FoxPro: ten-thousandths in eight bytes. */
function currencyText(tenThousandths: bigint): string {
  const isNegative = tenThousandths < 0n;
  const digits = String(isNegative ? -tenThousandths : tenThousandths).padStart(5, "0");
  return `${isNegative ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The Julian day of 1970-01-01, and the milliseconds of a day. */
const JULIAN_1970 = 2_440_588;
const DAY = 86_400_000;
/** What a calendar with four digits can tell. */
const [FIRST, LAST] = [-62_135_596_800_000, 253_402_300_799_999];

/** Two numbers, a Julian day and milliseconds; FoxPro is often one short of the full second. */
function timeText(bytes: Buffer): string {
  const [day, milliseconds] = [bytes.readInt32LE(0), bytes.readInt32LE(4)];
  if (day === 0 || bytes.equals(BLANK_TIME)) return "";
  const moment = (day - JULIAN_1970) * DAY + Math.round(milliseconds / 1000) * 1000;
  if (moment < FIRST || moment > LAST) return `0x${bytes.toString("hex")}`;
  return new Date(moment).toISOString().slice(0, 19);
}

const BLANK_TIME = Buffer.alloc(8, " ");

function memoText(bytes: Buffer, { memo, encoding }: ValueContext): string | undefined {
  const block = blockOf(bytes);
  if (block <= 0 || memo === undefined) return "";
  const text = memo.read(block);
  return text === undefined ? undefined : decoded(text, encoding);
}

/** The number of a block: in ten digits, or in four bytes in Visual FoxPro. */
function blockOf(bytes: Buffer): number {
  if (bytes.length === 4) return bytes.readUInt32LE(0);
  const written = plainText(bytes);
  return /^\d+$/.test(written) ? Number(written) : 0;
}

/** A field of changing length keeps its own in its last byte, when its bit says so. */
function partOf(
  { shorterBit }: DbfField,
  { header: { nullFlags } }: ValueContext,
  bytes: Buffer,
  record: Buffer,
): Buffer {
  if (shorterBit === undefined || nullFlags === undefined) return bytes;
  if (!isSet(record, nullFlags, shorterBit)) return bytes;
  return bytes.subarray(0, Math.min(bytes.length - 1, bytes.at(-1) ?? 0));
}

function isSet(record: Buffer, { start }: { readonly start: number }, bit: number): boolean {
  return (((record[start + (bit >> 3)] ?? 0) >> (bit & 7)) & 1) === 1;
}
