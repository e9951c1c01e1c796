import assert from "node:assert";
import type { Origin } from "../../domain/records.js";
import type { LevelSteps } from "../../match/level-steps.js";
import { certnoStatuses } from "../../migrate/readings.js";
import type { PairPlace, WaitingPair } from "../../store/port/decisions.js";
import type { EnrolmentRow, KeyedRow } from "../../store/port/kept-rows.js";
import { type Household, householdKey, type QueuedPair } from "../../store/port/review.js";
import type { Store } from "../../store/store.js";
import type { Lang } from "../../text/tell.js";
import { keptApart } from "./kept-apart.js";
import type { ReviewEntry, ReviewRecord } from "./review-entry.js";
import { DecisionsOfRecords, historyTexts, type PersonHistory } from "./review-history.js";
import { inReviewOrder, type OrderedPair } from "./review-order.js";

/** How many pairs one page holds. */
const PAGE = 500;

/** Tells what each field says of a pair. */
export type StepsOf = (pair: WaitingPair) => Promise<LevelSteps | undefined>;

/**
 * Every pair that waits, in the order in which it is to be looked at. Left out are people whom a
 * decision about other records of theirs keeps apart already.
 */
export async function queueOf(store: Store): Promise<readonly OrderedPair[]> {
  const isApart = await keptApart(store);
  const nowhere = { fileId: 0, line: 0 };
  const found: QueuedPair[] = [];
  for (let after: PairPlace = { leftRow: nowhere, rightRow: nowhere }; ; ) {
    const page = await store.review.queuedAfter(after, PAGE);
    found.push(...page.filter((pair) => !isApart(pair.leftPsnNo, pair.rightPsnNo)));
    const last = page.at(-1);
    if (last === undefined) return inReviewOrder(found);
    after = last;
  }
}

/** The pairs of a queue with everything on which a person can decide, page by page. */
export async function* reviewEntries(
  store: Store,
  queue: readonly OrderedPair[],
  stepsOf: StepsOf,
  lang: Lang,
): AsyncGenerator<ReviewEntry> {
  const known: Known = {
    heads: await headsOf(store, queue),
    decisions: new DecisionsOfRecords(await store.decisions.all()),
    paths: new Map(),
  };
  for (let from = 0; from < queue.length; from += PAGE) {
    const asked = queue.slice(from, from + PAGE);
    const people = await peopleOf(store, asked, known.paths);
    const pairs = await store.review.pairsAt(asked);
    for (const [at, pair] of pairs.entries()) {
      assert(pair !== undefined, "a pair that waits is there");
      const group = asked[at]?.group ?? 0;
      const sides = { left: sideOf(pair, "left", people), right: sideOf(pair, "right", people) };
      const steps = await stepsOf(pair);
      yield {
        pair,
        group,
        left: await recordOf(store, sides.left, known),
        right: await recordOf(store, sides.right, known),
        ...(steps === undefined ? {} : { steps }),
        history: historyTexts(sides, known.decisions, lang),
      };
    }
  }
}

interface Known {
  readonly heads: ReadonlyMap<string, string>;
  readonly decisions: DecisionsOfRecords;
  /** The files by their numbers, as deliveries name them. */
  readonly paths: Map<number, string>;
}

/** Whoever is called the head in any household of the queue; all rows are looked through once. */
async function headsOf(
  store: Store,
  queue: readonly OrderedPair[],
): Promise<ReadonlyMap<string, string>> {
  const households = new Map<string, Household>();
  for (let from = 0; from < queue.length; from += PAGE) {
    const numbers = numbersIn(queue.slice(from, from + PAGE));
    for (const { source, householdNo } of (await store.rows.personRows(numbers)).flat()) {
      const household = { source, householdNo };
      if (householdNo !== "") households.set(householdKey(household), household);
    }
  }
  return store.review.heads([...households.values()]);
}

function numbersIn(pairs: readonly QueuedPair[]): readonly string[] {
  return [...new Set(pairs.flatMap(({ leftPsnNo, rightPsnNo }) => [leftPsnNo, rightPsnNo]))];
}

interface Person extends PersonHistory {
  readonly enrolments: readonly EnrolmentRow[];
}

async function peopleOf(
  store: Store,
  pairs: readonly QueuedPair[],
  paths: Map<number, string>,
): Promise<ReadonlyMap<string, Person>> {
  const numbers = numbersIn(pairs);
  const enrolments = new Map<string, readonly EnrolmentRow[]>();
  for (const rows of await store.rows.enrolmentRows(numbers)) {
    enrolments.set(rows[0]?.psnNo ?? "", rows);
  }
  const people = new Map<string, Person>();
  for (const rows of await store.rows.personRows(numbers)) {
    const psnNo = rows[0]?.psnNo ?? "";
    const changes = await store.lineage.changes(psnNo);
    const aliases = await store.rows.aliases(psnNo);
    people.set(psnNo, { rows, changes, aliases, enrolments: enrolments.get(psnNo) ?? [] });
    for (const { fileId } of rows) {
      if (!paths.has(fileId)) paths.set(fileId, (await store.intake.file(fileId))?.path ?? "");
    }
  }
  return people;
}

type SideOfPair = Person & { readonly row: KeyedRow };

function sideOf(
  pair: WaitingPair,
  side: "left" | "right",
  people: ReadonlyMap<string, Person>,
): SideOfPair {
  const person = people.get(side === "left" ? pair.leftPsnNo : pair.rightPsnNo);
  const place = side === "left" ? pair.leftRow : pair.rightRow;
  const row = person?.rows.find((one) => isAt(one, place));
  assert(person !== undefined && row !== undefined, "the record of a pair is somebody's");
  return { ...person, row };
}

function isAt(row: Origin, place: Origin): boolean {
  return row.fileId === place.fileId && row.line === place.line;
}

async function recordOf(
  store: Store,
  { row, enrolments }: SideOfPair,
  { heads, paths }: Known,
): Promise<ReviewRecord> {
  return {
    row,
    path: paths.get(row.fileId) ?? "",
    headName: heads.get(householdKey(row)) ?? "",
    writtenCertno: await writtenCertno(store, row),
    enrolments: enrolments.filter(
      (one) => isAt(one, row) || (one.source === row.source && one.legacyId === row.legacyId),
    ),
  };
}

/** A number that could not be believed is no fact, but the problem of its row tells it. */
async function writtenCertno(store: Store, row: KeyedRow): Promise<string> {
  if (row.certno !== "" || row.certnoStatus === "missing") return "";
  const problems = (await store.lineage.row(row))?.problems ?? [];
  const found = problems.find(({ code }) => certnoStatuses[code] === row.certnoStatus);
  return String(found?.values["found"] ?? "");
}
