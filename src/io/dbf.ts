import type { FileHandle } from "node:fs/promises";
import type { DbfFormat } from "../domain/format.js";
import { codePageName, isCodePageOf } from "./dbf-code-pages.js";
import { type DbfHeader, readDbfHeader } from "./dbf-header.js";
import { findMemo, type Memo, openMemo } from "./dbf-memo.js";
import { type ValueReader, valueReader } from "./dbf-values.js";
import { bytesAt, openFile } from "./files.js";
import { decode } from "./gb18030.js";
import type { OpenTable, Row, RowBatch, RowFinding } from "./row.js";

/**
 * Opens a table of dBase III, IV or 7, FoxPro or Visual FoxPro. Its text is decoded as the mapping
 * says, whatever the code page byte names; its records are as many as are there, whatever the
 * header states. A record that is marked deleted, cut off or damaged is a row with that fault.
 * Findings: `record-count-differs`, `codepage-differs`, `memo-missing`; of a row `memo-unreadable`.
 * A file whose header does not add up is refused as `file-damaged`.
 */
export async function openDbf(path: string, format: DbfFormat): Promise<OpenTable> {
  const file = await openFile(path);
  try {
    const header = await readDbfHeader(path, file, format.encoding);
    const extent = await extentOf(file, header);
    const hasMemo = header.fields.some((field) => field.type === "M");
    const memo = hasMemo ? await findMemo(path) : undefined;
    const table: Table = { path, format, header, extent, memo };
    const findings = [
      ...countFindings(header, extent),
      ...codePageFindings(header, format),
      ...(hasMemo && memo === undefined ? [MEMO_MISSING] : []),
    ];
    const names = header.fields.map((field) => field.name);
    return { names, findings, batches: batchesOf(table) };
  } finally {
    await file.close();
  }
}

interface Table {
  readonly path: string;
  readonly format: DbfFormat;
  readonly header: DbfHeader;
  readonly extent: Extent;
  readonly memo: string | undefined;
}

/** How far the records really go. */
interface Extent {
  readonly records: number;
  /** The bytes of a last record that is cut off. */
  readonly cut: number;
}

const MEMO_MISSING: RowFinding = { code: "memo-missing", values: {} };

/** How much is read at once. */
const PIECE = 256 * 1024;
const SPACE = 0x20;
const ALIVE = SPACE;
const DELETED = 0x2a;
const END = 0x1a;

/**
 * Counts the records that are there, in memory that does not grow with the file. Zeros and end
 * marks at the end of the file are padding. Behind the stated number records go on only as long
 * as each begins with a mark of its own: what a packed table left behind its end is not one.
 */
async function extentOf(file: FileHandle, header: DbfHeader): Promise<Extent> {
  const { headerLength, recordLength, stated } = header;
  const { size } = await file.stat();
  const room = Math.floor((size - headerLength) / recordLength);
  const filled = (await contentEnd(file, headerLength, size)) - headerLength;
  const slots = Math.ceil(filled / recordLength);
  const whole = Math.min(room, slots);
  const behind = whole > stated ? await marksFrom(file, header, { from: stated, to: whole }) : 0;
  const records = Math.min(whole, stated) + behind;
  if (records < whole || slots <= room) return { records, cut: 0 };
  const rest = (size - headerLength) % recordLength;
  const [mark = END] = await bytesAt(file, headerLength + room * recordLength, 1);
  const isRecord = isMark(mark) && (rest > 1 || stated > room);
  return { records, cut: isRecord ? rest : 0 };
}

/** Where the last byte stands that is neither zero nor an end mark; not before `start`. */
async function contentEnd(file: FileHandle, start: number, size: number): Promise<number> {
  for (let end = size; end > start; ) {
    const from = Math.max(start, end - PIECE);
    const piece = await bytesAt(file, from, end - from);
    for (let at = piece.length - 1; at >= 0; at--) {
      if (piece[at] !== 0 && piece[at] !== END) return from + at + 1;
    }
    end = from;
  }
  return start;
}

