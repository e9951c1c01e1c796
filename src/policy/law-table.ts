import type { Yuan } from "../domain/money.js";

/** What conditions can ask, in the words of the pack. */
export interface CaseFacts {
  readonly scheme: string;
  readonly class: string;
  readonly tier: string;
  readonly level: string;
  readonly care: string;
  readonly place: "local" | "province" | "country";
  readonly referral: "referred" | "emergency" | "unreferred";
  readonly hospital: readonly string[];
  readonly identities: readonly string[];
  readonly disease: string;
  readonly medType: string;
  readonly psnType: string;
  readonly age: number;
  /** Consecutive years enrolled before this one. */
  readonly years: number;
  /** Division of enrolment 参保地医保区划. */
  readonly division: string;
  /** Full months, and days, since birth (coverage.start). */
  readonly months: number;
  readonly days: number;
  /** How the person joined (coverage.start): newborn, first, afterGap, inWindow. */
  readonly joined: string;
  /** Class of a fee line's item (A, B, C) and the pack's kind of it (catalogue tables). */
  readonly item: string;
  readonly kind: string;
}

/** The facts of a case as small numbers: what tables are indexed by. */
export interface Case {
  readonly facts: CaseFacts;
  /** One number for each dimension of the pack, in the pack's own order. */
  readonly codes: number[];
}

/** What only the calculation knows: it changes from table to table of one bill. */
export interface Moment {
  /** Number of this admission, as the table's `counts` counts; 1 is the first. */
  readonly admission: number;
  /** Number of this off-site stay of the year. */
  readonly visit: number;
  /** Base of the layer on this bill. */
  readonly cost: Yuan;
  /** Unit price of the fee line (catalogue tables). */
  readonly price?: Yuan;
}

/** A table of the law: rows from above, the first that fits counts. */
export interface Table<Value> {
  readonly rows: readonly Row<Value>[];
  /** How earlier admissions are counted where rows ask for it. */
  readonly counts?: "person" | "level" | "hospital" | "disease";
  /** Whether some row asks for the cost: nothing can be said before it is known. */
  readonly asksCost: boolean;
  /** The case's row, found by index; undefined where no row fits. */
  find(on: Case, moment?: Moment): Row<Value> | undefined;
}

export interface Row<Value> {
  readonly when: Conditions;
  readonly value: Value;
  /** Place of the value in `Pack.values`: what a step points at. */
  readonly parameter: number;
}

/** What a row asks, as it is written: all of it must hold. Lists say "one of". */
export interface Conditions {
  readonly scheme?: readonly string[];
  readonly class?: readonly string[];
  readonly tier?: readonly string[];
  readonly level?: readonly string[];
  readonly care?: readonly string[];
  readonly place?: readonly string[];
  readonly referral?: readonly string[];
  readonly disease?: readonly string[];
  readonly hospital?: readonly string[];
  readonly identity?: readonly string[];
  readonly joined?: readonly string[];
  readonly item?: readonly string[];
  readonly kind?: readonly string[];
  /** All of these are held. */
  readonly identities?: readonly string[];
  /** The code begins with one of these. */
  readonly medType?: readonly string[];
  readonly psnType?: readonly string[];
  readonly division?: readonly string[];
  readonly admission?: Range;
  readonly visit?: Range;
  readonly age?: Range;
  readonly years?: Range;
  readonly months?: Range;
  readonly days?: Range;
  readonly cost?: CostRange;
  readonly price?: CostRange;
}

/** Whole numbers from … to, both included; `to` is Infinity for an open end. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Amounts above `over` (not included) up to `upTo` (included). */
export interface CostRange {
  readonly over?: Yuan;
  readonly upTo?: Yuan;
}
