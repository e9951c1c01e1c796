import type { Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { Problem } from "../domain/problem.js";
import type { Codes } from "./dimensions.js";
import type { Conditions, Law } from "./law.js";
import type { Names } from "./names.js";
import type { ReadValue } from "./row-reading.js";
import type { Status } from "./status.js";

export { type Status, statuses } from "./status.js";

/** A region's law as values: every version of every parameter, compiled for each of its periods. */
export interface Pack {
  readonly region: string;
  readonly names: Names;
  /** The numbers of its words, which all its tables are indexed by. */
  readonly codes: Codes;
  /** Every single number (or word) of the law, in the order of the files; a step points here. */
  readonly values: readonly PolicyValue[];
  readonly parameters: readonly Parameter[];
  /** Stretches of days without a change, in ascending order. */
  readonly periods: readonly Period[];
}

/** One single value of the law, as it was written, with its source and its place. */
export interface PolicyValue {
  readonly key: string;
  /** Chinese name of the parameter. */
  readonly label: string;
  /** Row of the law's table in words: a level, a band, an identity; empty where it is the only. */
  readonly row: string;
  /** The same as conditions, to be told in either language, and where its band begins. */
  readonly when?: Conditions;
  readonly above?: Yuan;
  /** The value as the file writes it. */
  readonly text: string;
  readonly from: Day;
  /** Last day in force; without it the value stays in force. */
  readonly to?: Day;
  readonly status: Status;
  /** Document and article (or row) in which the value was read. */
  readonly cite: string;
  readonly file: string;
  readonly line: number;
}

/** All versions of one parameter, in ascending order, without overlap. */
export interface Parameter {
  readonly key: string;
  readonly label: string;
  readonly file: string;
  readonly line: number;
  readonly versions: readonly Version[];
}

/** One version of a parameter: the days on which it is in force, and what it says. */
export interface Version {
  readonly from: Day;
  readonly to?: Day;
  readonly status: Status;
  readonly cite: string;
  readonly line: number;
  /** The form keys as they are written. */
  readonly form: Readonly<Record<string, string>>;
  readonly value: ReadValue;
}

/** Days from `from` until the next period; there is no law where a parameter is `missing`. */
export interface Period {
  readonly from: Day;
  readonly found: LawFound;
  readonly missing: readonly MissingRule[];
}

/** A parameter that the law of a day needs and that no version gives. */
export interface MissingRule {
  readonly key: string;
  readonly label: string;
  readonly file: string;
  readonly line?: number;
}

/** The law of a day, or (undefined) the problems that stand in its way. */
export interface LawFound {
  readonly law: Law | undefined;
  readonly problems: readonly Problem[];
}
