import { resolve } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { type Linked, link } from "../../match/link.js";
import type { MatchSpec } from "../../match/spec.js";
import type { MatchTable } from "../../match/table.js";
import type { TrainedWeights } from "../../match/weights-file.js";
import type { Progress } from "../job.js";
import { buildTable } from "./build-table.js";
import { openList } from "./read-list.js";
import { readHanzi, readSpec, readWeights } from "./read-spec.js";

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
  const hanzi = await readHanzi(question.dir);
  const lists = await Promise.all(files.map(openList));
  const table = await buildTable(lists, spec, id, progress);
  check(table);
  await progress.step("match");
  const linked = link(table, spec, hanzi, {
    pairing: isAcross ? "across" : "all",
    ...(trained === undefined ? {} : { weights: trained.weights }),
  });
  const rows = lists.map((_, at) => (at === 0 ? table.first : table.ids.length - table.first));
  return { spec, table, linked, rows, ...(trained === undefined ? {} : { trained }) };
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
