import assert from "node:assert";
import type { ReviewReason } from "../../domain/match-decision.js";
import { Clusters } from "../../match/cluster.js";
import type { Side } from "../../match/decisions.js";
import type { RowPair, Torn } from "../../match/join-exact.js";
import { thresholdsOf } from "../../match/outcomes.js";
import type { PersonGroups } from "../../match/person-groups.js";
import type { KnownRow, RecognisedRow } from "../../store/port/people.js";
import { matchingTexts } from "../../text/matching.js";
import { tell } from "../../text/tell.js";
import type { Job } from "../job.js";
import type { MappingInput } from "../mapping-input.js";
import { applyRules, readJournal } from "./apply-rules.js";
import {
  type FoundPeople,
  findPeople,
  NOTHING_COMPARED,
  openPairs,
  type WeighedPairs,
} from "./find-people.js";
import type { FoundPair } from "./keep-review.js";
import { foundPairs } from "./keep-review.js";
import { costText, type MatchingReport, type ModelReport } from "./matching-report.js";
import { mergePeople } from "./merge-people.js";
import { learntBefore, type PeopleModel } from "./people-model.js";
import { type PeopleTable, peopleTable } from "./people-table.js";
import { type WeighedPeople, weighPeople } from "./people-weights.js";

/** What the rules of the delivery say, before decisions and model. */
export interface DeliveryRows {
  readonly stagedRows: number;
  readonly rulePairs: readonly RowPair[];
  readonly known: readonly RecognisedRow[];
}

/** A row of a loaded person: it states the record again, or is another record of that person. */
export interface JoinedRow extends KnownRow {
  readonly isRestated: boolean;
}

/** Who is who in a delivery. */
export interface MatchedDelivery {
  /** Rows of the delivery that are one person, by their numbers. */
  readonly clusters: Clusters;
  /** Rows of people whom the database knows. */
  readonly known: readonly JoinedRow[];
  /** Rows whose own numbers lead to two loaded people, and to which. */
  readonly contradicting: readonly {
    readonly rowNos: readonly number[];
    readonly psnNos: readonly [string, string];
  }[];
  readonly review: readonly FoundPair[];
  readonly report: MatchingReport;
  /** The spec, its tables and the weights. */
  readonly inputs: readonly MappingInput[];
}

/**
 * Finds which rows of a delivery are one person: by decisions, then by the exact rules, then by the
 * model. What the outcomes are expected to cost is told before anything is joined.
 */
export async function matchDelivery(
  job: Job,
  runId: number,
  model: PeopleModel,
  rows: DeliveryRows,
): Promise<MatchedDelivery> {
  const { store, progress } = job;
  const entries = await store.decisions.all();
  const { sides, apart, contradictions } = readJournal(entries);
  assert(contradictions.length === 0, "the journal refuses what contradicts it");
  const mergedPeople = await mergeDecided(job, runId, sides);
  const people = await peopleTable(store, model.spec.fields, sides, knownOnce(rows.known));
  const weighed = await weigh(job, people, model);
  const { spec } = model;
  const asked = { people, apart, ...rows };
  const ruled = applyRules(asked);
  const open = openPairs(weighed, ruled);
  const thresholds =
    weighed === undefined ? NOTHING_COMPARED : thresholdsOf(open.probability, spec.outcomes);
  const compared =
    weighed === undefined ? undefined : modelReport(people, model, weighed, open, thresholds);
  const { lang } = job.workspace;
  const cost =
    compared === undefined ? tell(matchingTexts.nothing, lang) : costText(thresholds, lang);
  await progress.step("merge", cost);
  const found = findPeople({ asked, ruled, weighed, open, thresholds });
  const review = foundPairs(people, model, weighed, found);
  return {
    ...rowsOf(people, found, rows.stagedRows),
    review,
    report: {
      ...(compared === undefined ? {} : { model: compared }),
      byRule: ruled.byRule,
      byModel: found.byModel,
      review: countsOf(review.map(({ reason }) => reason)),
      decisions: entries.length,
      mergedPeople,
    },
    inputs: [...model.inputs, ...(weighed === undefined ? [] : [weighed.input])],
  };
}

