import { maskName, maskNumber, maskText } from "../../domain/mask.js";
import { Refusal } from "../../domain/refusal.js";
import { rowText } from "../../domain/row-number.js";
import {
  type Explaining,
  type Explanation,
  explain,
  pairProbability,
} from "../../match/explain.js";
import { groupsOf } from "../../match/groups.js";
import { TableBuilder } from "../../match/table.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { Store } from "../../store/store.js";
import { asRun, type Job } from "../job.js";
import type { MigrateReport } from "../migrate/report.js";
import { readJournal } from "./apply-rules.js";
import type { ExplainReport } from "./explain-pair.js";
import { NOTHING_COMPARED } from "./find-people.js";
import { linkPeople } from "./link-people.js";
import { learntBefore, type PeopleModel, readPeopleModel } from "./people-model.js";
import { type PeopleTable, peopleTable } from "./people-table.js";
import { outcomeOf } from "./train-weights.js";

/** Two people or records of the database: a person number, or `source:old number`. */
export interface PeopleQuestion {
  readonly left: string;
  readonly right: string;
  /** Why personal data is to be shown; masked without a reason. */
  readonly reveal: string | undefined;
}

/** One of the two records that are compared, as it may be shown. */
export interface ShownRecord {
  readonly psnNo: string;
  readonly source: string;
  readonly legacyId: string;
  readonly place: string;
  readonly facts: Readonly<
    Record<"psn_name" | "certno" | "brdy" | "gend" | "household_no", string>
  >;
}

export interface PeopleReport extends ExplainReport {
  readonly isMasked: boolean;
  readonly records: readonly [ShownRecord, ShownRecord];
  /** What the journal says of the two records, directly or together. */
  readonly decided?: "same" | "different";
}

/**
 * Explains what speaks for and against two people or records of the database being one, by the
 * spec and the weights of today. Of people with several records the two that are most alike are
 * taken. Personal data is masked; shown for a reason, the reason stands in the journal.
 */
export async function explainPeople(job: Job, question: PeopleQuestion): Promise<PeopleReport> {
  const report = await explained(job, question);
  const { left, right, reveal: reason } = question;
  if (reason === undefined) return report;
  const plan = { kind: "reveal", subject: `${left} ${right}`, isWhole: true };
  await asRun(job, plan, async () => ({ report: { reason }, inputs: [], outputs: [] }));
  return report;
}

async function explained(job: Job, question: PeopleQuestion): Promise<PeopleReport> {
  const { store, progress } = job;
  const [ours, theirs] = [
    await rowsNamed(store, question.left),
    await rowsNamed(store, question.right),
  ];
  await progress.step("match");
  const model = await readPeopleModel(job.workspace);
  const given = model.prescribed ?? (await learntBefore(store, model.spec)) ?? model.shipped;
  if (given === undefined) throw new Refusal("weights-differ", { found: model.spec.title });
  const people = await peopleTable(store, model.spec.fields, new Map(), () => true);
  // No row is new here, so no pair is brought: only what a score is made of is prepared.
  const parts = await linkPeople(people.table, model, given.trained);
  const pair = likeliest(people, parts, ours, theirs);
  const explanation = explain(parts, pair.rows[0], pair.rows[1]);
  const thresholds = await lastThresholds(store);
  const near = explanation.near === undefined ? undefined : model.spec.near[explanation.near];
  const journal = readJournal(await store.decisions.all()).journal;
  const decided = journal.says(pair.left.key, pair.right.key);
  return {
    left: question.left,
    right: question.right,
    ...explanation,
    nearBy: near?.parts.map(({ field }) => field) ?? [],
    apartBy: near?.apart.map(({ field }) => field) ?? [],
    outcome: outcomeOf(explanation.probability, thresholds),
    isCandidate: isCandidate(people, model, pair.rows),
    same: thresholds.same,
    review: thresholds.review,
    isMasked: question.reveal === undefined,
    records: [await shown(store, pair.left, question), await shown(store, pair.right, question)],
    ...(decided === undefined ? {} : { decided }),
  } satisfies PeopleReport & Explanation;
}

