import type { Origin } from "../../domain/records.js";
import { Refusal } from "../../domain/refusal.js";
import type { Store } from "../../store/store.js";
import type { CoverageLaw } from "../../unify/coverage.js";
import type { Job } from "../job.js";
import { LawOfRuns } from "./law-of-run.js";
import { type Grouping, Parting, type Regrouped } from "./parting.js";
import { type PersonRules, personRulesOf } from "./person-rules.js";
import { writeYears } from "./years-of.js";

export type { Grouping, Regrouped };

/** What of a job is needed: the database, and the workspace whose law may have to be read. */
export type Circumstances = Pick<Job, "store" | "workspace">;

/**
 * Works out what people come to when their records stand under other numbers: records, enrolments
 * and identities made again from the rows as they were loaded; benefits, accounts and claims with
 * the row, old number or name that they name. Nothing is written.
 */
export async function regrouped(job: Circumstances, grouping: Grouping): Promise<Regrouped> {
  const { store } = job;
  const { before } = grouping;
  const owned = await store.regroup.belongings(before);
  const enrolmentRows = (await store.rows.enrolmentRows(before)).flat();
  const rows = [...grouping.groups.values()].flat();
  const runs = await runsOf(store, [...rows, ...enrolmentRows]);
  const laws = await lawsOf(job, new Set(enrolmentRows.map((row) => runs.get(row.fileId) ?? 0)));
  const rules = await rulesOf(job, new Set(rows.map((row) => row.runId)));
  return new Parting(grouping, { owned, enrolmentRows, runs, laws, rules }).done();
}

/** Writes what `regrouped` worked out, years included, inside the transaction of its caller. */
export async function writeRegrouped(
  store: Store,
  runId: number,
  { kind, before, aliases, newNumber }: Grouping,
  { people, nobodys }: Regrouped,
): Promise<void> {
  const regrouping = { runId, kind, before, after: people, nobodys, aliases };
  refuseClosing({ people, nobodys });
  await store.regroup.regroup(newNumber === undefined ? regrouping : { ...regrouping, newNumber });
  await writeYears(
    store,
    people.map(({ psnNo }) => psnNo),
  );
}

/** A month that waits for its closing is frozen: none of its claims can go to somebody else. */
export function refuseClosing({ people, nobodys }: Pick<Regrouped, "people" | "nobodys">): void {
  const going = people.flatMap(({ psnNo, claims }) =>
    claims.filter(({ claim }) => claim.psnNo !== psnNo),
  );
  const frozen = [...going, ...nobodys].find(
    ({ settled, monthState }) => settled === undefined && monthState === "closing",
  );
  if (frozen === undefined) return;
  const { month, psnNo: person } = frozen.claim;
  throw new Refusal("claims-frozen", { month, person });
}

async function runsOf(store: Store, rows: readonly Origin[]): Promise<ReadonlyMap<number, number>> {
  const runs = new Map<number, number>();
  for (const { fileId } of rows) {
    if (!runs.has(fileId)) runs.set(fileId, (await store.intake.file(fileId))?.runId ?? 0);
  }
  return runs;
}

async function lawsOf(
  job: Circumstances,
  runIds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, CoverageLaw>> {
  const laws = new LawOfRuns(job);
  const read = new Map<number, CoverageLaw>();
  for (const runId of runIds) read.set(runId, await laws.of(runId));
  return read;
}

async function rulesOf(
  { store, workspace }: Circumstances,
  runIds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, PersonRules>> {
  const read = new Map<number, PersonRules>();
  for (const runId of runIds)
    read.set(runId, await personRulesOf(store, runId, workspace.mappings));
  return read;
}
