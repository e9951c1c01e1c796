import { effectOf } from "../domain/problem.js";
import type { CutRow, RowFinding } from "./cut-row.js";
import { fieldFillers } from "./fill-fields.js";
import { examine, maySuffer, type RuinedText } from "./forensics.js";
import type { Layout } from "./layout.js";
import { MappedRow, slotsOf } from "./mapped-row.js";
import type { Knowledge } from "./readings.js";
import { restoreSwallowed } from "./swallowed.js";

/** A row's cells, repaired where that is certain, and what was found in them. */
export interface ExaminedRow {
  /** Absent when the row cannot be cut into the columns of its layout. */
  readonly cells?: readonly string[];
  readonly findings: readonly RowFinding[];
}

/**
 * Makes the function that examines the rows of one file before they are read. Problems:
 * `row-summary`, `row-field-count`, `delimiter-swallowed`, `delimiter-lost`, those of `examine`,
 * and whatever the file's reader found. Damage in a column that the mapping does not use is one
 * finding, `unused-damaged`, whatever it is, and keeps no row back.
 */
export function rowExaminer(
  layout: Layout,
  known: Knowledge,
  ruined: RuinedText,
): (row: CutRow) => ExaminedRow {
  const expected = layout.columnNames.length;
  const used = new Set(layout.columns.map((column) => column.index));
  const misfits = misfitCounter(layout, known);
  return (row) => {
    if (isSummary(row.fields)) return { findings: [{ code: "row-summary", values: {} }] };
    if (row.fields.length !== expected) return uneven(row);
    if (!isSuspect(row, ruined)) return { cells: row.fields, findings: NOTHING };
    return examineCells(row);
  };

  /** A row with too few or too many fields: a delimiter may have been swallowed. */
  function uneven(row: CutRow): ExaminedRow {
    const values = { found: row.fields.length, expected };
    const { format, unrepaired } = layout;
    const isPlain =
      format.kind === "delimited" && (format.quote === "" || !row.text.includes(format.quote));
    const restored = isPlain
      ? restoreSwallowed({ ...row, expected, delimiter: format.delimiter }, ruined, misfits)
      : undefined;
    if (restored === "lost") return { findings: [{ code: "delimiter-lost", values }] };
    if (restored === undefined || unrepaired.has("delimiter-swallowed")) {
      return { findings: [{ code: "row-field-count", values }] };
    }
    const { cells = restored, findings } = examineCells({ ...row, fields: restored });
    const field = restored.findIndex((cell) => cell.endsWith("\ufffd"));
    return { cells, findings: [{ code: "delimiter-swallowed", field, values }, ...findings] };
  }

  function examineCells(row: CutRow): ExaminedRow {
    const findings: RowFinding[] = readerFindings(row, layout, used);
    const { unrepaired } = layout;
    const others = row.otherwise?.length === expected ? row.otherwise : undefined;
    const cells = row.fields.map((cell, field) => {
      const found = examine(cell, ruined, { otherwise: others?.[field], unrepaired });
      if (found === undefined) return cell;
      if (!used.has(field)) {
        findings.push({ code: "unused-damaged", field, values: { found: cell.trim() } });
        return cell;
      }
      for (const one of found.problems) findings.push({ ...one, field });
      return found.text;
    });
    return { cells, findings };
  }
}

const NOTHING: readonly RowFinding[] = [];

/** The words that begin a line of sums; a name or an address never is one of them alone. */
const SUMMARY =
  /^(本页|本村|本乡|本镇|全部|总)?(合计|总计|小计|共计)(金额|人数|户数)?\s*([::(（\d].*)?$/;

/** Whether a row looks like a line of sums. */
export function isSummary(fields: readonly string[]): boolean {
  let place = 0;
  while (place < fields.length && (fields[place] ?? "").trim() === "") place += 1;
  const first = fields[place] ?? "";
  return first.includes("计") && SUMMARY.test(first.replace(/[\s\u3000]/g, ""));
}

function isSuspect(row: CutRow, ruined: RuinedText): boolean {
  const isNoticed = (row.findings?.length ?? 0) > 0 || row.otherwise !== undefined;
  return isNoticed || maySuffer(row.text, ruined);
}

/**
 * What the reader found; a line in another encoding is set aside where that repair is off, and what
 * is the matter with a cell that the mapping does not use keeps no row back.
 */
function readerFindings(
  { fields, findings = [], otherwise }: CutRow,
  layout: Layout,
  used: ReadonlySet<number>,
): RowFinding[] {
  return findings.flatMap((one): readonly RowFinding[] => {
    if (one.field !== undefined && !used.has(one.field) && effectOf(one.code) === "setAside") {
      const { field } = one;
      if (NO_DAMAGE.has(one.code)) return [];
      return [{ code: "unused-damaged", field, values: { found: fields[field]?.trim() ?? "" } }];
    }
    if (one.code !== "line-other-encoding" || !layout.unrepaired.has(one.code)) return [one];
    const field = Math.max(
      0,
      fields.findIndex((cell, index) => cell !== otherwise?.[index]),
    );
    const values = { found: otherwise?.[field] ?? "", repaired: fields[field] ?? "" };
    return [{ code: "text-garbled", field, values }];
  });
}

/** What a cell that nobody uses may be without any harm. */
const NO_DAMAGE = new Set<string>(["cell-formula", "cell-merged"]);

/** Counts what does not look like its column, and what is missing; broken cells are left out. */
function misfitCounter(layout: Layout, known: Knowledge) {
  const slots = slotsOf(layout);
  const fillers = fieldFillers(layout.columns, slots, known);
  return (fields: readonly string[]): number => {
    const row = new MappedRow(slots, []);
    for (const fill of fillers) fill(fields, row, { file: "", line: 0 });
    const broken = new Set(layout.columnLabels.filter((_, at) => fields[at]?.includes("\ufffd")));
    const misfits = row.problems.filter(({ code, place: { field = "" } }) => {
      return MISFITS.has(code) && !broken.has(field);
    });
    return misfits.length;
  };
}

const MISFITS = new Set<string>([
  ...["date-unreadable", "amount-unreadable", "count-unreadable", "code-unknown"],
  ...["certno-not-an-id", "name-question-mark", "field-missing"],
]);
