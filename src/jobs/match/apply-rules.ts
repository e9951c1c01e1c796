import type { MatchDecision } from "../../domain/match-decision.js";
import { type Apart, DecisionJournal, type Side } from "../../match/decisions.js";
import { type ExactJoin, joinExact, type RowPair } from "../../match/join-exact.js";
import { PersonGroups } from "../../match/person-groups.js";
import type { RecognisedRow } from "../../store/port/people.js";
import type { PeopleTable } from "./people-table.js";

/** What decisions and exact rules know about the rows of a table. */
export interface RulesQuestion {
  readonly people: PeopleTable;
  readonly apart: Apart;
  /** Pairs of row numbers that the exact rules call one person. */
  readonly rulePairs: readonly RowPair[];
  readonly known: readonly RecognisedRow[];
}

/** Rows as decisions and rules have joined them; the model has not been asked. */
export interface RuledPeople extends ExactJoin {
  readonly groups: PersonGroups;
  /** Whether a row has the old number and name of a record of the person at the other end. */
  readonly isSameRecord: (pair: RowPair) => boolean;
  /** How often groups were joined by the rules. */
  readonly byRule: number;
}

/**
 * Joins what decisions call one person, and then what the exact rules do: rows that are one by
 * decision are together before any rule is asked, and nothing joins what a decision keeps apart.
 */
export function applyRules(question: RulesQuestion): RuledPeople {
  const { people, apart } = question;
  const { personOf, sideOf } = people;
  const groups = new PersonGroups(personOf.length, { personOf, sideOf, apart });
  const byDecision = groups.joins;
  const { pairs, isSameRecord } = exactPairs(question);
  const joined = joinExact(groups, pairs);
  return { ...joined, groups, isSameRecord, byRule: groups.joins - byDecision };
}

/** The journal as it is in force: the sides of its records, and which are kept apart. */
export function readJournal(entries: readonly MatchDecision[]) {
  const journal = new DecisionJournal();
  const contradictions = entries.flatMap((entry) => journal.add(entry) ?? []);
  const sides: ReadonlyMap<string, Side> = journal.sides();
  return { journal, sides, apart: journal.apart(sides), contradictions };
}

/** What the rules say, by the rows of the table: of new rows, and of new rows and loaded people. */
function exactPairs({ people, rulePairs, known }: RulesQuestion) {
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
