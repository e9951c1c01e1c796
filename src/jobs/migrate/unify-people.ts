import { outcome } from "../../domain/intake.js";
import { PARTS } from "../../domain/part.js";
import type { Day } from "../../domain/period.js";
import { problem } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import type { RowProblem } from "../../store/port/intake.js";
import type {
  PersonEnrolments,
  StoredEnrolment,
  StoredIdentity,
} from "../../store/port/loading.js";
import type { Store } from "../../store/store.js";
import { type CoverageLaw, type Enrolment, unifyCoverage } from "../../unify/coverage.js";
import type { FileNames } from "./file-names.js";
import { setAsideReturned, takeStopped } from "./stopped-enrolments.js";

/** How many parts one range holds, and how many rows one page. */
const RANGE = 64;
const PAGE = 5_000;

/** What unifying coverage came to (统一覆盖范围). */
export interface CoverageReport {
  /** People by class in the unified scheme. */
  readonly unified: Readonly<Record<string, number>>;
  /** People with an active enrolment in each old scheme. */
  readonly schemes: Readonly<Record<string, number>>;
  /** People who were enrolled in both old schemes at once (重复参保). */
  readonly enrolledTwice: number;
  /** People with an identity such as 低保, by identity. */
  readonly identities: Readonly<Record<string, number>>;
  /** Unified enrolments that rows of this delivery have ended. */
  readonly stopped: number;
}

/**
 * Unification 1 for every person: old enrolments become history, and one enrolment in the unified
 * scheme begins. Enrolments without a person are set aside, and so are those that have stopped
 * while the loaded one runs; people without an active enrolment are a finding.
 */
export async function unifyPeople(
  store: Store,
  law: CoverageLaw,
  files: FileNames,
  stopOn: Day | undefined,
): Promise<CoverageReport> {
  await store.people.findEnrolled();
  await setAsideUnknown(store, files);
  await setAsideReturned(store, files);
  const { lastOldDay } = law;
  const ending = stopOn === undefined ? { lastOldDay } : { lastOldDay, stopOn };
  const stopped = await takeStopped(store, ending, files);
  const count: Count = {
    unified: new Map(),
    schemes: new Map(),
    enrolledTwice: 0,
    identities: new Map(),
  };
  for (let part = 0; part < PARTS; part += RANGE) {
    const people = await store.people.enrolments(part, part + RANGE);
    await cover(store, people, law, count);
  }
  await store.people.keepEnrolments();
  await noteUninsured(store, files);
  return {
    unified: sorted(count.unified),
    schemes: sorted(count.schemes),
    enrolledTwice: count.enrolledTwice,
    identities: sorted(count.identities),
    stopped,
  };
}

interface Count {
  readonly unified: Map<string, number>;
  readonly schemes: Map<string, number>;
  enrolledTwice: number;
  readonly identities: Map<string, number>;
}

async function cover(
  store: Store,
  people: readonly PersonEnrolments[],
  law: CoverageLaw,
  count: Count,
): Promise<void> {
  const enrolments: StoredEnrolment[] = [];
  const identities: StoredIdentity[] = [];
  const repeated: Origin[] = [];
  for (const { partNo, psnNo, brdy, rows } of people) {
    const covered = unifyCoverage(brdy, rows, law);
    for (const one of covered.enrolments) enrolments.push(stored(partNo, psnNo, one));
    for (const { psnIdetType, begndate, basis } of covered.identities) {
      const { fileId, line } = basis;
      identities.push({ partNo, psnNo, psnIdetType, begndate, fileId, line });
    }
    repeated.push(...covered.repeated);
    for (const scheme of covered.activeSchemes) add(count.schemes, scheme);
    if (covered.activeSchemes.length > 1) count.enrolledTwice += 1;
  }
  const { enrolled, identified } = await store.people.addCoverage(enrolments, identities);
  enrolments.forEach((one, index) => {
    const isNew = enrolled[index] === true;
    if (isNew && one.enddate === "") add(count.unified, one.psnType.slice(0, 2));
    // An old enrolment that an earlier delivery brought is stated again by this row.
    if (!isNew && one.enddate !== "") repeated.push(one);
  });
  identities.forEach((one, index) => {
    if (identified[index] === true) add(count.identities, one.psnIdetType);
  });
  const ends = repeated.map(({ fileId, line }) => ({ fileId, line, outcome: outcome.merged }));
  await store.intake.settleRows(ends, []);
}

/** Written out field by field: this runs for every enrolment of a city. */
function stored(partNo: number, psnNo: string, enrolment: Enrolment): StoredEnrolment {
  return {
    partNo,
    psnNo,
    insutype: enrolment.insutype,
    begndate: enrolment.begndate,
    enddate: enrolment.enddate,
    psnType: enrolment.psnType,
    insuplcAdmdvs: enrolment.insuplcAdmdvs,
    fileId: enrolment.basis.fileId,
    line: enrolment.basis.line,
  };
}

async function setAsideUnknown(store: Store, files: FileNames): Promise<void> {
  for (let after: Origin = { fileId: 0, line: 0 }; ; ) {
    const rows = await store.people.enrolledWithoutPerson(after, PAGE);
    const problems = rows.map((row): RowProblem => {
      const place = { file: files.get(row.fileId) ?? "", line: row.line };
      const values = { found: row.legacyId };
      return { ...row, problem: problem("enrolment-person-unknown", place, values) };
    });
    const ends = rows.map((row) => ({ ...row, outcome: outcome.setAside }));
    await store.intake.settleRows(ends, problems);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function noteUninsured(store: Store, files: FileNames): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await store.people.peopleWithoutEnrolment(after, PAGE);
    const problems = rows.map((row): RowProblem => {
      const place = { file: files.get(row.fileId) ?? "", line: row.line };
      return { ...row, problem: problem("enrolment-missing", place, { found: row.legacyId }) };
    });
    await store.intake.settleRows([], problems);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return;
    after = last;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
