import { insutype } from "../../domain/codes.js";
import type { EnrolmentEnd } from "../../store/port/loading.js";
import type { Store } from "../../store/store.js";
import { isForEmployees, isOfEmployees } from "../../unify/continuing.js";
import { type DuplicatedPerson, type DuplicateLaw, duplicatedPeople } from "./duplicated-people.js";

/** How many ends are written at once. */
const PAGE = 1_000;

/**
 * Ends the running enrolment in the unified scheme of everybody whose employee insurance continues,
 * where the delivery states any: on the day on which that began, or with the old schemes where it
 * began before. Nobody's ends while it is not decided.
 */
export async function endForEmployees(store: Store, law: DuplicateLaw): Promise<void> {
  const ofEmployees = law.rules.kinds.filter(({ kind }) => isForEmployees(kind));
  const insutypes = ofEmployees.flatMap((one) => one.insutypes);
  if (!(await store.duplicates.isAnyStaged(insutypes))) return;
  let ends: EnrolmentEnd[] = [];
  for await (const person of duplicatedPeople(store, law)) {
    ends.push(...endsOf(person, law));
    if (ends.length < PAGE) continue;
    await store.people.endEnrolments(ends);
    ends = [];
  }
  await store.people.endEnrolments(ends);
}

function endsOf(person: DuplicatedPerson, { rules }: DuplicateLaw): readonly EnrolmentEnd[] {
  const { partNo, psnNo, running, decided } = person;
  const [kept, ...others] = decided.left;
  if (running === "" || kept === undefined || others.length > 0) return [];
  const last = decided.ended.at(-1);
  if (last === undefined || !isOfEmployees(kept, rules)) return [];
  const { fileId, line } = kept;
  const end = { insutype: insutype.resident, begndate: running, enddate: last.enddate };
  return [{ partNo, psnNo, ...end, fileId, line }];
}
