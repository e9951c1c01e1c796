import { Refusal } from "../../domain/refusal.js";
import { rowText } from "../../domain/row-number.js";
import { type Aliases, aliasesAfter, mergedHalf, numbersAfter } from "../../match/numbers-after.js";
import { type OwnRecord, partRecords, type RecordChoice } from "../../match/split.js";
import type { StoredDecision } from "../../store/port/decisions.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { Store } from "../../store/store.js";
import type { Job } from "../job.js";
import { nextNumber } from "./next-number.js";
import { type Grouping, type Regrouped, regrouped } from "./regroup.js";

/** What is to be taken apart: records of a person, or what decisions have joined. */
export interface SplitQuestion {
  /** Empty where a decision says which person it is. */
  readonly psnNo: string;
  /** Which records leave; empty where a decision says so. */
  readonly choices: readonly RecordChoice[];
  /** Decisions that two records are one person, which are taken back. */
  readonly decisions: readonly number[];
}

/** A record of the person, with the path of its file. */
export type SplitRow = KeyedRow & OwnRecord;

/** Both halves of a person, with their numbers and all that goes with them. */
export interface SplitPlan {
  readonly psnNo: string;
  readonly leaving: Half;
  readonly staying: Half;
  readonly takenBack: readonly StoredDecision[];
  readonly grouping: Grouping;
  readonly regrouped: Regrouped;
}

export interface Half {
  readonly psnNo: string;
  /** Whether the number is one that nobody had before, or one that had been merged away. */
  readonly numbering: "kept" | "new" | "former";
  readonly rows: readonly SplitRow[];
}

/**
 * Works out a split, or refuses with what is wrong: an unknown person, records of somebody else,
 * nothing that stays, a decision that does not join what it should. Nothing is written.
 */
export async function planSplit(job: Job, question: SplitQuestion): Promise<SplitPlan> {
  const { store } = job;
  const takenBack = await decisionsOf(store, question.decisions);
  const psnNo = await personOf(store, question, takenBack);
  const { aliases, moves } = await store.regroup.belongings([psnNo]);
  const rows = await rowsWithPaths(store, psnNo);
  const mergedAway = moves.map((move) => move.fromPsnNo);
  const parted = partOf(psnNo, { question, takenBack, aliases, mergedAway, rows });
  const numbers = numbersAfter({ psnNo, aliases, ...parted });
  const leavingNo = numbers.leaving ?? (await nextNumber(store, parted.leaving));
  const stayingNo = numbers.staying;
  const after = aliasesAfter({ psnNo, aliases, ...parted, leavingNo, stayingNo });
  const grouping: Grouping = {
    kind: "split",
    before: [psnNo],
    groups: new Map<string, readonly SplitRow[]>([
      [stayingNo, parted.staying],
      [leavingNo, parted.leaving],
    ]),
    aliases: after,
    keeper: psnNo,
    ...(numbers.leaving === undefined ? { newNumber: leavingNo } : {}),
  };
  const half = (no: string, own: readonly SplitRow[]): Half => {
    const numbering = no === psnNo ? "kept" : no === grouping.newNumber ? "new" : "former";
    return { psnNo: no, numbering, rows: own };
  };
  return {
    psnNo,
    leaving: half(leavingNo, parted.leaving),
    staying: half(stayingNo, parted.staying),
    takenBack,
    grouping,
    regrouped: await regrouped(job, grouping),
  };
}

/** The decisions that are taken back: each must say that two records are one, and be in force. */
async function decisionsOf(
  store: Store,
  wanted: readonly number[],
): Promise<readonly StoredDecision[]> {
  if (wanted.length === 0) return [];
  const all = await store.decisions.all();
  const replaced = new Set(all.map((one) => one.replaces));
  return wanted.map((id) => {
    const found = all.find((one) => one.decisionId === id);
    if (found?.kind !== "same" || replaced.has(id)) {
      throw new Refusal("undo-decision-unknown", { found: id });
    }
    return found;
  });
}

