import { parentPort, type Transferable } from "node:worker_threads";
import { Refusal } from "../../domain/refusal.js";
import type { Pairing } from "../../match/candidates.js";
import { type ColumnMemory, memoryOf } from "../../match/column.js";
import { Hanzi, type HanziTables } from "../../match/hanzi.js";
import type { ListIds } from "../../match/list-maker.js";
import { type Part, type PartResult, Workplace } from "../../match/part.js";
import type { MatchSpec } from "../../match/spec.js";
import { type TableMemory, tableOfMemory } from "../../match/table.js";
import { type ListTask, takeList } from "./take-list.js";

/** What a worker is asked to do. */
export type Task<Kind extends keyof Answers = keyof Answers> = Extract<AnyTask, { kind: Kind }>;

type AnyTask =
  | { readonly kind: "list"; readonly list: ListTask }
  | { readonly kind: "setting"; readonly setting: Setting }
  | { readonly kind: "part"; readonly part: Part };

/** What the parts of a linkage are about. */
export interface Setting {
  readonly table: TableMemory;
  readonly spec: MatchSpec;
  readonly pairing: Pairing;
  readonly tables: HanziTables;
}

/** What a worker comes to, by what it was asked. */
export interface Answers {
  readonly list: TakenMemory;
  readonly setting: true;
  readonly part: PartResult;
}

/** A list, or a part of it, as it lies in shared memory. */
interface TakenMemory {
  readonly ids: ListIds | undefined;
  readonly columns: readonly (ColumnMemory | undefined)[];
}

export type Answer<Kind extends keyof Answers> =
  | { readonly result: Answers[Kind] }
  | { readonly refused: Pick<Refusal, "code" | "values"> };

let place: Workplace | undefined;

parentPort?.on("message", async (task: AnyTask) => {
  try {
    const result = await resultOf(task);
    parentPort?.postMessage({ result }, buffersOf(result));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, values } = error;
    parentPort?.postMessage({ refused: { code, values } });
  }
});

async function resultOf(task: AnyTask): Promise<Answers[keyof Answers]> {
  switch (task.kind) {
    case "list": {
      const { ids, columns } = await takeList(task.list);
      return { ids, columns: columns.map((one) => one && memoryOf(one)) };
    }
    case "setting": {
      const { table, tables, ...linking } = task.setting;
      place = new Workplace({ ...linking, table: tableOfMemory(table) }, new Hanzi(tables));
      return true;
    }
    case "part":
      if (place === undefined) throw new Error("a part before its setting");
      return place.do(task.part);
  }
}

/** What is handed over instead of copied. */
function buffersOf(result: Answers[keyof Answers]): readonly Transferable[] {
  if (result === true || "columns" in result || "groupOf" in result) return [];
  const found = [result.found.keys.buffer, result.found.counts.buffer];
  if (!("left" in result)) return found;
  return [...found, result.left.buffer, result.right.buffer, result.place.buffer];
}
