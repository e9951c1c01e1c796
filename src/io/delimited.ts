import { CsvError, type Options, parse } from "csv-parse/sync";
import type { DelimitedFormat } from "../domain/format.js";
import type { Line } from "./line-cutter.js";
import { encodingFindings } from "./line-finding.js";
import { isBlankLine, type LineBatch, readLines } from "./lines.js";
import type { Row, RowBatch } from "./row.js";

/**
 * Reads a text table row by row, in batches, in memory that does not grow with the file. Fields
 * are split after decoding and are not trimmed. A field in quotes may run over several lines. A
 * row whose quotes do not fit together is one bad line; reading goes on with the line after it.
 * The texts of a batch share one long string: whoever keeps a field keeps the batch.
 */
export async function* readRows(path: string, format: DelimitedFormat): AsyncGenerator<RowBatch> {
  const cutting = { ...format, width: 0 };
  let left: LineBatch = [];
  for await (const batch of readLines(path, { encoding: format.encoding })) {
    const cut = cutRows(left.length === 0 ? batch : [...left, ...batch], cutting, false);
    left = cut.left;
    yield cut;
  }
  if (left.length > 0) yield cutRows(left, cutting, true);
}

/** The format of a file, and what its rows have shown so far. */
interface Cutting extends DelimitedFormat {
  /** How many fields its first row has; 0 before there is one. */
  width: number;
}

/** An open quote takes no more lines with it than this: beyond, it was never meant as one. */
const MOST_LINES_OF_A_ROW = 100;

/** A line inside a cell is taken for a row only when it fills so many fields. */
const FILLED_OF_A_ROW = 3;

/** A line among others, and its place among them. */
interface Spot {
  readonly first: Line;
  readonly lines: LineBatch;
  readonly at: number;
}

interface Made {
  readonly row: Row;
  /** How many lines it stands on. */
  readonly taken: number;
}

/** The fields of a text, or what is the matter with its quotes. */
type Fields = readonly string[] | "wrong" | "open";

/** The rows of some lines; `left` are those of a row that the next lines may complete. */
function cutRows(
  lines: LineBatch,
  format: Cutting,
  isLast: boolean,
): RowBatch & { readonly left: LineBatch } {
  const rows: Row[] = [];
  let blank = 0;
  let at = 0;
  for (let first = lines[at]; first !== undefined; first = lines[at]) {
    if (isBlank(first.text, format)) {
      blank += 1;
      at += 1;
      continue;
    }
    const made = rowAt({ first, lines, at }, format);
    if (made === "more" && !isLast) return { rows, blank, left: lines.slice(at) };
    const { row, taken } = made === "more" ? badRow(first) : made;
    rows.push(row);
    if (format.width === 0 && row.fields.length > 1) format.width = row.fields.length;
    at += taken;
  }
  return { rows, blank, left: [] };
}

function isBlank(text: string, format: DelimitedFormat): boolean {
  return isBlankLine(text) && !text.includes(format.delimiter);
}

/** The row that begins at a line; "more" when its quote is open and the lines run out. */
function rowAt(spot: Spot, format: Cutting): Made | "more" {
  const { first } = spot;
  const fields = first.isTooLong ? "wrong" : fieldsOfLine(first.text, format);
  if (fields === "open") return rowOverLines(spot, format);
  if (fields === "wrong") return badRow(first);
  const { line, offset, length, text } = first;
  const row = { line, offset, length, text, fields };
  if (first.otherwise === undefined) return { row, taken: 1 };
  const otherwise = fieldsOfLine(first.otherwise, format);
  const findings = encodingFindings([first], format.encoding);
  return { row: { ...row, findings, ...(Array.isArray(otherwise) && { otherwise }) }, taken: 1 };
}

function fieldsOfLine(text: string, { delimiter, quote }: DelimitedFormat): Fields {
  if (quote === "" || !text.includes(quote)) return text.split(delimiter);
  return simpleFields(text, delimiter, quote) ?? parsed(text, delimiter, quote);
}

