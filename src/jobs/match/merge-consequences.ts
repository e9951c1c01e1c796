import type { MadePerson } from "../../store/port/regroup.js";
import type { Job } from "../job.js";
import { regrouped } from "./regroup.js";
import { settlementsIfSplit } from "./settlements-if-split.js";
import {
  isChanged,
  type SplitConsequences,
  sumsOf,
  told,
  toldSubsidies,
} from "./split-consequences.js";
import { subsidyChanges } from "./split-funding.js";
import type { PersonsChange } from "./undo-sheets.js";

/** What it means in money that people were put together, in exact texts. */
export interface MergeConsequences
  extends Pick<SplitConsequences, "subsidies" | "subsidyDifference" | "sums"> {
  /** Settlements that would be different with the year of one person. */
  readonly settlements: readonly PersonsChange[];
}

/** People as their records make them now. */
export async function peopleAsMade(
  job: Job,
  psnNos: readonly string[],
): Promise<readonly MadePerson[]> {
  const made: MadePerson[] = [];
  for (const psnNo of psnNos) {
    const [rows = []] = await job.store.rows.personRows([psnNo]);
    const { aliases } = await job.store.regroup.belongings([psnNo]);
    const groups = new Map([[psnNo, rows]]);
    const grouping = { kind: "merge", before: [psnNo], groups, aliases, keeper: psnNo } as const;
    made.push(...(await regrouped(job, grouping)).people);
  }
  return made;
}

/**
 * Holds people as they were to the same people put together: subsidies that are due once where they
 * were due several times (a difference below zero is to be taken back), and settlements that would
 * be different. Nothing is written; what is settled stays as it is.
 */
export async function mergeConsequences(
  job: Job,
  before: readonly MadePerson[],
  after: readonly MadePerson[],
): Promise<MergeConsequences> {
  const subsidies = await subsidyChanges(job, before, after);
  const settlements = (await settlementsIfSplit(job.store, after)).filter(isChanged);
  return {
    ...toldSubsidies(subsidies),
    settlements: settlements.map((one) => ({ psnNo: one.psnNo, ...told(one) })),
    sums: sumsOf(settlements),
  };
}
