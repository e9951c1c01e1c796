import type { NoteCode } from "../text/inspect-notes.js";
import type { Values } from "../text/tell.js";
import type { PatternName } from "./patterns.js";
import type { InspectedColumn } from "./propose.js";
import type { TableProfile } from "./table-profile.js";

/** Something that a person should know about how a file is written. */
export interface Note {
  readonly code: NoteCode;
  readonly values: Values;
}

/** What was seen of a table while it was read. */
export interface SeenTable {
  readonly isDelimited: boolean;
  readonly delimiter: string;
  readonly skip: number;
  readonly headerRows: number;
  readonly isHeaderSure: boolean;
  readonly blank: number;
  /** The lines that repeat header or title. */
  readonly repeated: readonly number[];
  readonly profile: TableProfile;
  readonly columns: readonly InspectedColumn[];
}

/** What is worth a line about a table, in the order from its top to its end. */
export function notesOf(seen: SeenTable): readonly Note[] {
  const { skip, headerRows, repeated, blank, profile } = seen;
  const lines = repeated.slice(0, 3).join(", ");
  const summary = profile.summary;
  return [
    ...(seen.isDelimited && seen.delimiter === "" ? [note("undelimited")] : []),
    ...(skip > 0 ? [note("title-rows", { count: skip })] : []),
    ...(seen.isHeaderSure ? [] : [note("header-unsure")]),
    ...(headerRows > 1 ? [note("header-rows", { count: headerRows })] : []),
    ...namesNotes(seen),
    ...(repeated.length > 0 ? [note("header-repeated", { count: repeated.length, lines })] : []),
    ...(blank > 0 ? [note("blank-lines", { count: blank })] : []),
    ...(summary === undefined ? [] : [note("summary-line", { ...summary })]),
    ...shapeNote("decimal-comma", ["decimalComma"], seen),
    ...shapeNote("excel-text", ["excelText", "apostrophe"], seen),
  ];
}

export function note(code: NoteCode, values: Values = {}): Note {
  return { code, values };
}

function namesNotes({ headerRows, columns, delimiter }: SeenTable): readonly Note[] {
  const last = columns.at(-1);
  const isTrailing =
    columns.length > 1 && delimiter !== "" && last?.profile.filled === 0 && isNameless(last);
  const trailing = isTrailing ? [note("trailing-delimiter")] : [];
  if (headerRows === 0) return trailing;
  const names = columns.map(({ name }) => name).filter((name) => name !== "");
  const twice = new Set(names.filter((name, at) => names.indexOf(name) < at));
  const empty = columns.length - names.length - trailing.length;
  return [
    ...trailing,
    ...(twice.size > 0
      ? [note("names-repeated", { names: [...twice].slice(0, 12).join(" ") })]
      : []),
    ...(empty > 0 ? [note("names-empty", { count: empty })] : []),
  ];
}

function isNameless({ name }: InspectedColumn): boolean {
  return name === "" || /^c\d+$/.test(name);
}

function shapeNote(
  code: NoteCode,
  shapes: readonly PatternName[],
  { columns }: SeenTable,
): readonly Note[] {
  const positions = columns.flatMap(({ profile }, at) =>
    profile.patterns.some(({ name }) => shapes.includes(name)) ? [at + 1] : [],
  );
  return positions.length === 0 ? [] : [note(code, { columns: positions.join(", ") })];
}
