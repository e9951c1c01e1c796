import type { UpdateRules } from "../../domain/update-rule.js";
import { type AlikeNames, alikeNames } from "../../match/alike-names.js";
import { recordOf } from "../../match/record.js";
import type { SurvivorRules } from "../../match/survivor-rules.js";
import type { CompareRow } from "../../store/port/compared-rows.js";
import type { KnownOtherwise, LoadedRecord } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";
import type { Job } from "../job.js";
import type { MappingInput } from "../mapping-input.js";
import { keepReview } from "../match/keep-review.js";
import { matchDelivery } from "../match/match-delivery.js";
import type { MatchingReport } from "../match/matching-report.js";
import { readPeopleModel } from "../match/people-model.js";
import { applyUpdates, type Updated } from "./apply-updates.js";
import { checkHouseholds } from "./check-households.js";
import type { FileNames } from "./file-names.js";
import { setAsideChanged, setAsideContradicting } from "./known-people.js";
import { numberPeople } from "./person-numbers.js";
import { noteRepeated, rulePairs, setAsideNamed } from "./rule-pairs.js";

/** How many groups or rows one page holds. */
const PAGE = 5_000;

/** What a delivery may change in loaded records, and how new records are made. */
interface MatchRules {
  readonly rules: UpdateRules | undefined;
  readonly survivors: SurvivorRules;
}

/** What matching came to. */
export interface MatchReport {
  readonly people: number;
  /** Rows joined with another row, in one scheme and across schemes. */
  readonly mergedRows: number;
  /** Rows of lists of the employee scheme that are residents. */
  readonly employees: number;
  /** Rows of people whom the database knew. */
  readonly knownRows: number;
  /** What was changed in records that were loaded. */
  readonly updated: Updated;
  readonly matching: MatchingReport;
  /** The spec, its tables and the weights. */
  readonly inputs: readonly MappingInput[];
}

/**
 * Finds which staged rows are the same person (by decisions, by the exact rules, by the model),
 * gives every person a number, and loads one record each. People whom the database knows keep their
 * numbers; rows that lead to two of them, or say something else than their record, are set aside;
 * pairs of which nobody can be sure are loaded as two people and wait for a person.
 */
export async function matchPeople(
  job: Job,
  runId: number,
  files: FileNames,
  { rules, survivors }: MatchRules,
): Promise<MatchReport> {
  const { store } = job;
  await checkHouseholds(store, files);
  const model = await readPeopleModel(job.workspace);
  const isAlike = alikeNames(model.hanzi);
  await setAsideKnown(store, files, rules, isAlike);
  const { pairs, repeats } = await rulePairs(store, files, isAlike);
  const stagedRows = await store.people.stagedCount();
  const known = await store.people.known();
  const matched = await matchDelivery(job, runId, model, { stagedRows, rulePairs: pairs, known });
  const contradicting = await setAsideContradicting(store, matched.contradicting, files);
  const numbered = await numberPeople(store, matched.clusters, matched.known);
  const { people, merged, crowded, employees } = numbered;
  const updated =
    rules === undefined
      ? { waiting: await setAsideChanged(store, files), rows: 0, people: 0, fields: {} }
      : await applyUpdates(store, files, rules);
  await store.people.loadPeople();
  await makeRecords(store, crowded, survivors);
  await store.people.endMerged();
  await store.people.keepEmployees();
  await keepReview(store, runId, matched.review);
  const isMerged = ({ rowNo }: CompareRow) =>
    !contradicting.has(rowNo) && !updated.waiting.has(rowNo);
  const stillRepeated = repeats.map((rows) => rows.filter(isMerged));
  await noteRepeated(store, stillRepeated, files);
  const mergedRows = merged - updated.waiting.size;
  const { report: matching, inputs } = matched;
  const knownRows = matched.known.filter(({ isRestated }) => isRestated).length;
  return { people, mergedRows, employees, knownRows, updated, matching, inputs };
}

/**
 * Rows whose number belongs to somebody of another name whom the database knows already. Where the
 * rules let a delivery correct names, and the old number is that person's too, it is that person;
 * where the names may well be one, written otherwise, the model judges.
 */
async function setAsideKnown(
  store: Store,
  files: FileNames,
  rules: UpdateRules | undefined,
  isAlike: AlikeNames,
): Promise<void> {
  const isRenamed = (row: KnownOtherwise): boolean =>
    rules?.psn_name === "update" && row.isSameNumber;
  for (let after = -1; ; ) {
    const rows = await store.people.knownOtherwise(after, PAGE);
    await store.people.linkRenamed(rows.filter(isRenamed));
    const isOtherName = (row: KnownOtherwise) => !isAlike(row.psnName, row.knownName);
    const strangers = rows.filter((row) => !isRenamed(row) && isOtherName(row));
    const conflicts = strangers.map((row) => ({ row, there: row.psnNo }));
    await setAsideNamed(store, conflicts, files);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return;
    after = last;
  }
}

/** Makes the records of new people of several rows. */
async function makeRecords(
  store: Store,
  psnNos: readonly string[],
  rules: SurvivorRules,
): Promise<void> {
  for (let from = 0; from < psnNos.length; from += PAGE) {
    const people = await store.people.rowsOf(psnNos.slice(from, from + PAGE));
    const records = people.map((rows): LoadedRecord => {
      const { record, lead } = recordOf(rows, rules);
      const { partNo, psnNo, rowNo } = lead;
      return { partNo, psnNo, rowNo, record };
    });
    await store.people.addRecords(records);
  }
}
