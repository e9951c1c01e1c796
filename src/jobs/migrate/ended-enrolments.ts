import type { Day } from "../../domain/period.js";
import type { CompleteList } from "../../migrate/manifest.js";
import type { EnrolmentEnd, RunningEnrolment } from "../../store/port/loading.js";
import type { Store } from "../../store/store.js";
import type { IntakeResult } from "./intake.js";

/** Before the first enrolment. */
const NOBODY: RunningEnrolment = { partNo: -1, psnNo: "", insutype: "", begndate: "" as Day };

/** How many enrolments one page holds. */
const PAGE = 5_000;

/** A list of enrolments without the people's own data. */
const ALONE = "enrolment";

/** What lists that name everybody came to. */
export interface Ended {
  /** Enrolments that ended because their person is in no list any more. */
  readonly ended: number;
  /** Those that were not ended, because a line of the list may be just theirs. */
  readonly withheld: number;
}

/**
 * Ends the enrolments of people whom a complete list leaves out, on the day of the delivery. While
 * a line of the list is set aside and does not say whose it is, or says of an enrolment what cannot
 * be read, it may be just theirs: then nobody is ended.
 */
export async function endAbsent(
  store: Store,
  lists: readonly CompleteList[],
  day: Day,
  files: readonly IntakeResult[],
): Promise<Ended> {
  const count = { ended: 0, withheld: 0 };
  for (const list of lists) {
    const own = files.filter((file) => file.layout.source === list.source);
    const [first] = own;
    // Enrolments that came before are not read again: then the list leaves out nobody new.
    const isOld = own.some((file) => file.repeats !== undefined && file.layout.record === ALONE);
    if (first === undefined || isOld) continue;
    const isWhole = own.every((file) => file.unplaced === 0);
    for (let after = NOBODY; ; ) {
      const people = await store.people.absent(list, after, PAGE);
      const ends = people.map((one): EnrolmentEnd => {
        return { ...one, enddate: day, fileId: first.fileId, line: 0 };
      });
      if (isWhole) await store.people.endEnrolments(ends);
      count[isWhole ? "ended" : "withheld"] += ends.length;
      const last = people.at(-1);
      if (last === undefined) break;
      after = last;
    }
  }
  return count;
}
