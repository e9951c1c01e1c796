import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Problem, problem } from "../domain/problem.js";
import { sha256Of } from "../io/files.js";
import { looksLike } from "../io/looks-like.js";
import { readTable } from "../io/table.js";
import {
  CROSSWALK_COLUMNS,
  type Crosswalk,
  type CrosswalkEntry,
  readCrosswalk,
} from "../migrate/crosswalk.js";
import { type Divisions, readDivisions } from "../migrate/divisions.js";
import type { Layout } from "../migrate/layout.js";
import { nationalCodesOf } from "../migrate/national-codes.js";
import type { MappingInput } from "./mapping-input.js";

/** The code tables that some layouts use, by name, and the files they were read from. */
export interface CodeTables {
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  readonly entries: ReadonlyMap<string, readonly CrosswalkEntry[]>;
  readonly divisions: Divisions;
  readonly inputs: readonly MappingInput[];
  readonly problems: readonly Problem[];
}

/** The list of divisions, among the code tables. */
export const DIVISIONS = "gb/divisions";

/** Reads every crosswalk that the layouts name, and the list of divisions if one reads them. */
export async function readCodeTables(
  folder: string,
  layouts: Iterable<Layout>,
): Promise<CodeTables> {
  const columns = [...layouts].flatMap((layout) => layout.columns);
  const crosswalks = new Map<string, Crosswalk>();
  const entries = new Map<string, readonly CrosswalkEntry[]>();
  const inputs: MappingInput[] = [];
  const problems: Problem[] = [];
  const read = (name: string) => readCodeFile(folder, name, inputs, problems);

  const tables = new Set(columns.map((column) => column.table).filter((table) => table !== ""));
  for (const table of [...tables].sort()) {
    const source = await read(table);
    if (source === undefined) continue;
    const field = columns.find((column) => column.table === table)?.target ?? "";
    const about = { lines: source.lines, fits: nationalCodesOf(field) };
    const one = readCrosswalk(source.file, source.rows, about);
    crosswalks.set(table, one.crosswalk);
    entries.set(table, one.entries);
    problems.push(...one.problems);
  }
  const hasDivisions = columns.some((column) => column.reading === "division");
  const list = hasDivisions ? await read(DIVISIONS) : undefined;
  const { divisions, problems: wrong } =
    list === undefined ? NO_DIVISIONS : readDivisions(list.file, list.rows);
  return { crosswalks, entries, divisions, inputs, problems: [...problems, ...wrong] };
}

const NO_DIVISIONS = { divisions: new Map(), problems: [] };

/** The rows of `codes/<name>.csv`; undefined, with a problem, when it is not there or no UTF-8. */
async function readCodeFile(
  folder: string,
  name: string,
  inputs: MappingInput[],
  problems: Problem[],
): Promise<(Awaited<ReturnType<typeof readTable>> & { readonly file: string }) | undefined> {
  const path = join(folder, "codes", `${name}.csv`);
  const file = relative(join(folder, ".."), path);
  if (!existsSync(path)) {
    const expected = CROSSWALK_COLUMNS.join(",");
    problems.push(problem("code-table-missing", { file }, { expected }));
    return undefined;
  }
  const found = await looksLike(path);
  if (found !== "utf-8" && found !== "ascii") {
    problems.push(problem("encoding-differs", { file }, { expected: "utf-8", found }));
    return undefined;
  }
  const table = await readTable(path);
  inputs.push({ role: "codes", path: file, sha256: await sha256Of(path), text: table.text });
  return { ...table, file };
}
