import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, extname, join, parse } from "node:path";

/** The file of the long texts beside a table (`.fpt`, `.dbt`), open for reading. */
export interface Memo {
  /** The bytes of the text in a block; undefined where block or length lead nowhere. */
  read(block: number): Buffer | undefined;
  close(): void;
}

/** A long text over this is none: its length is a lie. */
const LONGEST = 1024 * 1024;

/**
 * Finds the memo file of a table: the same name with the extension `.fpt` or `.dbt`, in whatever
 * letter case a DOS program left it.
 */
export async function findMemo(table: string): Promise<string | undefined> {
  const stem = parse(table).name.toLowerCase();
  const found = (await readdir(dirname(table)))
    .filter((name) => parse(name).name.toLowerCase() === stem)
    .filter((name) => /^\.(fpt|dbt)$/i.test(extname(name)))
    .sort((one, other) => preference(one) - preference(other));
  return found[0] === undefined ? undefined : join(dirname(table), found[0]);
}

/** FoxPro's memo goes before dBase's where both are there. */
function preference(name: string): number {
  return /\.fpt$/i.test(name) ? 0 : 1;
}

/** Opens a memo file; how its blocks are written shows in its name and in the blocks. */
export function openMemo(path: string): Memo {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const at = (from: number, length: number): Buffer => {
    const piece = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    return piece.subarray(0, readSync(file, piece, 0, piece.length, from));
  };
  const head = at(0, 22);
  const isFoxPro = /\.fpt$/i.test(path);
  const blockSize = isFoxPro ? foxProBlock(head) : dBaseBlock(head);
  return {
    read(block) {
      const from = block * blockSize;
      if (block <= 0 || from >= size) return undefined;
      return isFoxPro ? foxProText(at, from) : dBaseText(at, from);
    },
    close: () => closeSync(file),
  };
}

type ReadAt = (from: number, length: number) => Buffer;

function foxProBlock(head: Buffer): number {
  const size = head.length < 8 ? 0 : head.readUInt16BE(6);
  return size === 0 ? 1 : size;
}

/** dBase III has blocks of 512 bytes and says nothing of it; dBase IV states their length. */
function dBaseBlock(head: Buffer): number {
  const size = head.length < 22 ? 0 : head.readUInt16LE(20);
  return size >= 64 && size % 64 === 0 ? size : 512;
}

function foxProText(at: ReadAt, from: number): Buffer | undefined {
  const head = at(from, 8);
  if (head.length < 8) return undefined;
  return exactly(at, from + 8, head.readUInt32BE(4));
}

/** dBase IV begins a block with FF FF 08 00 and a length; dBase III ends a text with 0x1A. */
function dBaseText(at: ReadAt, from: number): Buffer | undefined {
  const head = at(from, 8);
  if (head.length === 8 && head.readUInt32BE(0) === 0xffff0800) {
    return exactly(at, from + 8, head.readUInt32LE(4) - 8);
  }
  for (let length = 512; length <= LONGEST; length *= 2) {
    const piece = at(from, length);
    const end = piece.indexOf(0x1a);
    if (end !== -1) return piece.subarray(0, end);
    if (piece.length < length) return piece;
  }
  return undefined;
}

function exactly(at: ReadAt, from: number, length: number): Buffer | undefined {
  if (length < 0 || length > LONGEST) return undefined;
  const text = at(from, length);
  return text.length === length ? text : undefined;
}
