import { Refusal } from "../../domain/refusal.js";
import type { Store } from "../../store/store.js";
import type { DiffSide } from "./diff-runs.js";

/** A run of a database: of the workspace's where none is named, and there the last. */
export interface NamedSide {
  readonly name: string;
  readonly database?: string;
  readonly runId?: number;
}

/** Reads `3`, `rehearsal.db` or `rehearsal.db:3`. */
export function parseSide(name: string): NamedSide {
  if (/^\d+$/.test(name)) return { name, runId: Number(name) };
  const [, database = name, run] = /^(.+):(\d+)$/.exec(name) ?? [];
  return run === undefined ? { name, database } : { name, database, runId: Number(run) };
}

/** The run of a delivery that a side means; refuses where there is none. */
export async function sideOf(store: Store, { name, runId }: NamedSide): Promise<DiffSide> {
  const runs = (await store.runs.list()).filter(
    ({ kind, state }) => state === "done" && kind.startsWith("migrate") && kind !== NO_LOAD,
  );
  const run = runId === undefined ? runs.at(-1) : runs.find((one) => one.runId === runId);
  if (run === undefined) throw new Refusal("run-not-a-delivery", { found: name });
  return { store, run, name };
}

/** Accepting a difference is a run of its own, which reads no rows. */
const NO_LOAD = "migrate-accept";
