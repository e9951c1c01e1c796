import type { PersonRecord } from "../../domain/records.js";
import type { HeldEnrolment } from "../../domain/source-rows.js";
import { recordOf } from "../../match/record.js";
import type { PersonRow } from "../../store/port/kept-rows.js";
import type { NumberedChange } from "../../store/port/regroup.js";
import { changedRecord, endedEnrolments } from "../../unify/apply-changes.js";
import {
  type CoverageLaw,
  type Enrolment,
  type HeldIdentity,
  unifyCoverage,
} from "../../unify/coverage.js";
import type { PersonRules } from "./person-rules.js";

/** All that is known of one person: rows in the order of their places, changes in that of runs. */
export interface PersonSources {
  readonly rows: readonly PersonRow[];
  readonly enrolmentRows: readonly HeldEnrolment[];
  readonly changes: readonly NumberedChange[];
  /** The run that read a file. */
  readonly runOf: (fileId: number) => number;
  /** How a run made records of several rows. */
  readonly rulesOf: (runId: number) => PersonRules;
  /** The law under which a run loaded people. */
  readonly lawOf: (runId: number) => CoverageLaw;
}

/** What the database says of a person. */
export interface RemadePerson {
  readonly record: PersonRecord;
  readonly enrolments: readonly Enrolment[];
  readonly identities: readonly HeldIdentity[];
}

/**
 * A person as the rows make them, run by run as they were loaded: first the record of the rows that
 * give it, then what later rows changed in it, then the enrolments that the run stated. What an
 * earlier run stated stays; an end that a later row or list set is set again.
 */
export function remakePerson(sources: PersonSources): RemadePerson {
  const { rows, enrolmentRows, changes, runOf, rulesOf, lawOf } = sources;
  const giving = givingRows(rows);
  const { survivors } = rulesOf(Math.max(...giving.map((row) => row.runId)));
  let { record } = recordOf(giving, survivors);
  let enrolments: readonly Enrolment[] = [];
  let identities: readonly HeldIdentity[] = [];
  const stating = enrolmentRows.map((row) => runOf(row.fileId));
  const runs = new Set([...stating, ...changes.map((change) => change.runId)]);
  for (const run of [...runs].sort((left, right) => left - right)) {
    const ofRun = changes.filter((change) => change.runId === run);
    for (const change of ofRun) {
      if (change.record !== "person") continue;
      const row = rows.find(({ fileId, line }) => {
        return fileId === change.fileId && line === change.line;
      });
      record = changedRecord(record, change, row?.certnoStatus);
    }
    const news = enrolmentRows.filter((_, at) => stating[at] === run);
    if (news.length > 0) {
      const covered = unifyCoverage(record.brdy, news, lawOf(run));
      enrolments = withNew(enrolments, covered.enrolments, enrolmentKey);
      identities = withNew(identities, covered.identities, identityKey);
    }
    for (const change of ofRun) {
      if (change.record === "enrolment") enrolments = endedEnrolments(enrolments, change);
    }
  }
  return { record, enrolments, identities };
}

/** The rows that give the record; where all came later than a record, those of the first run. */
export function givingRows<Row extends PersonRow>(rows: readonly Row[]): readonly Row[] {
  const giving = rows.filter((row) => row.givesRecord);
  if (giving.length > 0) return giving;
  const first = Math.min(...rows.map((row) => row.runId));
  return rows.filter((row) => row.runId === first);
}

/** What is there stays; what nobody has stated yet is added. */
function withNew<One>(
  before: readonly One[],
  news: readonly One[],
  keyOf: (one: One) => string,
): readonly One[] {
  const known = new Set(before.map(keyOf));
  return [...before, ...news.filter((one) => !known.has(keyOf(one)))];
}

function enrolmentKey({ insutype, begndate }: Enrolment): string {
  return `${insutype} ${begndate}`;
}

function identityKey({ psnIdetType, begndate }: HeldIdentity): string {
  return `${psnIdetType} ${begndate}`;
}