/** The records of a person (by any number that leads to them) or of an old number. */
async function rowsNamed(store: Store, text: string): Promise<readonly KeyedRow[]> {
  const at = text.indexOf(":");
  const rows =
    at === -1
      ? (await store.rows.personRows([await store.rows.currentNumber(text)])).flat()
      : await store.rows.personRowsNumbered(text.slice(0, at), text.slice(at + 1));
  if (rows.length === 0) throw new Refusal("row-unknown", { found: text });
  return rows;
}

/** The two different records that are most alike; the lower row of the table first. */
function likeliest(
  { table, placeOf }: PeopleTable,
  parts: Explaining,
  ours: readonly KeyedRow[],
  theirs: readonly KeyedRow[],
) {
  const rowAt = new Map<string, number>();
  const wanted = new Set([...ours, ...theirs].map((row) => `${row.fileId}:${row.line}`));
  for (let row = 0; row < table.size; row++) {
    const { fileId, line } = placeOf(row);
    if (wanted.has(`${fileId}:${line}`)) rowAt.set(`${fileId}:${line}`, row);
  }
  const rowOf = ({ fileId, line }: KeyedRow): number => rowAt.get(`${fileId}:${line}`) ?? 0;
  const pairs = ours.flatMap((left) =>
    theirs.flatMap((right) => {
      const [one, other] = [rowOf(left), rowOf(right)];
      if (one === other) return [];
      const rows: readonly [number, number] = [Math.min(one, other), Math.max(one, other)];
      return [{ left, right, rows, probability: pairProbability(parts, ...rows) }];
    }),
  );
  const [best] = pairs.sort((one, other) => other.probability - one.probability);
  if (best !== undefined) return best;
  throw new Refusal("row-unknown", { found: ours[0]?.legacyId ?? "" });
}

/** The thresholds of the latest run that compared anything. */
async function lastThresholds(store: Store) {
  const runs = await store.runs.list();
  for (const { kind, state, report } of runs.toReversed()) {
    if (state !== "done" || !kind.startsWith("migrate")) continue;
    const { matching } = JSON.parse(report) as Partial<MigrateReport>;
    if (matching?.model !== undefined) return matching.model.thresholds;
  }
  return NOTHING_COMPARED;
}

/** Whether a blocking key would bring the pair. */
function isCandidate(
  { table }: PeopleTable,
  { spec, hanzi }: PeopleModel,
  rows: readonly [number, number],
): boolean {
  const builder = new TableBuilder(spec.fields);
  rows.forEach((row, at) => {
    const cells = spec.fields.map(({ name }) => {
      const column = table.columns.get(name);
      return column?.values.at(column.codes[row] ?? 0) ?? "";
    });
    builder.take(0, String(at), cells);
  });
  const two = builder.finish();
  return spec.blocking.some((key) => {
    const { groupOf } = groupsOf(two, key, hanzi);
    return groupOf[0] !== 0 && groupOf[0] === groupOf[1];
  });
}

async function shown(
  store: Store,
  row: KeyedRow,
  { reveal }: PeopleQuestion,
): Promise<ShownRecord> {
  const isMasked = reveal === undefined;
  const file = await store.intake.file(row.fileId);
  const { psnName, certno, brdy, gend, householdNo } = row;
  return {
    psnNo: row.psnNo,
    source: row.source,
    legacyId: row.legacyId,
    place: `${file?.path ?? ""}:${rowText(row.line)}`,
    facts: {
      psn_name: isMasked ? maskName(psnName) : psnName,
      certno: isMasked ? maskNumber(certno) : certno,
      brdy: isMasked ? `${brdy.slice(0, 4)}-**-**` : brdy,
      gend,
      household_no: isMasked ? maskText(householdNo) : householdNo,
    },
  };
}
