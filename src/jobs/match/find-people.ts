import type { MatchDecision } from "../../domain/match-decision.js";
import { type Apart, DecisionJournal, type Side } from "../../match/decisions.js";
import { joinExact, type RowPair, type Torn } from "../../match/join-exact.js";
import { type Evidence, joinLikely } from "../../match/join-likely.js";
import { type Thresholds, thresholdsOf } from "../../match/outcomes.js";
import { type PairToReview, pairsToReview } from "../../match/pairs-to-review.js";
import { PersonGroups } from "../../match/person-groups.js";
import { settleTorn } from "../../match/settle-torn.js";
import type { RecognisedRow } from "../../store/port/people.js";
import type { PeopleModel } from "./people-model.js";
import type { PeopleTable } from "./people-table.js";
import type { WeighedPeople } from "./people-weights.js";

/** What the rules, the decisions and the model know about the rows of a table. */
export interface FindQuestion {
  readonly people: PeopleTable;
  readonly model: PeopleModel;
  /** Absent where nothing could be compared. */
  readonly weighed: WeighedPeople | undefined;
  readonly thresholds: Thresholds;
  readonly apart: Apart;
  /** Pairs of row numbers that the exact rules call one person. */
  readonly rulePairs: readonly RowPair[];
  readonly known: readonly RecognisedRow[];
}

/** Which rows are one person, and what somebody has to look at. */
export interface FoundPeople {
  readonly groups: PersonGroups;
  /** New rows whose own numbers lead to two loaded people. */
  readonly contradicting: readonly Torn[];
  readonly review: readonly PairToReview[];
  /** Rows of the delivery that the rules lead to a loaded person: they state its record again. */
  readonly restated: ReadonlySet<number>;
  /** How often groups were joined by the exact rules, and by the model. */
  readonly byRule: number;
  readonly byModel: number;
}

/** Nothing was compared: nobody is called the same, and nobody is asked about. */
export const NOTHING_COMPARED: Thresholds = thresholdsOf(new Float64Array(0), {
  wrongPer10000: 1,
  missedPer10000: 1,
});

/**
 * Finds which rows are one person. Decisions come first: rows that are one by decision are together
 * before any rule is asked, and nothing joins what a decision keeps apart. Then the exact rules,
 * then what the model calls the same; the rest is asked.
 */
export function findPeople(question: FindQuestion): FoundPeople {
  const { people, weighed, thresholds } = question;
  const { personOf, sideOf } = people;
  const groups = new PersonGroups(personOf.length, { personOf, sideOf, apart: question.apart });
  const atStart = groups.joins;
  const { pairs, isSameRecord } = exactPairs(question);
  const { torn, parted } = joinExact(groups, pairs);
  const evidence = evidenceOf(weighed, thresholds);
  const { contradicting, asked } = settleTorn(groups, torn, evidence, isSameRecord);
  const byRule = groups.joins - atStart;
  const restated = restatedRows(question, groups);
  const between = parted.flatMap(({ pair: [left, right], separation }) =>
    separation === "people" ? [{ left, right, reason: "two-people" as const }] : [],
  );
  const waiting = new Set(contradicting.flatMap(({ rows }) => rows));
  const compared = comparedPairs(weighed, waiting);
  const likely = above(compared, thresholds.same);
  const refused = joinLikely(groups, likely, evidence).map(({ pair, reason }) => {
    return { left: likely.left[pair] ?? 0, right: likely.right[pair] ?? 0, reason };
  });
  const questions = [...asked, ...between, ...refused];
  const { probabilityOf } = evidence;
  return {
    groups,
    contradicting,
    restated,
    review: pairsToReview(groups, compared, thresholds, questions, probabilityOf),
    byRule,
    byModel: groups.joins - atStart - byRule,
  };
}

