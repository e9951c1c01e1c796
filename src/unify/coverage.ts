import { insutype } from "../domain/codes.js";
import { ageOn, type Day } from "../domain/period.js";
import type { SourceEnrolment } from "../domain/records.js";

/** 统一覆盖范围: what the law says about who belongs in which class, as values. */
export interface CoverageLaw {
  /** The first day of the unified scheme, and the last of the old ones. */
  readonly switchDay: Day;
  readonly lastOldDay: Day;
  /** Under this age on the switch day: 居民(未成年). */
  readonly adultFrom: number;
  /** From this age on the switch day: 居民(老年). */
  readonly oldFrom: number;
}

/** An enrolment of the new database; `enddate` is empty while it runs. */
export interface Enrolment {
  readonly insutype: string;
  readonly begndate: Day;
  readonly enddate: Day | "";
  readonly psnType: string;
  readonly insuplcAdmdvs: string;
  /** The source row that it rests on. */
  readonly basis: SourceEnrolment;
}

/** An identity such as 低保, from the day on which the unified scheme knows it. */
export interface HeldIdentity {
  readonly psnIdetType: string;
  readonly begndate: Day;
  /** The first row that says so. */
  readonly basis: SourceEnrolment;
}

export interface Coverage {
  readonly enrolments: readonly Enrolment[];
  readonly identities: readonly HeldIdentity[];
  /** Rows that say what another row said already: the same scheme enrolled twice. */
  readonly repeated: readonly SourceEnrolment[];
  /** The old schemes in which the person was enrolled (重复参保 when more than one). */
  readonly activeSchemes: readonly string[];
}

/** 人员参保状态: 正常参保. */
const ACTIVE = "1";

/**
 * Unification 1: every old enrolment is kept as history and ends on the day before the switch; a
 * person with at least one active enrolment has exactly one in the unified scheme from the switch
 * day, however many old ones there were. The class is the one of a student or child where a source
 * says so, else it follows from the age on the switch day. Division: the active enrolment read
 * first.
 */
export function unifyCoverage(
  brdy: Day,
  rows: readonly SourceEnrolment[],
  law: CoverageLaw,
): Coverage {
  const old = new Map<string, Enrolment>();
  const repeated: SourceEnrolment[] = [];
  for (const row of rows) {
    const key = `${row.insutype}|${startOf(row, law)}`;
    if (old.has(key)) repeated.push(row);
    else old.set(key, oldEnrolment(row, law));
  }
  const active = rows.filter((row) => row.psnInsuStas === ACTIVE);
  const [basis] = active;
  const unified = basis === undefined ? [] : [unifiedEnrolment(basis, active, brdy, law)];
  const identities = active
    .filter(({ psnIdetType }, at) => psnIdetType !== "" && firstWith(active, psnIdetType) === at)
    .map((basis) => ({ psnIdetType: basis.psnIdetType, begndate: law.switchDay, basis }))
    .sort((left, right) => (left.psnIdetType < right.psnIdetType ? -1 : 1));
  return {
    enrolments: [...old.values(), ...unified],
    identities,
    repeated,
    activeSchemes: [...new Set(active.map((row) => row.insutype))].sort(),
  };
}

function firstWith(rows: readonly SourceEnrolment[], psnIdetType: string): number {
  return rows.findIndex((row) => row.psnIdetType === psnIdetType);
}

/** An enrolment dated after the switch by the old scheme begins with its last day at the latest. */
function startOf(row: SourceEnrolment, law: CoverageLaw): Day {
  return row.psnInsuDate < law.lastOldDay ? row.psnInsuDate : law.lastOldDay;
}

function oldEnrolment(row: SourceEnrolment, law: CoverageLaw): Enrolment {
  return {
    insutype: row.insutype,
    begndate: startOf(row, law),
    enddate: law.lastOldDay,
    psnType: row.psnType,
    insuplcAdmdvs: row.insuplcAdmdvs,
    basis: row,
  };
}

function unifiedEnrolment(
  basis: SourceEnrolment,
  active: readonly SourceEnrolment[],
  brdy: Day,
  law: CoverageLaw,
): Enrolment {
  const child = active.find((row) => row.psnType.startsWith("14"));
  return {
    insutype: insutype.resident,
    begndate: law.switchDay,
    enddate: "",
    psnType: child?.psnType ?? classByAge(ageOn(brdy, law.switchDay), law),
    insuplcAdmdvs: basis.insuplcAdmdvs,
    basis,
  };
}

/** 人员类别 by age: 14 居民(未成年), 15 居民(成年), 16 居民(老年). */
function classByAge(age: number, law: CoverageLaw): string {
  if (age < law.adultFrom) return "14";
  return age < law.oldFrom ? "15" : "16";
}
