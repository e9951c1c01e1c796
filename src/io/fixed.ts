import type { ByteRange, FixedFormat } from "../domain/format.js";
import type { Line } from "./line-cutter.js";
import { lineEncodings } from "./line-encodings.js";
import { encodingFindings } from "./line-finding.js";
import { isBlankLine, readLines } from "./lines.js";
import type { Row, RowBatch } from "./row.js";

/**
 * Reads lines whose fields stand at fixed places, counted in bytes, in memory that does not grow
 * with the file. Every field is decoded on its own, so a character that its end cuts in half
 * becomes U+FFFD and leaves the field behind it whole; padding is taken off. An editor may have
 * cut blanks off the end of a line; any other length than the format's is `row-length-differs`.
 */
export async function* readFixed(path: string, format: FixedFormat): AsyncGenerator<RowBatch> {
  const { encoding } = format;
  for await (const lines of readLines(path, { encoding, keepsBytes: true })) {
    const written = lines.filter((line) => !isBlankLine(line.text));
    yield {
      rows: written.map((line) => rowOf(line, format)),
      blank: lines.length - written.length,
    };
  }
}

function rowOf(line: Line, { ranges, encoding }: FixedFormat): Row {
  const { offset, length, text, readAs, bytes = Buffer.alloc(0) } = line;
  const row = { line: line.line, offset, length, text };
  if (line.isTooLong) return { ...row, fields: [], problem: "line-too-long" };
  const expected = Math.max(0, ...ranges.map((range) => range.start + range.length));
  if (!isLengthRight(bytes, ranges, expected)) {
    const values = { found: length, expected };
    return { ...row, fields: [], problem: "row-length-differs", values };
  }
  const fields = fieldsOf(bytes, ranges, readAs ?? encoding);
  const findings = encodingFindings([line], encoding);
  if (line.otherwise === undefined) return { ...row, fields, findings };
  const other = (readAs ?? encoding) === "gb18030" ? "utf-8" : "gb18030";
  return { ...row, fields, findings, otherwise: fieldsOf(bytes, ranges, other) };
}

function fieldsOf(
  bytes: Buffer,
  ranges: readonly ByteRange[],
  encoding: FixedFormat["encoding"],
): readonly string[] {
  const { decode } = lineEncodings[encoding];
  return ranges.map(({ start, length }) => trimmed(decode(bytes.subarray(start, start + length))));
}

/** Without the blanks, zero bytes and ideographic spaces that fill a field up. */
function trimmed(field: string): string {
  return field.replace(/^[ \0\u3000]+|[ \0\u3000]+$/g, "");
}

/**
 * A line may be longer by blanks, and shorter by the blanks that an editor cut off: then it ends
 * between two fields, or inside one that begins at its left edge. One that is filled up on the
 * left (an amount) ends with its last digit, so a line that stops inside it was cut off.
 */
function isLengthRight(bytes: Buffer, ranges: readonly ByteRange[], expected: number): boolean {
  if (bytes.length >= expected) return isBlank(bytes.subarray(expected));
  const last = ranges.find(
    ({ start, length }) => start < bytes.length && bytes.length < start + length,
  );
  if (last === undefined) return true;
  const rest = bytes.subarray(last.start);
  return isBlank(rest) || rest[0] !== SPACE;
}

const SPACE = 0x20;

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === SPACE || byte === 0 || byte === 0x09);
}