/** A row that only a decision has joined to somebody is another record of theirs. */
function restatedRows({ people, known }: FindQuestion, groups: PersonGroups): ReadonlySet<number> {
  const restated = new Set<number>();
  if (people.people.length === 0) return restated;
  const named = new Set(known.map(({ rowNo }) => rowNo));
  people.rowNos.forEach((rowNo, row) => {
    if (rowNo < 0 || groups.personAt(row) < 0) return;
    if (named.has(rowNo) || !people.sideOf.has(row)) restated.add(row);
  });
  return restated;
}

/** The journal as it is in force: the sides of its records, and which are kept apart. */
export function readJournal(entries: readonly MatchDecision[]) {
  const journal = new DecisionJournal();
  const contradictions = entries.flatMap((entry) => journal.add(entry) ?? []);
  const sides: ReadonlyMap<string, Side> = journal.sides();
  return { sides, apart: journal.apart(sides), contradictions };
}

/** What the rules say, by the rows of the table: of new rows, and of new rows and loaded people. */
function exactPairs({ people, rulePairs, known }: FindQuestion) {
  const last = people.rowNos.reduce((most, rowNo) => Math.max(most, rowNo), -1);
  const rowOf = new Int32Array(last + 1).fill(-1);
  people.rowNos.forEach((rowNo, row) => {
    if (rowNo >= 0) rowOf[rowNo] = row;
  });
  const firstOf = new Map<string, number>();
  people.personOf.forEach((place, row) => {
    const person = people.people[place];
    if (person !== undefined && !firstOf.has(person.psnNo)) firstOf.set(person.psnNo, row);
  });
  const pairs = rulePairs.map(([left, right]): RowPair => {
    return [rowOf[left] ?? -1, rowOf[right] ?? -1];
  });
  const keyOf = ([row, other]: RowPair): number => row * people.personOf.length + other;
  const same = new Set<number>();
  for (const { rowNo, psnNo, isSameNumber } of known) {
    const pair: RowPair = [rowOf[rowNo] ?? -1, firstOf.get(psnNo) ?? -1];
    pairs.push(pair);
    if (isSameNumber) same.add(keyOf(pair));
  }
  return {
    pairs: pairs.filter((pair) => pair.every((row) => row >= 0)),
    isSameRecord: (pair: RowPair): boolean => same.has(keyOf(pair)),
  };
}

function evidenceOf(weighed: WeighedPeople | undefined, thresholds: Thresholds): Evidence {
  const { same, review } = thresholds;
  const probabilityOf = weighed?.linked.probabilityOf ?? (() => 0);
  return { probabilityOf, same, differ: (left, right) => probabilityOf(left, right) < review };
}

type Pairs = Parameters<typeof joinLikely>[1];

/** The candidates, without the rows that wait for a correction. */
function comparedPairs(weighed: WeighedPeople | undefined, waiting: ReadonlySet<number>): Pairs {
  const empty = new Int32Array(0);
  if (weighed === undefined) return { left: empty, right: empty, probability: new Float64Array(0) };
  const { candidates, probability } = weighed.linked;
  const pairs = { left: candidates.left, right: candidates.right, probability };
  if (waiting.size === 0) return pairs;
  return filtered(pairs, (pair) => {
    return !waiting.has(pairs.left[pair] ?? 0) && !waiting.has(pairs.right[pair] ?? 0);
  });
}

function above(pairs: Pairs, threshold: number): Pairs {
  return filtered(pairs, (pair) => (pairs.probability[pair] ?? 0) >= threshold);
}

function filtered({ left, right, probability }: Pairs, keeps: (pair: number) => boolean): Pairs {
  const places: number[] = [];
  for (let pair = 0; pair < left.length; pair++) if (keeps(pair)) places.push(pair);
  return {
    left: Int32Array.from(places, (pair) => left[pair] ?? 0),
    right: Int32Array.from(places, (pair) => right[pair] ?? 0),
    probability: Float64Array.from(places, (pair) => probability[pair] ?? 0),
  };
}
