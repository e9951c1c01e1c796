import { added } from "../../domain/amounts.js";
import {
  type CutStays,
  type Recounted,
  type RecountQuestion,
  recountYear,
} from "../../settle/recount/recount.js";
import type { HistoricClaim, StoredEntry } from "../../store/port/claims.js";
import type { PastClaims } from "./past.js";
import { inForce } from "./posted-claim.js";

/** A settled claim of a person, in the order of the fold; those taken back later included. */
export type Replayed = PastClaims["claims"][number];

/** Everything that was ever settled for a person. */
export interface PersonHistory {
  /** In the order of the fold. */
  readonly history: readonly HistoricClaim[];
  readonly claims: readonly Replayed[];
  /** The runs that settled everybody's year again. */
  readonly corrections: readonly number[];
}

/**
 * Recounts what is in force of the claims that are asked, each with the year as the run met it that
 * posted it: what had been settled by then, as it had been posted by then, without what had been
 * taken back by then. Of people who were merged or split the runs of before are not made again:
 * what they have now is recounted in the order of the fold, as `settle correct` settles it, and
 * what was taken back is not.
 */
export function recountPerson(
  person: PersonHistory,
  asked: readonly Replayed[],
): ReadonlyMap<number, Recounted> {
  const isOwn = person.history.every(({ claim, entries }) => {
    return entries.every(({ psnNo }) => psnNo === claim.psnNo);
  });
  if (!isOwn) return recountToday(person);
  const found = new Map<number, Recounted>();
  const runs = new Set(asked.map(({ historic }) => inForce(historic).runId));
  for (const run of runs) {
    const posted = asked.filter(({ historic }) => inForce(historic).runId === run);
    const isCorrection = posted.some(({ historic }) => inForce(historic).kind === "corrected");
    const ofRun = isCorrection ? corrected(person, run) : settled(person, run);
    for (const { claimId } of posted) {
      const one = ofRun.get(claimId);
      if (one !== undefined) found.set(claimId, one);
    }
  }
  return found;
}

function recountToday({ claims }: PersonHistory): ReadonlyMap<number, Recounted> {
  return recounted(
    claims.map((claim) => ({ claim, entry: inForce(claim.historic), isAsked: true })),
  );
}

/** A correction settles the year again from its first day, in the order of the fold. */
function corrected({ history, claims }: PersonHistory, run: number) {
  const met = claims.filter((one) => isMet(one, history, run));
  return recounted(met.map((claim) => ({ claim, entry: entryBy(claim, run), isAsked: true })));
}

/** A settlement goes on where the year stood; a refund makes the year again without its claim. */
function settled(person: PersonHistory, run: number): ReadonlyMap<number, Recounted> {
  const claimOf = new Map(person.claims.map((one) => [one.claimId, one]));
  const found = new Map<number, Recounted>();
  let met = asTheYearStood(person, run);
  let chunk: Met[] = [];
  const settleChunk = (): void => {
    for (const [id, one] of recounted([...met, ...chunk])) found.set(id, one);
    met = [...met, ...chunk.map((one) => ({ ...one, isAsked: false }))];
    chunk = [];
  };
  for (const next of person.history.filter((one) => firstRun(one) === run)) {
    const claim = claimOf.get(next.claim.claimId);
    if (claim !== undefined) chunk.push({ claim, entry: entryBy(claim, run), isAsked: true });
    if (!next.claim.isRefund) continue;
    settleChunk();
    met = inOrder(
      met.filter((one) => one.claim.historic.refundedBy !== next.claim.claimId),
      person.claims,
      run - 1,
    );
  }
  settleChunk();
  return found;
}

/**
 * What had been settled before a run: up to the last time that the year was made again in the order
 * of the fold, after it run by run.
 */
function asTheYearStood(person: PersonHistory, run: number): readonly Met[] {
  const { history, claims, corrections } = person;
  const own = history.flatMap(({ claim, entries }) => {
    return entries.filter((one) => one.kind === "corrected" || claim.isRefund);
  });
  const again = [...corrections, ...own.map((one) => one.runId)].filter((one) => one < run);
  const met = claims
    .filter((one) => isMet(one, history, run))
    .map((claim) => ({ claim, entry: entryBy(claim, run - 1), isAsked: false }));
  return inOrder(met, claims, Math.max(-1, ...again));
}

/** In the order of the fold up to a run, after it run by run. */
function inOrder(met: readonly Met[], claims: readonly Replayed[], last: number): readonly Met[] {
  const place = new Map(claims.map(({ claimId }, at) => [claimId, at]));
  const placeOf = ({ claim }: Met): number => place.get(claim.claimId) ?? 0;
  const runOf = ({ claim }: Met): number => Math.max(last, firstRun(claim.historic));
  return [...met].sort((a, b) => runOf(a) - runOf(b) || placeOf(a) - placeOf(b));
}

interface Met {
  readonly claim: Replayed;
  /** What was in force when the run met it. */
  readonly entry: StoredEntry;
  /** Whether the run settled it itself; otherwise what had been posted counts. */
  readonly isAsked: boolean;
}

/**
 * Every part of a claim is asked in its own year, the parts of one claim one after another. A stay
 * cut in two was posted as one, so its parts are always asked.
 */
function recounted(met: readonly Met[]): ReadonlyMap<number, Recounted> {
  const years = new Map<number, RecountQuestion[]>();
  for (const { claim, entry, isAsked } of met) {
    const { parts } = claim.ready;
    const binds = parts.length === 1 && (entry.settledBy === "window" || !isAsked);
    for (const { question, year } of parts) {
      const questions = years.get(year) ?? [];
      questions.push(binds ? { ...question, posted: entry.posted } : question);
      years.set(year, questions);
    }
  }
  const wanted = new Set(met.filter((one) => one.isAsked).map(({ claim }) => claim.claimId));
  const found = new Map<number, Recounted>();
  const cutStays: CutStays = new Map();
  const inOrder = [...years].sort(([one], [other]) => one - other);
  for (const one of inOrder.flatMap(([, questions]) => recountYear(questions, cutStays))) {
    if (!wanted.has(one.claimId)) continue;
    const before = found.get(one.claimId);
    found.set(one.claimId, before === undefined ? one : together(before, one));
  }
  return found;
}

/** The parts of one claim: amounts added up, and all the parameters that were chosen. */
function together(first: Recounted, second: Recounted): Recounted {
  const parameters = [...first.parameters, ...second.parameters];
  return { ...first, amounts: added(first.amounts, second.amounts), parameters };
}

function firstRun({ entries }: HistoricClaim): number {
  return entries[0]?.runId ?? 0;
}

/** The entry that was in force after a run. */
function entryBy({ historic }: Replayed, run: number): StoredEntry {
  const entry = historic.entries.findLast((one) => one.kind !== "reversal" && one.runId <= run);
  return entry ?? inForce(historic);
}

/** Whether a run met it: settled before, and not taken back before. */
function isMet({ historic }: Replayed, history: readonly HistoricClaim[], run: number): boolean {
  const { refundedBy } = historic;
  if (firstRun(historic) >= run) return false;
  const refund = history.find(({ claim }) => claim.claimId === refundedBy);
  return refundedBy === undefined || (refund !== undefined && firstRun(refund) >= run);
}