/** How many records in this stretch follow each other with a mark at their beginning. */
async function marksFrom(
  file: FileHandle,
  { headerLength, recordLength }: DbfHeader,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number> {
  const perPiece = Math.max(1, Math.floor(PIECE / recordLength));
  for (let first = from; first < to; first += perPiece) {
    const count = Math.min(perPiece, to - first);
    const piece = await bytesAt(file, headerLength + first * recordLength, count * recordLength);
    for (let at = 0; at < count; at++) {
      if (!isMark(piece[at * recordLength])) return first + at - from;
    }
  }
  return to - from;
}

function isMark(byte: number | undefined): boolean {
  return byte === ALIVE || byte === DELETED;
}

function countFindings({ stated }: DbfHeader, { records, cut }: Extent): readonly RowFinding[] {
  const found = records + (cut > 0 ? 1 : 0);
  if (found === stated) return [];
  return [{ code: "record-count-differs", values: { expected: stated, found } }];
}

function codePageFindings({ codePage }: DbfHeader, { encoding }: DbfFormat): readonly RowFinding[] {
  if (isCodePageOf(codePage, encoding)) return [];
  const found = codePageName(codePage);
  return [{ code: "codepage-differs", values: { found, expected: encoding } }];
}

/** The records in batches; of the whole file no more than one piece is in memory. */
async function* batchesOf(table: Table): AsyncGenerator<RowBatch> {
  const { path, header, extent } = table;
  const { headerLength, recordLength } = header;
  const file = await openFile(path);
  const memo = table.memo === undefined ? undefined : openMemo(table.memo);
  try {
    const cutter = new RecordCutter(table, memo);
    const perPiece = Math.max(1, Math.floor(PIECE / recordLength));
    for (let first = 0; first < extent.records; first += perPiece) {
      const count = Math.min(perPiece, extent.records - first);
      const piece = await bytesAt(file, headerLength + first * recordLength, count * recordLength);
      yield { rows: [...cutter.rows(piece, first)], blank: 0 };
    }
    if (extent.cut === 0) return;
    const offset = headerLength + extent.records * recordLength;
    const rest = await bytesAt(file, offset, extent.cut);
    yield { rows: [cutter.damaged(rest, extent.records)], blank: 0 };
  } finally {
    memo?.close();
    await file.close();
  }
}

/** Makes rows of the bytes of records. */
class RecordCutter {
  private readonly header: DbfHeader;
  private readonly readers: readonly ValueReader[];

  constructor({ header, format: { encoding } }: Table, memo: Memo | undefined) {
    this.header = header;
    const context = { header, encoding, ...(memo === undefined ? {} : { memo }) };
    this.readers = header.fields.map((field) => valueReader(field, context));
  }

  *rows(piece: Buffer, first: number): Generator<Row> {
    const { recordLength } = this.header;
    for (let at = 0; at + recordLength <= piece.length; at += recordLength) {
      yield this.row(piece.subarray(at, at + recordLength), first + at / recordLength);
    }
  }

  /** A record that is cut off, or begins with no mark. */
  damaged(record: Buffer, index: number): Row {
    const text = decode(Buffer.from(record.filter((byte) => byte >= SPACE))).trim();
    return { ...this.place(record, index), text, fields: [], problem: "record-damaged" };
  }

  private row(record: Buffer, index: number): Row {
    const [mark] = record;
    if (!isMark(mark)) return this.damaged(record, index);
    const values = this.readers.map((read) => read(record));
    const fields = values.map((value) => value ?? "");
    const row = { ...this.place(record, index), text: fields.join("\t"), fields };
    if (mark === DELETED) return { ...row, fields: [], problem: "record-deleted" };
    const findings = values.flatMap((value, field): readonly RowFinding[] =>
      value === undefined ? [{ code: "memo-unreadable", field, values: {} }] : [],
    );
    return findings.length === 0 ? row : { ...row, findings };
  }

  private place(record: Buffer, index: number): Pick<Row, "line" | "offset" | "length"> {
    const { headerLength, recordLength } = this.header;
    const offset = headerLength + index * recordLength;
    return { line: index + 1, offset, length: record.length };
  }
}
