import type { FileFormat } from "../../domain/format.js";
import { type Note, notesOf } from "../../inspect/notes.js";
import { type Page, pageOf } from "../../inspect/page.js";
import type { InspectedColumn } from "../../inspect/propose.js";
import { type TableProfile, TableProfiler } from "../../inspect/table-profile.js";
import { openTable } from "../../io/open-table.js";
import type { Row, RowFinding } from "../../io/row.js";
import { ruinedText } from "../../io/ruined.js";
import { isEnough, SAMPLE } from "./first-lines.js";

/** A table of any format, read to its end. */
export interface ProfiledTable {
  /** As a layout would have to say it: with header, titles and summary line. */
  readonly format: FileFormat;
  readonly hasHeader: boolean;
  /** The row, counted without blank lines, in which the names begin; 0 without header. */
  readonly headerRow: number;
  readonly profile: TableProfile;
  readonly columns: readonly InspectedColumn[];
  readonly notes: readonly Note[];
  /** What the reader found about the file as a whole. */
  readonly findings: readonly RowFinding[];
  /** The share of rows that can be cut into the columns (0 … 1). */
  readonly fitting: number;
}

/**
 * Profiles a table through the reader that a migration would use, so that both count the same rows;
 * `isKnown` tells the names of columns. Memory does not grow with the file.
 */
export async function profileTable(
  path: string,
  given: FileFormat,
  isKnown: (name: string) => boolean,
): Promise<ProfiledTable> {
  const head = await firstRows(path, given);
  const fields = head.map((row) => row.fields);
  const width = widthOf(given, fields);
  const page = hasNamesOfItsOwn(given)
    ? { skip: 0, headerRows: 0, isSure: true }
    : pageOf(fields, width, isKnown);
  const format = withPage(given, page);

  const table = await openTable(path, format);
  const cut = given.kind === "delimited" ? given : undefined;
  const profiler = new TableProfiler(width, ruinedText, cut);
  const repeated: number[] = [];
  let blank = 0;
  for await (const batch of table.batches) {
    for (const row of batch.rows) profiler.take(row);
    repeated.push(...(batch.repeated ?? []));
    blank += batch.blank;
  }
  const profile = profiler.finish();
  const names = table.names ?? (given.kind === "pairs" ? given.keys : undefined);
  const columns = profile.columns.map((column, index) => ({
    name: names === undefined ? `c${index + 1}` : (names[index] ?? "").trim(),
    profile: column,
  }));
  const delimiter = "delimiter" in given && given.delimiter !== "\n" ? given.delimiter : "";
  const isDelimited = given.kind === "delimited";
  const seen = { isDelimited, delimiter, blank, repeated, profile, columns };
  return {
    format: withSummary(format, profile),
    hasHeader: names !== undefined,
    headerRow: page.headerRows > 0 ? page.skip + 1 : 0,
    profile,
    columns,
    notes: notesOf({ ...seen, ...page, isHeaderSure: page.isSure }),
    findings: table.findings,
    fitting: fittingShare(profile),
  };
}

/** Rows that lost a delimiter to half a character, and sums, have the right format all the same. */
function fittingShare({ rows, unfit }: TableProfile): number {
  const wrong = unfit.filter(({ code }) => WRONG.has(code)).map(({ count }) => count);
  return rows === 0 ? 1 : 1 - wrong.reduce((sum, count) => sum + count, 0) / rows;
}

const WRONG = new Set<string>(["row-field-count", "quote-not-closed", "row-length-differs"]);

/** In pairs and in a DBF, the names stand beside the values. */
function hasNamesOfItsOwn({ kind }: FileFormat): boolean {
  return kind === "pairs" || kind === "dbf";
}

async function firstRows(path: string, format: FileFormat): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of (await openTable(path, format)).batches) {
    rows.push(...batch.rows.filter((row) => row.problem === undefined));
    if (isEnough(rows)) break;
  }
  return rows.slice(0, SAMPLE);
}

/** How many fields the format says, or most rows have. */
function widthOf(format: FileFormat, rows: readonly (readonly string[])[]): number {
  if (format.kind === "fixed") return format.ranges.length;
  if (format.kind === "pairs") return format.keys.length;
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

function withPage(format: FileFormat, { skip, headerRows }: Page): FileFormat {
  if (format.kind === "pairs" || format.kind === "dbf") return format;
  return { ...format, headerRows, ...(skip === 0 ? {} : { skip }) };
}

function withSummary(format: FileFormat, { summary }: TableProfile): FileFormat {
  if (summary === undefined || format.kind === "pairs" || format.kind === "dbf") return format;
  return { ...format, summary: summary.begins };
}
