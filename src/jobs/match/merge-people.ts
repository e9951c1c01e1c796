import { endOf } from "../../match/numbers-after.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { HeldClaim } from "../../store/port/regroup.js";
import { type Circumstances, type Grouping, regrouped, writeRegrouped } from "./regroup.js";

/** Two people who were put together. */
export interface MergedPeople {
  /** The number that stays, the lower one; the other leads to it from now on. */
  readonly kept: string;
  readonly gone: string;
  /** Claims settled for the number that is gone: they and their settlements stay as they are. */
  readonly settled: readonly SettledBefore[];
}

/** Settled claims of one month. */
export interface SettledBefore {
  readonly month: string;
  readonly isClosed: boolean;
  readonly claims: number;
  /** What the funds paid, in fen. */
  readonly fundPaySumamt: number;
}

/**
 * Puts two loaded people together, inside the transaction of its caller, because somebody decided
 * that they are one. The lower number survives and the other stays known as an alias; records,
 * enrolments, accounts, benefits, years and open claims go along. What was settled stays as it was
 * and is told, for a person to look at. Nothing is done where both numbers are one person already.
 */
export async function mergePeople(
  job: Circumstances,
  runId: number,
  one: string,
  other: string,
): Promise<MergedPeople | undefined> {
  const { store } = job;
  const left = await store.rows.currentNumber(one);
  const right = await store.rows.currentNumber(other);
  if (left === right) return undefined;
  const [kept, gone] = isLower(left, right) ? [left, right] : [right, left];
  const { aliases, claims } = await store.regroup.belongings([kept, gone]);
  const rows = (await store.rows.personRows([kept, gone])).flat().sort(byPlace);
  const grouping: Grouping = {
    kind: "merge",
    before: [kept, gone],
    groups: new Map([[kept, rows]]),
    aliases: new Map([...aliases, [gone, kept]]),
    keeper: kept,
  };
  await writeRegrouped(store, runId, grouping, await regrouped(job, grouping));
  const settled = settledOf(claims.filter(({ claim }) => endOf(claim.psnNo, aliases) === gone));
  return { kept, gone, settled };
}

/** The serial of ten digits behind the division tells which number was given first. */
function isLower(left: string, right: string): boolean {
  const [one, other] = [left.slice(-10), right.slice(-10)];
  return one === other ? left < right : one < other;
}

function byPlace(one: KeyedRow, other: KeyedRow): number {
  return one.fileId - other.fileId || one.line - other.line;
}

function settledOf(claims: readonly HeldClaim[]): readonly SettledBefore[] {
  const months = new Map<string, SettledBefore>();
  for (const { settled } of claims) {
    if (settled === undefined) continue;
    const { month, monthState, posted } = settled;
    const before = months.get(month);
    months.set(month, {
      month,
      isClosed: monthState === "closing" || monthState === "closed",
      claims: (before?.claims ?? 0) + 1,
      fundPaySumamt: (before?.fundPaySumamt ?? 0) + posted.fundPaySumamt,
    });
  }
  return [...months.values()].sort((one, later) => (one.month < later.month ? -1 : 1));
}
