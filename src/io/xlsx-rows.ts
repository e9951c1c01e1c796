import { Zip, ZipDeflate } from "fflate";
import { MOST_SHEET_ROWS } from "./xlsx.js";

/** A sheet of text cells that clerks fill in: ids stay text, whatever they look like. */
export interface TextSheet {
  readonly name: string;
  readonly header: readonly string[];
  /** How wide each column is, in characters. */
  readonly widths: readonly number[];
  /** A column (from 0) in which only these values may be chosen. */
  readonly choice?: { readonly column: number; readonly values: readonly string[] };
  readonly rows: AsyncIterable<readonly TextCell[]> | Iterable<readonly TextCell[]>;
}

export interface TextCell {
  readonly text: string;
  /** Coloured, because something is the matter with it. */
  readonly isMarked?: boolean;
}

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
    for (let part = 1, isMore = true; isMore; part++) {
      names.push(part === 1 ? sheet.name : `${sheet.name} (${part})`);
      const entry = out.entry(`xl/worksheets/sheet${names.length}.xml`);
      entry.push(sheetHead(sheet));
      isMore = false;
      let row = 1;
      for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
        row += 1;
        entry.push(rowText(row, next.value));
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

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The places of the cell styles in the style sheet below. */
const style = { header: 1, text: 2, marked: 3 } as const;

const STYLES = `${HEAD}<styleSheet ${MAIN}>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFD9D9D9"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="3" borderId="0" xfId="0" applyNumberFormat="1"
 applyFill="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

function sheetHead({ header, widths }: TextSheet): string {
  const columns = header
    .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 12}" style="2"`)
    .map((column) => `${column} customWidth="1"/>`);
  const cells = header.map((text, at) => cellText(at, 1, text, style.header));
  return `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${columns.join("")}</cols><sheetData><row r="1">${cells.join("")}</row>
`;
}

function sheetFoot({ choice }: TextSheet, rows: number): string {
  if (choice === undefined) return "</sheetData></worksheet>";
  const name = columnName(choice.column);
  const range = `${name}2:${name}${Math.max(rows, 2)}`;
  return `</sheetData><dataValidations count="1"><dataValidation type="list" allowBlank="1"
 showErrorMessage="1" sqref="${range}"><formula1>"${escaped(choice.values.join(","))}"</formula1>
</dataValidation></dataValidations></worksheet>`;
}

function rowText(row: number, cells: readonly TextCell[]): string {
  const texts = cells.map(({ text, isMarked }, at) =>
    cellText(at, row, text, isMarked === true ? style.marked : style.text),
  );
  return `<row r="${row}">${texts.join("")}</row>\n`;
}

function cellText(column: number, row: number, text: string, look: number): string {
  const place = `r="${columnName(column)}${row}" s="${look}"`;
  if (text === "") return `<c ${place}/>`;
  const written = escaped(asWritten(text));
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
}

/** A, B … Z, AA … */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** A cell's `_x0041_` would be read as the letter A: its underscore is written in the same way. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** What holds the sheets together. */
function frame(names: readonly string[]): readonly (readonly [string, string])[] {
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/worksheet" ` +
      `Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const overrides = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ` +
      `ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const styles = `<Relationship Id="rId0" Type="${DOCUMENT}/styles" Target="styles.xml"/>`;
  const type = `${DOCUMENT}/officeDocument`;
  const root = `<Relationship Id="rId1" Type="${type}" Target="xl/workbook.xml"/>`;
  const linked = (links: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}</Relationships>`;
  return [
    ["xl/styles.xml", STYLES],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook ${MAIN} xmlns:r="${DOCUMENT}"><sheets>${sheets.join("")}</sheets>` +
        "</workbook>",
    ],
    ["xl/_rels/workbook.xml.rels", linked(styles + relations.join(""))],
    ["_rels/.rels", linked(root)],
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
        `${overrides.join("")}</Types>`,
    ],
  ];
}
