import { type Yuan, zero } from "../domain/money.js";
import { type Month, monthOf } from "../domain/period.js";
import type { Amounts, Claim, Insured } from "../domain/records.js";
import type { Case, Law, Moment, Row, Table } from "../policy/law.js";
import { STEP_LENGTH } from "./rules.js";
import {
  numberOfName,
  offsiteStays,
  stays,
  staysAtLevel,
  staysForDisease,
  staysInHospital,
} from "./tally-names.js";
import { usedOf, type YearToDate } from "./year-to-date.js";

/** What is asked: a claim, who it is for, what the year has used up, and the law of its day. */
export interface Question {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly before: YearToDate;
  readonly law: Law;
  /** What the window paid: it binds, and the year is fed from it. */
  readonly posted?: Amounts;
  /**
   * Of a part of a split stay: what the parts before it were too small to deduct, by payer (the
   * basic fund is ''); the first part has nothing. The next part goes on.
   */
  readonly deductiblesLeft?: DeductiblesLeft;
}

/** What is left to deduct of the deductible of a stay, by payer; the basic fund is ''. */
export type DeductiblesLeft = ReadonlyMap<string, Yuan>;

/** The question while it is worked on: every part writes down here what it did. */
export class Bill {
  readonly claim: Claim;
  readonly before: YearToDate;
  private size = 0;
  /** Required tables without a row for this case, by their key. */
  missing: readonly string[] = [];
  /** Only parts of a split stay keep what they leave to deduct. */
  readonly deductiblesLeft: Map<string, Yuan> | undefined;
  private readonly moment: { admission: number; visit: number; cost: Yuan };

  constructor(
    readonly question: Question,
    readonly on: Case,
  ) {
    this.claim = question.claim;
    this.before = question.before;
    const { deductiblesLeft: left } = question;
    this.deductiblesLeft = left === undefined ? undefined : new Map(left);
    const visit = this.numberOf(usedOf(this.before, offsiteStays));
    this.moment = { admission: 1, visit, cost: zero };
  }

  /** Months of deductibles and limits are those of the day on which the care ended. */
  get month(): Month {
    return monthOf(this.claim.enddate);
  }

  /** The case's row of a table; `cost` is the base of the layer on this bill. */
  find<Value>(table: Table<Value>, cost: Yuan): Row<Value> | undefined {
    const { moment } = this;
    moment.admission = table.counts === undefined ? 1 : this.admissionBy(table.counts);
    moment.cost = cost;
    return table.find(this.on, moment as Moment);
  }

  /** The number of this admission. */
  admissionBy(counts: NonNullable<Table<unknown>["counts"]>): number {
    return this.numberOf(usedOf(this.before, this.staysBy(counts)));
  }

  /** Writes down one line: five numbers, as `Step` has them. */
  step(rule: number, parameter: number, base: number, by: number, amount: number): void {
    const { size } = this;
    lines[size] = rule;
    lines[size + 1] = parameter;
    lines[size + 2] = base;
    lines[size + 3] = by;
    lines[size + 4] = amount;
    this.size = size + STEP_LENGTH;
  }

  /** How far the lines go; `rewind` takes back all that came later. */
  get written(): number {
    return this.size;
  }

  /** The amount of the last line. */
  get last(): number {
    return lines[this.size - 1] ?? 0;
  }

  rewind(written: number): void {
    this.size = written;
  }

  /** What a section paid stands on its first line; a section without a line is none. */
  conclude(section: number, paid: Yuan): void {
    if (this.size === section + STEP_LENGTH && paid === 0) this.size = section;
    else lines[section + STEP_LENGTH - 1] = paid;
  }

  /** All lines, five numbers each. */
  steps(): readonly number[] {
    return lines.slice(0, this.size);
  }

  miss(key: string): void {
    this.missing = [...this.missing, key];
  }

  /** A stay that goes on keeps the number that it has. */
  private numberOf(earlier: number): number {
    return this.claim.continuesStay ? Math.max(1, earlier) : earlier + 1;
  }

  private staysBy(counts: "person" | "level" | "hospital" | "disease"): number {
    const { claim } = this;
    switch (counts) {
      case "person":
        return stays;
      case "level":
        return staysAtLevel.numberOf(claim.dedcHospLv);
      case "hospital":
        return staysInHospital.numberOf(claim.fixmedinsCode);
      case "disease":
        return claim.diseCodg === "" ? noDisease : staysForDisease.numberOf(claim.diseCodg);
    }
  }
}

/** The lines of the one bill that is under work; `steps` copies them out. */
const lines: number[] = [];

/** A stay without a disease code is the first for its disease. */
const noDisease = numberOfName("stays:disease/");
