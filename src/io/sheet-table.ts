import { damaged } from "./damaged.js";
import type { Row, RowBatch, RowFinding } from "./row.js";
import { type CellValue, cellValue } from "./sheet-cells.js";
import { Merges } from "./sheet-merges.js";
import { cellName, rangeName, type SheetOfWorkbook } from "./workbook.js";

/** How a sheet is cut into rows. */
export interface SheetCut {
  /** The file, for what is refused. */
  readonly path: string;
  readonly is1904: boolean;
  /** How many rows at the top are titles and header. */
  readonly above: number;
}

/** No list has more columns; behind them something else stands. */
const MOST_COLUMNS = 1024;
const BATCH = 1000;

/** The cells of a row that hold something, by column from 0. */
type Values = ReadonlyMap<number, CellValue>;

/** Makes rows of the cells of one sheet, see `openSheet`. */
export class SheetTable {
  private readonly merges: Merges;
  /** The rows of titles and header, and those of data, from 0. */
  private readonly above: readonly number[];
  private readonly below: readonly number[];
  private readonly first: number;
  private readonly width: number;

  constructor(
    private readonly sheet: SheetOfWorkbook,
    private readonly cut: SheetCut,
  ) {
    this.merges = new Merges(cut.path, sheet.merges);
    const filled: number[] = [];
    let first = Number.POSITIVE_INFINITY;
    let widest = 0;
    sheet.rows.forEach((_, at) => {
      const columns = [...this.values(at).keys()];
      if (columns.length === 0) return;
      filled.push(at);
      first = Math.min(first, ...columns.slice(0, 1));
      widest = Math.max(widest, (columns.at(-1) ?? 0) + 1);
    });
    this.first = filled.length === 0 ? 0 : first;
    this.above = this.headerRows(filled);
    const end = this.above.at(-1) ?? -1;
    this.below = filled.filter((at) => at > end);
    this.width =
      cut.above === 0 ? widest : Math.max(0, ...this.above.map((at) => this.headerEnd(at)));
    if (widest > MOST_COLUMNS) {
      throw damaged(cut.path, "tooLarge", { found: widest, expected: MOST_COLUMNS });
    }
  }

  async *batches(): AsyncGenerator<RowBatch> {
    const rows = [...this.above, ...this.below];
    let before = -1;
    for (let start = 0; start < rows.length; start += BATCH) {
      const some = rows.slice(start, start + BATCH);
      const last = some.at(-1) ?? before;
      const made = some.map((at, place) => this.row(at, start + place < this.above.length));
      yield { rows: made, blank: last - before - some.length };
      before = last;
    }
  }

  private values(at: number): Values {
    const values = new Map<number, CellValue>();
    this.sheet.rows[at]?.forEach((cell, column) => {
      if (cell === undefined) return;
      const value = cellValue(cell, this.cut.is1904);
      const isFilled = value.text.trim() !== "" || value.formula !== undefined;
      if (isFilled) values.set(column, value);
    });
    return values;
  }

  /** A row of the header whose cells are all merged with those above it is one of its rows too. */
  private headerRows(filled: readonly number[]): readonly number[] {
    const rows: number[] = [];
    for (const [place, at] of filled.entries()) {
      if (rows.length >= this.cut.above) break;
      rows.push(at);
      const next = filled[place + 1] ?? at + 1;
      for (let under = at + 1; under < next && rows.length < this.cut.above; under++) {
        if (this.merges.ofRow(under).length > 0) rows.push(under);
      }
    }
    return rows;
  }

  /** Behind the last cell of a header row that is filled or covered by a title. */
  private headerEnd(at: number): number {
    const filled = [...this.values(at).keys()].at(-1) ?? -1;
    const merged = this.merges.ofRow(at).filter(({ s }) => this.textAt(s.r, s.c) !== "");
    return Math.max(filled, ...merged.map(({ e }) => Math.min(e.c, MOST_COLUMNS - 1))) + 1;
  }

  private textAt(at: number, column: number): string {
    const cell = this.sheet.rows[at]?.[column];
    return cell === undefined ? "" : cellValue(cell, this.cut.is1904).text;
  }

  private row(at: number, isAbove: boolean): Row {
    const values = this.values(at);
    const fields: string[] = [];
    const findings: RowFinding[] = [];
    const end = Math.max(this.width, ([...values.keys()].at(-1) ?? -1) + 1);
    for (let column = this.first; column < end; column++) {
      const value = values.get(column);
      const range = value === undefined ? this.merges.over(at, column) : undefined;
      const title = range === undefined ? "" : this.textAt(range.s.r, range.s.c);
      fields.push(value?.text ?? (isAbove ? title : ""));
      if (isAbove) continue;
      const cell = cellName(at, column);
      const field = column - this.first;
      findings.push(...noticed(value, cell, field));
      if (range !== undefined && title !== "") {
        const about = { cell, range: rangeName(range) };
        findings.push({ code: "cell-merged", field, values: about });
      }
    }
    const row = { line: at + 1, offset: 0, length: 0, text: fields.join("\t"), fields };
    return findings.length === 0 ? row : { ...row, findings };
  }
}

function noticed(value: CellValue | undefined, cell: string, field: number): RowFinding[] {
  const findings: RowFinding[] = [];
  if (value?.formula !== undefined) {
    const formula = value.formula.slice(0, 60);
    findings.push({ code: "cell-formula", field, values: { cell, formula } });
  }
  if (value?.error !== undefined) {
    findings.push({ code: "cell-error", field, values: { cell, found: value.error } });
  }
  return findings;
}
