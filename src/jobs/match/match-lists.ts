import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { Hanzi } from "../../match/hanzi.js";
import { type Linked, link } from "../../match/link.js";
import type { MatchSpec } from "../../match/spec.js";
import type { MatchTable } from "../../match/table.js";
import type { TrainedWeights } from "../../match/weights-file.js";
import type { Progress } from "../job.js";
import { buildTable, type FilledField, filledFields } from "./build-table.js";
import { Crew, usualWorkers } from "./crew.js";
import { openList } from "./read-list.js";
import { readHanziTables, readSpec, readWeights } from "./read-spec.js";

/** One or two lists of people, and by what they are matched. */
export interface ListsQuestion {
  readonly spec: string;
  /** One list, or two. */
  readonly files: readonly string[];
  /** The column that names a row. */
  readonly id: string;
  /** Weights that were trained before; without them they are learnt from the lists. */
  readonly weights?: string | undefined;
  /** Of two lists, only pairs across them. */
  readonly isAcross: boolean;
  /** How many threads share the work; 1 for none beside this one. It changes no result. */
  readonly workers?: number | undefined;
  /** From where a workspace is looked for; without one the shipped tables are used. */
  readonly dir: string;
  readonly progress: Progress;
}

export interface MatchedLists {
  readonly spec: MatchSpec;
  readonly table: MatchTable;
  readonly linked: Linked;
  readonly trained?: TrainedWeights;
  /** How many rows each list has. */
  readonly rows: readonly number[];
  readonly fields: readonly FilledField[];
}

/** Reads lists and compares their people; `check` may refuse the table before the long work. */
export async function matchLists(
  question: ListsQuestion,
  check: (table: MatchTable) => void = () => undefined,
): Promise<MatchedLists> {
  const { files, id, isAcross, progress } = question;
  if (isAcross && files.length < 2) throw new Refusal("list-not-second");
  const spec = await readSpec(question.spec);
  const trained =
    question.weights === undefined ? undefined : await readWeights(question.weights, spec);
  const tables = await readHanziTables(question.dir);
  const lists = await Promise.all(files.map(openList));
  const pairing = isAcross ? "across" : "all";
  const options = {
    pairing,
    ...(trained === undefined ? {} : { weights: trained.weights }),
  } as const;
  const crew = await crewFor(question);
  try {
    const table = await buildTable(lists, spec, id, progress, crew);
    check(table);
    await progress.step("match");
    const hanzi = new Hanzi(tables);
    const linked =
      crew === undefined
        ? link(table, spec, hanzi, options)
        : await crew.link(table, spec, { hanzi, tables }, options);
    const rows = lists.map((_, at) => (at === 0 ? table.first : table.size - table.first));
    const fields = filledFields(lists, spec);
    return { spec, table, linked, rows, fields, ...(trained === undefined ? {} : { trained }) };
  } finally {
    await crew?.close();
  }
}

/** Lists of less than so many bytes are matched before other threads would have started. */
const SHORT = 4_000_000;

/** The threads for some lists; none where one is asked for, or where the lists are short. */
async function crewFor({ files, workers }: ListsQuestion): Promise<Crew | undefined> {
  const bytes = await Promise.all(files.map(async (path) => (await stat(path)).size));
  const isShort = bytes.reduce((sum, one) => sum + one, 0) < SHORT;
  const wanted = workers ?? (isShort ? 1 : usualWorkers());
  return wanted === 1 ? undefined : new Crew(wanted);
}

/** A result is written over an older one, but never over what was read, nor over another. */
export function refuseOverInput(
  { spec, files, weights }: ListsQuestion,
  outputs: readonly string[],
): void {
  const inputs = [spec, ...files, ...(weights === undefined ? [] : [weights])];
  const taken = new Set(inputs.map((path) => resolve(path)));
  for (const path of outputs) {
    if (taken.has(resolve(path))) throw new Refusal("output-is-input", { found: path });
    taken.add(resolve(path));
  }
}
