import type { Day } from "../../domain/period.js";
import type { Amounts, Claim, Insured } from "../../domain/records.js";
import type { FeeLine } from "../fee-lines.js";
import type { DaysCost } from "../split.js";

/**
 * A worked example of the law (算例): a person, their bills in order, and what each should come to.
 * What an example does not say of a bill is that of a plain stay; what it does not say of the
 * result is not compared.
 */
export interface Trial {
  readonly name: string;
  /** Where the expected amounts were read; empty where the example does not say. */
  readonly cite: string;
  readonly line: number;
  readonly person: TrialPerson;
  readonly bills: readonly TrialBill[];
  /** Fee lines on their own: what the catalogue makes of each. */
  readonly lines: readonly TrialLine[];
  /** What the person's enrolment costs, by the name of the table. */
  readonly funding: readonly Given[];
  /** From when the person has benefits. */
  readonly start?: TrialStart;
  /** The day of the law that lines, funding and start are asked of. */
  readonly day: Day;
}

/** A person of an example; without a class it is the one that the law names. */
export type TrialPerson = Omit<Insured, "psnNo">;

export interface TrialBill {
  /** The bill; its amounts are those of the fee lines where it has any, as the law makes them. */
  readonly claim: Claim;
  readonly lines: readonly FeeLine[];
  /** What was spent on which day, for a stay that the law cuts at a day. */
  readonly days: readonly DaysCost[];
  /** What the window posted, where it did: it binds. */
  readonly posted?: Amounts;
  readonly gives: readonly Given[];
  /** What the person's year has under these names afterwards. */
  readonly year: readonly Given[];
  readonly line: number;
}

export interface TrialLine {
  readonly line: FeeLine;
  readonly gives: readonly Given[];
}

export interface TrialStart {
  readonly joined: string;
  readonly months: number;
  readonly days: number;
  readonly gives: Given;
}

/** One expected value under its name, as it is told (`300.00`), and the line where it stands. */
export interface Given {
  readonly field: string;
  readonly value: string;
  readonly line: number;
}
