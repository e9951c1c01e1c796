import { insutype } from "../../domain/codes.js";
import { type Outcome, outcome } from "../../domain/intake.js";
import type { Day } from "../../domain/period.js";
import { problem } from "../../domain/problem.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { StoppedEnrolment } from "../../store/port/loading.js";
import type { Store } from "../../store/store.js";
import type { FileNames } from "./file-names.js";

/** How many rows one page holds. */
const PAGE = 5_000;

const RESIDENT = insutype.resident;

/** When a delivery may end enrolments, the day on which it does. */
export interface Ending {
  readonly lastOldDay: Day;
  /** Absent where what has stopped waits for a person. */
  readonly stopOn?: Day;
}

/**
 * Takes the enrolments that are said to have stopped while the unified enrolment of an earlier
 * delivery still runs; returns how many it ended. Where the rules let the delivery end enrolments,
 * and the running one rests on the same register, it ends. Otherwise the row is set aside
 * (`differs-from-loaded`): ending it is a decision, and an old enrolment of one day would be an
 * invention. A row that states again an old enrolment on which the unified one does not rest says
 * nothing new, and stays.
 */
export async function takeStopped(
  store: Store,
  { lastOldDay, stopOn }: Ending,
  files: FileNames,
): Promise<number> {
  let ended = 0;
  for (;;) {
    const rows = await store.people.stoppedOtherwise(lastOldDay, PAGE);
    if (rows.length === 0) return ended;
    const isEnd = (row: StoppedEnrolment): boolean =>
      stopOn !== undefined && row.basisSource === row.source;
    const stopped = rows.filter(isEnd);
    const ends = stopped.map(({ partNo, psnNo, begndate, fileId, line }) => {
      const enddate = stopOn ?? lastOldDay;
      return { partNo, psnNo, insutype: RESIDENT, begndate, enddate, fileId, line };
    });
    await store.people.endEnrolments(ends);
    ended += ends.length;
    await settle(store, stopped, outcome.merged, []);
    const waiting = rows.filter((row) => !isEnd(row));
    await settle(
      store,
      waiting,
      outcome.setAside,
      waiting.map((row) => differing(row, files)),
    );
    await store.people.setAside(waiting.flatMap(({ rowNo }) => (rowNo === null ? [] : [rowNo])));
  }
}

/**
 * Sets aside the enrolments that are said to run while the unified one was ended by an earlier
 * delivery: whoever came back is enrolled again by a decision, not by a list.
 */
export async function setAsideReturned(store: Store, files: FileNames): Promise<void> {
  for (;;) {
    const rows = await store.people.returned(PAGE);
    if (rows.length === 0) return;
    const problems = rows.map((row): RowProblem => {
      const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "psn_insu_stas" };
      const what = `${row.source} ${row.legacyId} ${RESIDENT} enddate`;
      const values = { what, expected: row.enddate, found: row.psnInsuStas };
      return { ...row, problem: problem("differs-from-loaded", place, values) };
    });
    await settle(store, rows, outcome.setAside, problems);
    await store.people.setAside(rows.flatMap(({ rowNo }) => (rowNo === null ? [] : [rowNo])));
  }
}

type Staged = Pick<StoppedEnrolment, "fileId" | "line" | "enrolmentNo">;

async function settle(
  store: Store,
  rows: readonly Staged[],
  end: Outcome,
  problems: readonly RowProblem[],
): Promise<void> {
  await store.people.dropEnrolments(rows.map((row) => row.enrolmentNo));
  const ends = rows.map(({ fileId, line }) => ({ fileId, line, outcome: end }));
  await store.intake.settleRows(ends, problems);
}

function differing(row: StoppedEnrolment, files: FileNames): RowProblem {
  const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "psn_insu_stas" };
  const what = `${row.source} ${row.legacyId} psn_insu_stas`;
  const values = { what, expected: "1", found: row.psnInsuStas };
  return { ...row, problem: problem("differs-from-loaded", place, values) };
}
