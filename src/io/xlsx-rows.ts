import { Zip, ZipDeflate } from "fflate";
import { MOST_SHEET_ROWS } from "./xlsx.js";
import { escaped, frame, HEAD, MAIN, style } from "./xlsx-parts.js";

/** A sheet of text cells that clerks fill in: ids stay text, whatever they look like. */
export interface TextSheet {
  readonly name: string;
  readonly header: readonly string[];
  /** How wide each column is, in characters. */
  readonly widths: readonly number[];
  /** A column (from 0) in which only these values may be chosen. */
  readonly choice?: { readonly column: number; readonly values: readonly string[] };
  /** How many columns stay in sight at the left; the header does in any case. */
  readonly frozen?: number;
  /** Whether long texts break inside their cells, and the header offers filters. */
  readonly isForReading?: boolean;
  readonly rows: AsyncIterable<readonly TextCell[]> | Iterable<readonly TextCell[]>;
}

export interface TextCell {
  readonly text: string;
  /** How it is coloured. */
  readonly look?: CellLook;
  /** The places of characters (from 0, in the text as written) that stand out in red. */
  readonly strong?: readonly number[];
}

/**
 * `marked`: something is the matter with it; in a sheet for reading also `faint` (less so) and
 * `entry` (to be filled in).
 */
export type CellLook = "marked" | "faint" | "entry";

/**
 * Makes an XLSX file of text cells piece by piece, in memory that does not grow with it; the header
 * of every sheet is frozen. A sheet of more rows than one can have goes on in `name (2)`. The same
 * rows give the same bytes on any day. What a cell cannot hold is written as `asWritten` says.
 */
export async function* textWorkbook(sheets: Iterable<TextSheet>): AsyncGenerator<Uint8Array> {
  const out = new Package();
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = cellsOf(sheet);
    const looks = sheet.isForReading === true ? WRAPPED : LINES;
    for (let part = 1, isMore = true; isMore; part++) {
      names.push(part === 1 ? sheet.name : `${sheet.name} (${part})`);
      const entry = out.entry(`xl/worksheets/sheet${names.length}.xml`);
      entry.push(sheetHead(sheet));
      isMore = false;
      let row = 1;
      for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
        row += 1;
        entry.push(rowText(row, next.value, looks));
        yield* out.take();
        isMore = row === MOST_SHEET_ROWS;
        if (isMore) break;
      }
      entry.end(sheetFoot(sheet, row));
    }
  }
  for (const [path, text] of frame(names)) out.entry(path).end(text);
  out.end();
  yield* out.take();
}

const MOST_CELL = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as a cell can hold it and gives it back: line ends are LF, control characters are shown
 * by their pictures (␀), and what is longer than a cell is cut.
 */
export function asWritten(text: string): string {
  return text
    .slice(0, MOST_CELL)
    .replace(/\r\n?/g, "\n")
    .replace(LONE, "\ufffd")
    .replace(CONTROL, (sign) => {
      const code = sign.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
    });
}

/** The entries of the package, packed as they come. */
class Package {
  private pieces: Uint8Array[] = [];
  private readonly zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    this.pieces.push(piece);
  });

  entry(path: string): { push(text: string): void; end(text: string): void } {
    const entry = new ZipDeflate(path, { level: 6 });
    // ZIP keeps local time, so the pinned entry time is given in local time too.
    entry.mtime = new Date(2000, 0, 1);
    this.zip.add(entry);
    return {
      push: (text) => entry.push(Buffer.from(text)),
      end: (text) => entry.push(Buffer.from(text), true),
    };
  }

  end(): void {
    this.zip.end();
  }

  /** What is ready so far. */
  take(): readonly Uint8Array[] {
    const ready = this.pieces;
    this.pieces = [];
    return ready;
  }
}

async function* cellsOf({ rows }: TextSheet): AsyncGenerator<readonly TextCell[]> {
  for await (const row of rows) yield row;
}

function sheetHead({ header, widths, frozen = 0 }: TextSheet): string {
  const columns = header
    .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 12}" style="2"`)
    .map((column) => `${column} customWidth="1"/>`);
  const cells = header.map((text, at) => cellText(at, 1, { text }, style.header));
  const split = frozen === 0 ? "" : ` xSplit="${frozen}"`;
  const side = frozen === 0 ? "bottomLeft" : "bottomRight";
  return `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">
<pane${split} ySplit="1" topLeftCell="${columnName(frozen)}2" activePane="${side}" state="frozen"/>
</sheetView></sheetViews>
<cols>${columns.join("")}</cols><sheetData><row r="1">${cells.join("")}</row>
`;
}

function sheetFoot({ choice, header, isForReading }: TextSheet, rows: number): string {
  const corner = `${columnName(header.length - 1)}${Math.max(rows, 2)}`;
  const filter = isForReading === true ? `<autoFilter ref="A1:${corner}"/>` : "";
  if (choice === undefined) return `</sheetData>${filter}</worksheet>`;
  const name = columnName(choice.column);
  const range = `${name}2:${name}${Math.max(rows, 2)}`;
  return `</sheetData>${filter}<dataValidations count="1"><dataValidation type="list" allowBlank="1"
 showErrorMessage="1" sqref="${range}"><formula1>"${escaped(choice.values.join(","))}"</formula1>
</dataValidation></dataValidations></worksheet>`;
}

function rowText(row: number, cells: readonly TextCell[], looks: Looks): string {
  const texts = cells.map((cell, at) => cellText(at, row, cell, looks[cell.look ?? "plain"]));
  return `<row r="${row}">${texts.join("")}</row>\n`;
}

type Looks = Readonly<Record<CellLook | "plain", number>>;

const LINES: Looks = {
  plain: style.text,
  marked: style.marked,
  faint: style.marked,
  entry: style.text,
};
const WRAPPED: Looks = {
  plain: style.wrapped,
  marked: style.wrappedMarked,
  faint: style.wrappedFaint,
  entry: style.wrappedEntry,
};

function cellText(column: number, row: number, { text, strong }: TextCell, look: number): string {
  const place = `r="${columnName(column)}${row}" s="${look}"`;
  if (text === "") return `<c ${place}/>`;
  const written = asWritten(text);
  const inside = strong === undefined ? runText(written) : richText(written, new Set(strong));
  return `<c ${place} t="inlineStr"><is>${inside}</is></c>`;
}

function runText(text: string): string {
  return `<t xml:space="preserve">${escaped(text)}</t>`;
}

/** The text in pieces, those of the places given in bold red. */
function richText(text: string, strong: ReadonlySet<number>): string {
  const runs: { text: string; readonly isStrong: boolean }[] = [];
  for (const [at, character] of [...text].entries()) {
    const last = runs.at(-1);
    if (last?.isStrong === strong.has(at)) last.text += character;
    else runs.push({ text: character, isStrong: strong.has(at) });
  }
  return runs
    .map((run) => {
      const font = run.isStrong ? '<b/><sz val="11"/><color rgb="FFC00000"/>' : '<sz val="11"/>';
      return `<r><rPr>${font}<rFont val="Calibri"/></rPr>${runText(run.text)}</r>`;
    })
    .join("");
}

/** A, B … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
