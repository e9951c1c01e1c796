import { partRecords, type RecordChoice } from "../../match/split.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { UndoEntry } from "../../store/port/undos.js";
import type { Store } from "../../store/store.js";
import type { SplitQuestion } from "./plan-split.js";
import type { UndoReport } from "./undo-report.js";

/**
 * The split that was prepared or done already, if it is the one that is asked for: of the same
 * person and the same records, which are still apart, or by the same decision.
 */
export async function undoneBefore(
  store: Store,
  question: SplitQuestion,
): Promise<UndoReport | undefined> {
  for (const entry of await store.undos.all()) {
    if (entry.state === "refused" || !(await isSame(store, entry, question))) continue;
    const { state, approvedBy } = entry;
    const report = await reportOf(store, entry);
    return { ...report, state, approvedBy, isRepeated: true };
  }
  return undefined;
}

async function isSame(store: Store, entry: UndoEntry, question: SplitQuestion): Promise<boolean> {
  const { psnNo, choices, decisions } = question;
  if (psnNo === "") {
    const isTakenBack = decisions.every((id) => entry.replaces.includes(id));
    return decisions.length > 0 && choices.length === 0 && isTakenBack;
  }
  if (psnNo !== entry.psnNo) return false;
  const rows = await rowsAt(store, entry.records);
  if (!areMeant(rows, choices)) return false;
  return entry.state === "waiting" || (await isApart(store, psnNo, entry));
}

/** Whether the choices mean just these rows. */
function areMeant(
  rows: readonly (KeyedRow & { readonly path: string })[],
  choices: readonly RecordChoice[],
): boolean {
  const { strange, staying } = partRecords(rows, choices);
  return choices.length > 0 && strange.length === 0 && staying.length === 0;
}

/** Whether the records are still apart from the rest of the person. */
async function isApart(store: Store, psnNo: string, { records }: UndoEntry): Promise<boolean> {
  const [rows = []] = await store.rows.personRows([psnNo]);
  const isRecord = ({ fileId, line }: KeyedRow): boolean =>
    records.some((one) => one.fileId === fileId && one.line === line);
  return rows.every(isRecord) || !rows.some(isRecord);
}

async function rowsAt(store: Store, records: UndoEntry["records"]) {
  const rows: (KeyedRow & { readonly path: string })[] = [];
  for (const { fileId, line } of records) {
    const [row] = await store.rows.personRowsAfter({ fileId, line: line - 1 }, 1);
    if (row?.fileId !== fileId || row.line !== line) continue;
    rows.push({ ...row, path: (await store.intake.file(fileId))?.path ?? "" });
  }
  return rows;
}

/** What the run that did it reported; of one that waits, what was listed. */
async function reportOf(store: Store, { approvalId, report }: UndoEntry): Promise<UndoReport> {
  const listed = JSON.parse(report) as UndoReport;
  for (const run of [...(await store.runs.list())].reverse()) {
    if (run.state !== "done" || !/^(match-undo|approve)$/.test(run.kind)) continue;
    const done = JSON.parse(run.report) as UndoReport;
    if (done.approval === approvalId && done.consequences !== undefined) return done;
  }
  return listed;
}
