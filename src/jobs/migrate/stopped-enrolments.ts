import { outcome } from "../../domain/intake.js";
import type { Day } from "../../domain/period.js";
import { problem } from "../../domain/problem.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { FileNames } from "./match-people.js";

/** How many rows one page holds. */
const PAGE = 5_000;

/**
 * Sets aside the enrolments that are said to have stopped while the unified enrolment of an earlier
 * delivery still runs (`differs-from-loaded`): ending it is a decision, and an old enrolment of
 * one day would be an invention. A row that states again an old enrolment on which the unified one
 * does not rest says nothing new, and stays.
 */
export async function setAsideStopped(
  store: Store,
  lastOldDay: Day,
  files: FileNames,
): Promise<void> {
  for (;;) {
    const rows = await store.people.stoppedOtherwise(lastOldDay, PAGE);
    if (rows.length === 0) return;
    const problems = rows.map((row): RowProblem => {
      const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "psn_insu_stas" };
      const what = `${row.source} ${row.legacyId} psn_insu_stas`;
      const values = { what, expected: "1", found: row.psnInsuStas };
      return { ...row, problem: problem("differs-from-loaded", place, values) };
    });
    await store.people.dropEnrolments(rows.map((row) => row.enrolmentNo));
    await store.people.setAside(rows.flatMap(({ rowNo }) => (rowNo === null ? [] : [rowNo])));
    const ends = rows.map((row) => ({ ...row, outcome: outcome.setAside }));
    await store.intake.settleRows(ends, problems);
  }
}