async function personOf(
  store: Store,
  { psnNo, choices }: SplitQuestion,
  [first]: readonly StoredDecision[],
): Promise<string> {
  if (psnNo !== "") {
    if ((await store.regroup.record(psnNo)) !== undefined) return psnNo;
    const other = await store.rows.currentNumber(psnNo);
    if (other !== psnNo) throw new Refusal("undo-person-merged", { found: psnNo, other });
    throw new Refusal("undo-person-unknown", { found: psnNo });
  }
  if (first === undefined || choices.length > 0) throw new Refusal("undo-unclear");
  const [left] = await store.rows.personRowsOf(first.left);
  const [right] = await store.rows.personRowsOf(first.right);
  if (left === undefined || right === undefined || left.psnNo !== right.psnNo) {
    throw new Refusal("undo-decision-unfit", { found: first.decisionId });
  }
  return left.psnNo;
}

async function rowsWithPaths(store: Store, psnNo: string): Promise<readonly SplitRow[]> {
  const [rows = []] = await store.rows.personRows([psnNo]);
  const paths = new Map<number, string>();
  for (const { fileId } of rows) {
    if (paths.has(fileId)) continue;
    paths.set(fileId, (await store.intake.file(fileId))?.path ?? "");
  }
  return rows.map((row) => ({ ...row, path: paths.get(row.fileId) ?? "" }));
}

interface PartQuestion {
  readonly question: SplitQuestion;
  readonly takenBack: readonly StoredDecision[];
  readonly aliases: Aliases;
  readonly mergedAway: readonly string[];
  readonly rows: readonly SplitRow[];
}

function partOf(psnNo: string, asked: PartQuestion) {
  const { question, rows } = asked;
  const records = listOf(rows);
  const leaving = question.choices.length === 0 ? halfOf(psnNo, asked) : undefined;
  const parted =
    leaving === undefined
      ? partRecords(rows, question.choices)
      : { leaving, staying: rows.filter((row) => !leaving.includes(row)), strange: [] };
  if (parted.strange.length > 0) {
    const found = parted.strange.map(textOf).join(", ");
    throw new Refusal("undo-records-foreign", { person: psnNo, found, records });
  }
  if (parted.leaving.length === 0) throw new Refusal("undo-unclear");
  if (parted.staying.length === 0) {
    throw new Refusal("undo-all-leave", { person: psnNo, count: rows.length, records });
  }
  return parted;
}

/** The records that the decision brought to the person; by the merge that followed from it. */
function halfOf(psnNo: string, asked: PartQuestion): readonly SplitRow[] {
  const { takenBack, rows, aliases, mergedAway } = asked;
  const [first] = takenBack;
  if (first === undefined) throw new Refusal("undo-unclear");
  const rowOf = (key: string): SplitRow | undefined =>
    rows.find((row) => JSON.stringify(row.key) === key);
  const left = rowOf(JSON.stringify(first.left));
  const right = rowOf(JSON.stringify(first.right));
  const isHere = left !== undefined && right !== undefined;
  const merge = { psnNo, aliases, mergedAway, rows };
  const half = isHere ? mergedHalf({ ...merge, left, right }) : undefined;
  if (half === undefined) {
    throw new Refusal("undo-decision-unfit", { found: first.decisionId });
  }
  return half;
}

function textOf(choice: RecordChoice): string {
  if (choice.kind === "row") return `row:${choice.file}:${rowText(choice.line)}`;
  if (choice.kind === "place") return `row:${choice.fileId}:${rowText(choice.line)}`;
  const { source, legacyId, psnName } = choice;
  return [source, legacyId, ...(psnName === "" ? [] : [psnName])].join(":");
}

/** The records as they can be chosen, a line each. */
function listOf(rows: readonly SplitRow[]): string {
  const texts = rows.map((row) => {
    const { source, legacyId, psnName } = row;
    const isShared = rows.some(
      (one) => one.source === source && one.legacyId === legacyId && one.psnName !== psnName,
    );
    if (isShared || legacyId === "") return `row:${row.path}:${rowText(row.line)}`;
    return `${source}:${legacyId}`;
  });
  return [...new Set(texts)].map((text) => `  ${text}`).join("\n");
}
