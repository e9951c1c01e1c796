import { setsAside } from "../../domain/problem.js";
import type { Candidate } from "../../inspect/choose-layout.js";
import { openTable } from "../../io/open-table.js";
import type { Row } from "../../io/row.js";
import { ruinedText } from "../../io/ruined.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import { fitHeader } from "../../migrate/fit-header.js";
import type { Layout } from "../../migrate/layout.js";
import { rowMapper } from "../../migrate/map.js";

/** The first rows of a file, read as one format says. */
export interface FirstRows {
  readonly names?: readonly string[];
  readonly rows: readonly Row[];
}

/** So many rows are enough to see whether a layout fits. */
const SAMPLE = 300;

/** Readings that succeed only where the values are what the layout says. */
const TELLING: ReadonlySet<string> = new Set(["code", "day", "month", "certno", "yuan", "ratio"]);

/** Reads the first rows of a file as a layout's format says. */
export async function firstRowsOf(path: string, { format }: Layout): Promise<FirstRows> {
  const table = await openTable(path, format);
  const rows: Row[] = [];
  for await (const batch of table.batches) {
    rows.push(...batch.rows);
    if (rows.length >= SAMPLE) break;
  }
  const first = rows.slice(0, SAMPLE);
  return table.names === undefined ? { rows: first } : { names: table.names, rows: first };
}

/** How a layout fits the first rows of a file. */
export function fitLayout(
  layout: Layout,
  { names, rows }: FirstRows,
  crosswalks: Crosswalks,
): Candidate {
  const expected = layout.columnNames.length;
  if (names !== undefined) {
    const fitted = fitHeader(layout, names, "");
    const isNamed = fitted.problems.length === 0;
    const same = layout.columnNames.filter((name) => names.includes(name)).length;
    const reading = isNamed ? readAs(fitted.layout, rows, crosswalks) : UNREAD;
    return { layout: layout.name, isNamed, isWhole: isNamed, found: same, expected, ...reading };
  }
  const filled = filledColumns(layout, rows);
  const whole = rows.filter((row) => isCut(row, layout)).length;
  // One row in four may have lost a delimiter, or be a sum.
  const isWhole = rows.length > 0 && filled > 0 && whole * 4 >= rows.length * 3;
  const found = isWhole || layout.format.kind === "pairs" ? filled : widthOf(rows);
  const reading = isWhole ? readAs(layout, rows, crosswalks) : UNREAD;
  return { layout: layout.name, isNamed: false, isWhole, found, expected, ...reading };
}

function isCut({ fields, problem }: Row, { columnNames }: Layout): boolean {
  return problem === undefined && fields.length === columnNames.length;
}

/** In how many of the layout's columns anything stands. */
function filledColumns({ columnNames }: Layout, rows: readonly Row[]): number {
  return columnNames.filter((_, at) => rows.some(({ fields }) => fields[at]?.trim())).length;
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(0, ...rows.slice(0, 20).map((row) => row.fields.length));
}

type Reading = Pick<Candidate, "sound" | "evidence">;
const UNREAD: Reading = { sound: 0, evidence: 0 };

/** Reads the rows as the layout would, and counts what succeeds. */
function readAs(layout: Layout, rows: readonly Row[], crosswalks: Crosswalks): Reading {
  const map = rowMapper(layout, "", crosswalks, ruinedText);
  const filled = new Map<string, number>();
  const failed = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const telling = layout.columns.filter(({ reading }) => TELLING.has(reading));
  let sound = 0;
  for (const row of rows) {
    const problems = map(row).flatMap((one) => one.problems);
    if (!setsAside(problems)) sound += 1;
    const wrong = new Set(problems.map((one) => one.place.field));
    for (const { index, name } of telling) {
      if ((row.fields[index] ?? "").trim() === "") continue;
      count(filled, name);
      if (wrong.has(name)) count(failed, name);
    }
  }
  const evidence = telling.filter(({ name }) => {
    const cells = filled.get(name) ?? 0;
    return cells > 0 && (failed.get(name) ?? 0) * 5 <= cells;
  }).length;
  return { sound: rows.length === 0 ? 0 : sound / rows.length, evidence };
}