/** Loaded people of whom a decision says that they are one, now that both are there. */
async function mergeDecided(job: Job, runId: number, sides: ReadonlyMap<string, Side>) {
  const merged: { readonly kept: string; readonly gone: string }[] = [];
  const holders = new Map<Side, string>();
  for (const [text, side] of sides) {
    const [source = "", legacyId = "", psnName = "", place = ""] = JSON.parse(text) as string[];
    const rows = await job.store.rows.personRowsOf({ source, legacyId, psnName, place });
    for (const { psnNo } of rows) {
      const before = holders.get(side);
      const both = before === undefined ? undefined : await mergePeople(job, runId, before, psnNo);
      if (both !== undefined) merged.push({ kept: both.kept, gone: both.gone });
      holders.set(side, both?.kept ?? before ?? psnNo);
    }
  }
  return merged;
}

/** Whether a row leads to one loaded person and no more. */
function knownOnce(known: readonly RecognisedRow[]): (rowNo: number) => boolean {
  const counts = new Map<number, number>();
  for (const { rowNo } of known) counts.set(rowNo, (counts.get(rowNo) ?? 0) + 1);
  return (rowNo) => counts.get(rowNo) === 1;
}

/** Nothing is compared where every row leads to somebody known. */
async function weigh(
  { store }: Job,
  people: PeopleTable,
  model: PeopleModel,
): Promise<WeighedPeople | undefined> {
  if (people.table.first === 0) return undefined;
  return weighPeople(people, model, await learntBefore(store, model.spec));
}

function modelReport(
  { table }: PeopleTable,
  { spec }: PeopleModel,
  { linked, origin, trained, input }: WeighedPeople,
  open: WeighedPairs,
  thresholds: ModelReport["thresholds"],
): ModelReport {
  const { candidates, expected } = linked;
  return {
    spec: spec.title,
    weights: {
      origin,
      path: input.path,
      version: trained.version,
      sha256: input.sha256,
      rows: trained.rows,
    },
    rows: table.first,
    knownRows: table.size - table.first,
    candidates: candidates.left.length,
    expected,
    open: open.left.length,
    thresholds,
    oversize: spec.blocking.flatMap(({ parts }, at) => {
      const { groups, rows } = candidates.oversize[at] ?? { groups: 0, rows: 0 };
      const key = parts.map(({ field }) => field).join(" + ");
      return groups === 0 ? [] : [{ key, groups, rows }];
    }),
  };
}

/** The groups as row numbers of the delivery. */
function rowsOf(
  { rowNos, people }: PeopleTable,
  { groups, contradicting, restated }: FoundPeople,
  stagedRows: number,
) {
  const clusters = new Clusters(stagedRows);
  const known: JoinedRow[] = [];
  for (const [root, rows] of groups.shared()) {
    const own = rows.filter((row) => (rowNos[row] ?? -1) >= 0);
    const [first = 0, ...others] = own.map((row) => rowNos[row] ?? 0);
    for (const rowNo of others) clusters.link(first, rowNo);
    const person = people[groups.personAt(root)];
    if (person === undefined) continue;
    for (const row of own) {
      known.push({ rowNo: rowNos[row] ?? 0, ...person, isRestated: restated.has(row) });
    }
  }
  known.sort((one, other) => one.rowNo - other.rowNo);
  return { clusters, known, contradicting: contradicting.map((one) => named(one, groups)) };

  function named({ rows, ends }: Torn, all: PersonGroups) {
    const places = [...new Set(ends.map(([, row]) => all.personAt(row)))];
    const [one = "", other = ""] = places.map((place) => people[place]?.psnNo ?? "");
    const psnNos: readonly [string, string] = one < other ? [one, other] : [other, one];
    return { rowNos: rows.map((row) => rowNos[row] ?? -1), psnNos };
  }
}

function countsOf(reasons: readonly ReviewReason[]): MatchingReport["review"] {
  const counts: Partial<Record<ReviewReason, number>> = {};
  for (const reason of [...reasons].sort()) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
