import type { Problem } from "../../domain/problem.js";
import { tellReason } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import type { Row } from "../../io/row.js";
import { asWritten, type TextCell, type TextSheet } from "../../io/xlsx-rows.js";
import type { Layout } from "../../migrate/layout.js";
import { rowKey } from "../../migrate/row-key.js";
import type { WaitingRow } from "../../store/port/intake.js";
import { bookActions, bookColumns, bookNotes } from "../../text/set-aside.js";
import type { Lang } from "../../text/tell.js";
import { tell } from "../../text/tell.js";

/** A set-aside row beside the row as it stands in its file. */
export interface BookRow {
  readonly file: { readonly path: string; readonly sha256: string };
  readonly waiting: WaitingRow;
  readonly row: Row;
}

/** The layouts of a delivery with their set-aside rows, which are asked for one after another. */
export type BookRows = ReadonlyMap<Layout, () => AsyncIterable<BookRow>>;

const FRONT = Object.values(bookColumns);
const WIDTHS = [16, 8, 16, 24, 8, 48, 24, 40];

/** The header of a layout's sheet. */
export function bookHeader(layout: Layout, lang: Lang): readonly string[] {
  return [...FRONT.map((text) => tell(text, lang)), ...layout.columnLabels].map(asWritten);
}

/** Files with one header in another order have sheets of their own. */
export function layoutKey({ name, columnLabels }: Layout): string {
  return JSON.stringify([name, ...columnLabels]);
}

/** How many columns stand before those of the layout. */
export const frontColumns = FRONT.length;

/** The workbook for the clerk: a sheet for every layout, and one that says how it is used. */
export function bookSheets(
  rows: BookRows,
  notes: readonly string[],
  lang: Lang,
): readonly TextSheet[] {
  const names = [...rows.keys()].map((layout) => layout.name);
  const actions = Object.values(bookActions).map((text) => tell(text, lang));
  const sheets = [...rows].map(([layout, rowsOf], at): TextSheet => {
    const header = bookHeader(layout, lang);
    return {
      name: sheetName(layout.name, names, at),
      header,
      widths: header.map((text, column) => WIDTHS[column] ?? Math.min(30, text.length * 2 + 4)),
      choice: { column: 1, values: actions },
      rows: cellsOf(layout, rowsOf, lang),
    };
  });
  return [...sheets, notesSheet(notes, lang)];
}

/** Not too long for a sheet, without what its name may not have, and no two alike. */
function sheetName(name: string, names: readonly string[], at: number): string {
  const plain = name.replace(/[[\]:*?/\\']/g, "-");
  const isOwn = plain.length <= 25 && names.indexOf(name) === at;
  return isOwn ? plain : `${plain.slice(0, 20)}~${at + 1}`;
}

async function* cellsOf(
  layout: Layout,
  rowsOf: () => AsyncIterable<BookRow>,
  lang: Lang,
): AsyncGenerator<readonly TextCell[]> {
  for await (const { file, waiting, row } of rowsOf()) {
    const { line, problems, raw } = waiting;
    const front = [
      rowKey(file.sha256, line, row.text),
      "",
      "",
      file.path,
      rowText(line),
      problems.map((one) => tellReason(one, lang)).join("\n"),
      proposals(problems),
      raw,
    ];
    const marked = markedColumns(layout, problems);
    const fields = waiting.fields ?? fieldsOf(row, layout);
    const cells = layout.columnNames.map((_, at) => {
      const text = fields[at] ?? "";
      return marked.has(at) ? ({ text, look: "marked" } as const) : { text };
    });
    yield [...front.map((text) => ({ text })), ...cells];
  }
}

/**
 * The fields of a row; of one that could not be cut, its pieces between the delimiters, because
 * mending some of them is quicker than typing all.
 */
export function fieldsOf(row: Row, { format }: Layout): readonly string[] {
  if (row.problem === undefined || format.kind !== "delimited") return row.fields;
  return row.text.split(format.delimiter);
}

/** The columns that problems name, by their header or by the field that they fill. */
function markedColumns(layout: Layout, problems: readonly Problem[]): ReadonlySet<number> {
  const fields = new Set(problems.flatMap(({ place }) => place.field ?? []));
  const byName = layout.columnLabels.flatMap((name, at) => (fields.has(name) ? [at] : []));
  const byTarget = layout.columns.flatMap(({ index, target }) =>
    fields.has(target) ? [index] : [],
  );
  return new Set([...byName, ...byTarget]);
}

function proposals(problems: readonly Problem[]): string {
  return problems
    .flatMap(({ place, values }) => {
      const { repaired } = values;
      return repaired === undefined ? [] : [`${place.field ?? ""} ${repaired}`.trim()];
    })
    .join("\n");
}

function notesSheet(notes: readonly string[], lang: Lang): TextSheet {
  const { name, heading, ...lines } = bookNotes;
  const texts = [...Object.values(lines).map((line) => tell(line, lang)), ...notes];
  return {
    name: tell(name, lang),
    header: [tell(heading, lang)],
    widths: [100],
    rows: texts.map((text) => [{ text }]),
  };
}