/**
 * The fields of a line whose quotes stand around whole fields without a delimiter or quote inside,
 * which are nearly all: csv-parse would say the same and take several times as long.
 */
function simpleFields(
  text: string,
  delimiter: string,
  quote: string,
): readonly string[] | undefined {
  const fields = text.split(delimiter);
  for (const [index, field] of fields.entries()) {
    if (!field.includes(quote)) continue;
    const inside = field.slice(1, -1);
    const isAround = field.length > 1 && field.startsWith(quote) && field.endsWith(quote);
    if (!isAround || inside.includes(quote)) return undefined;
    fields[index] = inside;
  }
  return fields;
}

/** A quote opens a field only at its beginning; in a field without quotes it is a character. */
function parsed(text: string, delimiter: string, quote: string): Fields {
  const options = { delimiter, quote, escape: quote, record_delimiter: "\n" };
  const strict = recordOf(text, options);
  if (strict !== "INVALID_OPENING_QUOTE") return fieldsOrFault(strict);
  const relaxed = recordOf(text, { ...options, relax_quotes: true });
  const isDoubtful =
    typeof relaxed !== "string" && relaxed.some((field) => field.startsWith(quote));
  return isDoubtful ? "wrong" : fieldsOrFault(relaxed);
}

/** The one record of a text, or the code of what csv-parse says against it. */
function recordOf(text: string, options: Options): readonly string[] | string {
  try {
    const records = parse(text, options);
    return (records.length === 1 ? records[0] : undefined) ?? "SEVERAL_RECORDS";
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code;
  }
}

function fieldsOrFault(record: readonly string[] | string): Fields {
  if (typeof record !== "string") return record;
  return record === "CSV_QUOTE_NOT_CLOSED" ? "open" : "wrong";
}

/** Adds line after line until the quote is closed; only an odd number of quotes can do that. */
function rowOverLines(spot: Spot, format: Cutting): Made | "more" {
  const { first, lines, at } = spot;
  const { delimiter, quote, encoding } = format;
  let { text, end } = first;
  for (let taken = 2; taken <= MOST_LINES_OF_A_ROW; taken++) {
    const last = lines[at + taken - 1];
    if (last === undefined) return "more";
    if (last.isTooLong) break;
    text += end + last.text;
    end = last.end;
    const quotes = last.text.split(quote).length - 1;
    if (quotes % 2 === 0) continue;
    const fields = parsed(text, delimiter, quote);
    const joined = lines.slice(at, at + taken);
    if (typeof fields === "string" || areRows(joined, format)) break;
    const { line, offset } = first;
    const length = last.offset + last.length - offset;
    const findings = encodingFindings(joined, encoding);
    return { row: { line, offset, length, text, fields, findings }, taken };
  }
  return badRow(first);
}

/**
 * Whether lines that an open quote joins are rows of their own, so that the quote was a slip: one
 * without any quote between the first and the last looks like a row, or both of these do.
 */
function areRows(joined: LineBatch, format: Cutting): boolean {
  const [first, ...inside] = joined.map((line) => line.text);
  const last = inside.pop();
  if (inside.some((text) => !text.includes(format.quote) && isLikeRow(text, format))) return true;
  return isLikeRow(first ?? "", format) && isLikeRow(last ?? "", format);
}

function isLikeRow(text: string, { delimiter, quote, width }: Cutting): boolean {
  const fields = text.replaceAll(quote, "").split(delimiter);
  const filled = fields.filter((field) => field.trim() !== "").length;
  return fields.length >= width && filled >= FILLED_OF_A_ROW;
}

function badRow({ line, offset, length, text, isTooLong }: Line): Made {
  const problem = isTooLong ? "line-too-long" : "quote-not-closed";
  return { row: { line, offset, length, text, fields: [], problem }, taken: 1 };
}
