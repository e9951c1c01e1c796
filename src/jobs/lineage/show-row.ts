import { maskText, maskWords } from "../../domain/mask.js";
import { effectOf, type Problem, tellProblem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { rowText } from "../../domain/row-number.js";
import type { RecordRow, StoredRow } from "../../store/port/lineage.js";
import type { Store } from "../../store/store.js";
import type { Lang } from "../../text/tell.js";
import { asRun, type Job } from "../job.js";
import { type ChosenField, chosenFields } from "./chosen-fields.js";
import { movesBehind, personNow, type ShownMove } from "./moved-records.js";
import { parseRowQuestion, ROW_EXAMPLES } from "./row-question.js";
import { sourceText } from "./source-text.js";

/** What is asked: a record or row, of which run, and whether personal data may be shown. */
export interface RowQuestion {
  readonly row: string;
  readonly runId: number | undefined;
  /** Where the delivery lies now, if it was moved. */
  readonly delivery: string | undefined;
  /** Why personal data is shown; without it everything is masked. */
  readonly reveal: string | undefined;
  readonly lang: Lang;
}

/** One source row, for the screen. */
export interface ShownRow {
  readonly run: number;
  readonly operator: string;
  /** Of a corrected row: the run that loaded the file it came from. */
  readonly records: readonly string[];
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly line: string;
  readonly offset: number;
  readonly length: number;
  readonly outcome: "loaded" | "merged" | "setAside";
  readonly isFromFile: boolean;
  readonly text: string;
  /** The bytes in hexadecimal, where they are no clean text and may be shown. */
  readonly hex: string;
  readonly fields: readonly { readonly column: string; readonly value: string }[];
  readonly problems: readonly string[];
  readonly repairs: readonly string[];
  readonly correction?: {
    readonly action: "corrected" | "dropped";
    readonly reason: string;
    readonly workbook: string;
    readonly changes: readonly {
      readonly column: string;
      readonly from: string;
      readonly to: string;
    }[];
  };
}

export interface RowAnswer {
  readonly question: string;
  readonly isMasked: boolean;
  readonly rows: readonly ShownRow[];
  /** What later deliveries changed in a person's records: old value and new. */
  readonly changes: readonly {
    readonly run: number;
    readonly place: string;
    readonly record: string;
    readonly subject: string;
    readonly field: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Of a person of several rows: which row gave each field of the record, by which rule. */
  readonly chosen: readonly ChosenField[];
  /** Records that merges and their undoing brought to the person, or took away. */
  readonly moves: readonly ShownMove[];
  /** Of a number merged away, or a claim that is somebody else's by now: whose it is. */
  readonly nowOf: string;
}

/**
 * Shows the source rows on which a record rests: file, hash, place, text as delivered, what was
 * found and repaired, where the row ended. Personal data is masked; shown for a reason, the reason
 * stands in the journal.
 */
export async function showRow(job: Job, question: RowQuestion): Promise<RowAnswer> {
  const told = await answer(job, question);
  const { row: subject, reveal: reason } = question;
  if (reason === undefined) return told;
  const plan = { kind: "reveal", subject, isWhole: true };
  await asRun(job, plan, async () => ({ report: { reason }, inputs: [], outputs: [] }));
  return told;
}

async function answer(job: Job, question: RowQuestion): Promise<RowAnswer> {
  const { store } = job;
  const key = parseRowQuestion(question.row);
  if (key === undefined) {
    throw new Refusal("row-question-unclear", { found: question.row, expected: ROW_EXAMPLES });
  }
  const { psnNo, nowOf } = await personNow(store, key);
  const asked = key.kind === "person" ? { ...key, psnNo } : key;
  const found = await store.lineage.rowsOf(asked, question.runId);
  if (found.length === 0) throw new Refusal("row-unknown", { found: question.row });
  const rows: ShownRow[] = [];
  for (const one of found) rows.push(await shown(job, one, question));
  const changes = key.kind === "person" ? await changesOf(store, psnNo, question) : [];
  return {
    question: question.row,
    isMasked: question.reveal === undefined,
    rows,
    changes,
    chosen: key.kind === "person" ? await chosenOf(job, psnNo, question) : [],
    moves: await movesBehind(store, key, found),
    nowOf,
  };
}

async function chosenOf(job: Job, psnNo: string, { reveal }: RowQuestion) {
  return chosenFields(job, psnNo, reveal === undefined);
}

async function shown(job: Job, record: RecordRow, question: RowQuestion): Promise<ShownRow> {
  const { store, workspace } = job;
  const row = await store.lineage.row(record);
  if (row === undefined) throw new Refusal("row-unknown", { found: rowText(record.line) });
  const source = await sourceText(store, workspace, row, question.delivery);
  if (source === undefined && row.raw === undefined) {
    throw new Refusal("source-missing", { found: row.file.path, folder: row.folder });
  }
  const mask = question.reveal === undefined ? maskText : (text: string) => text;
  const text = source?.text ?? row.raw ?? "";
  const run = await store.runs.get(row.file.runId);
  const isClean = source?.bytes === undefined || !text.includes("\ufffd");
  const hex = isClean || question.reveal === undefined ? "" : source.bytes.toString("hex");
  return {
    run: row.file.runId,
    operator: run?.operator ?? "",
    records: record.records,
    file: row.file.path,
    sha256: row.file.sha256,
    layout: row.file.layout,
    line: rowText(row.line),
    offset: row.offset,
    length: row.length,
    outcome: OUTCOMES[row.outcome],
    isFromFile: source !== undefined,
    text: mask(text),
    hex,
    fields: (source?.columns ?? []).map((column, at) => {
      return { column, value: mask(source?.fields[at] ?? "") };
    }),
    ...told(row, question),
  };
}

const OUTCOMES = ["loaded", "merged", "setAside"] as const;

type Mask = (text: string) => string;

function told(
  row: StoredRow,
  { lang, reveal }: RowQuestion,
): Pick<ShownRow, "problems" | "repairs" | "correction"> {
  const words: Mask = reveal === undefined ? maskWords : (text) => text;
  const mask: Mask = reveal === undefined ? maskText : (text) => text;
  const say = (one: Problem): string => tellProblem(withMask(one, words), lang);
  const isRepair = (one: Problem): boolean => effectOf(one.code) === "repair";
  const { correction } = row;
  return {
    problems: row.problems.filter((one) => !isRepair(one)).map(say),
    repairs: row.problems.filter(isRepair).map(say),
    ...(correction === undefined
      ? {}
      : {
          correction: {
            action: correction.action,
            reason: correction.reason,
            workbook: correction.workbook,
            changes: correction.changes.map(({ column, from, to }) => {
              return { column, from: mask(from), to: mask(to) };
            }),
          },
        }),
  };
}

function withMask(one: Problem, mask: Mask): Problem {
  const values = Object.entries(one.values).map(([name, value]) => {
    return [name, typeof value === "string" ? mask(value) : value] as const;
  });
  return { ...one, values: Object.fromEntries(values) };
}

async function changesOf(
  store: Store,
  psnNo: string,
  { reveal }: RowQuestion,
): Promise<RowAnswer["changes"]> {
  const mask = reveal === undefined ? maskText : (text: string) => text;
  const changes: RowAnswer["changes"][number][] = [];
  const { changes: all, aliases } = await store.regroup.belongings([psnNo]);
  const own = all.filter(({ holder, psnNo: then }) =>
    holder === "" ? then === psnNo || aliases.has(then) : holder === psnNo,
  );
  for (const { fileId, line, record, subject, field, before, after } of own) {
    const row = line === 0 ? undefined : await store.lineage.row({ fileId, line });
    const file = row?.file ?? (await store.intake.file(fileId));
    const place = line === 0 ? (file?.path ?? "") : `${file?.path ?? ""}:${rowText(line)}`;
    const values = { before: mask(before), after: mask(after) };
    changes.push({ run: file?.runId ?? 0, place, record, subject, field, ...values });
  }
  return changes;
}
