import { insutype } from "../domain/codes.js";
import type { Day } from "../domain/period.js";
import type { SourceEnrolment } from "../domain/records.js";
import type { HeldEnrolment } from "../domain/source-rows.js";
import { continuing, isOfEmployees } from "./continuing.js";
import type { DuplicateRules } from "./duplicate-rules.js";

/** 统一覆盖范围: what the law says about who belongs in which class, as values. */
export interface CoverageLaw {
  /** The first day of the unified scheme, and the last of the old ones. */
  readonly switchDay: Day;
  readonly lastOldDay: Day;
  /** 人员类别 of a person in the unified scheme, by the region's table of classes. */
  psnTypeOf(person: ClassFacts): string;
  /** Which enrolment continues where a person has several. */
  readonly duplicates: DuplicateRules;
}

/** What the table of classes may ask of a person. */
export interface ClassFacts {
  readonly brdy: Day;
  /** What each active enrolment says: 人员类别, 人员身份类别, 参保地医保区划. */
  readonly rows: readonly SourceEnrolment[];
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
 * day, however many old ones there were, unless it is the employee scheme's that continues. The
 * unified one rests on the enrolment that continues; where nobody has decided which, on the first
 * of those that are left, so that nobody loses cover meanwhile. The class follows from the region's
 * own table (by age, by what a source says, by identity).
 */
export function unifyCoverage(
  brdy: Day,
  rows: readonly HeldEnrolment[],
  law: CoverageLaw,
): Coverage {
  const old = new Map<string, Enrolment>();
  const repeated: SourceEnrolment[] = [];
  const residents = rows.filter((row) => !isOfEmployees(row, law.duplicates));
  for (const row of residents) {
    const key = `${row.insutype}|${startOf(row, law)}`;
    if (old.has(key)) repeated.push(row);
    else old.set(key, oldEnrolment(row, law));
  }
  const active = residents.filter((row) => row.psnInsuStas === ACTIVE);
  const basis = basisOf(rows, law);
  const unified = basis === undefined ? [] : [unifiedEnrolment(basis, active, brdy, law)];
  const identities = (basis === undefined ? [] : active)
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

/** The enrolment of a resident that continues, or the first of those that may. */
function basisOf(rows: readonly HeldEnrolment[], law: CoverageLaw): SourceEnrolment | undefined {
  const { switchDay } = law;
  const active = rows.filter((row) => row.psnInsuStas === ACTIVE);
  const { left } = continuing(active, law.duplicates, { switchDay, day: switchDay });
  return left.find((row) => !isOfEmployees(row, law.duplicates));
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
  return {
    insutype: insutype.resident,
    begndate: law.switchDay,
    enddate: "",
    psnType: law.psnTypeOf({ brdy, rows: active }),
    insuplcAdmdvs: basis.insuplcAdmdvs,
    basis,
  };
}
