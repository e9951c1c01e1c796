import type { Ratio, Yuan } from "../domain/money.js";
import type { CatalogueLaw, CoverageLaw, DatesLaw, FundingLaw } from "./law-parts.js";
import type { Case, CaseFacts, Table } from "./law-table.js";
import type { Effect, Limit, PriceBand, Rate } from "./values.js";

export type {
  CatalogueLaw,
  CoverageLaw,
  CoverageStart,
  DatesLaw,
  FundingLaw,
} from "./law-parts.js";
export type {
  Case,
  CaseFacts,
  Conditions,
  CostRange,
  Moment,
  Range,
  Row,
  Table,
} from "./law-table.js";
export type { Band, Effect, Limit, Rate } from "./values.js";

/**
 * The law of one day as the rules ask for it: every table of the policy files, with its rows as
 * they are written and a way to find a case's row without a search. What each part means stands in
 * `mappings/policies/README.md`.
 */
export interface Law {
  readonly dates: DatesLaw;
  readonly coverage: CoverageLaw;
  readonly funding: FundingLaw;
  readonly catalogue: CatalogueLaw;
  /** Which care a bill is (`care.kind`); "none": no fund pays anything. */
  readonly careKind: Table<string>;
  /** What the basic fund pays, for each care of the pack. */
  readonly cares: ReadonlyMap<string, Section>;
  /** The payers after the basic fund, in the order in which they pay. */
  readonly payers: readonly PayerSection[];
  /** What a fund pays on a bill is a whole number of these, cut down (fen): 分、角、元. */
  readonly payUnit: 1 | 10 | 100;
  /** Interns the words of a case, once for each claim; an unknown word fits no condition. */
  caseOf(facts: CaseFacts): Case;
  /** Puts the care, which `careKind` has chosen, into a case that was made for one claim. */
  chooseCare(on: Case, care: string): void;
}

/** What one section pays: of the basic fund for a care, or of a later payer. */
export interface Section {
  readonly name: string;
  /** Its place among the declared cares, or payers, of the pack: what a step points at. */
  readonly place: number;
  /** Chinese name of the care or payer. */
  readonly label: string;
  readonly deductible?: Adjusted<Yuan> &
    Shared & { readonly per: "stay" | "visit" | "month" | "year" };
  readonly yearlyDeductible?: Table<Limit>;
  readonly ratio?: Adjusted<Rate> & Axis & Shared;
  readonly firstShare?: Table<Ratio>;
  readonly package?: Table<readonly PriceBand[]> & {
    readonly takes: "fixed" | "most";
    /** What is counted: the sessions of the bill, or its days in hospital. */
    readonly each: "session" | "day";
  };
  /** The least share of the in-scope cost, or of the whole bill; perhaps less the deductible. */
  readonly floor?: Table<Ratio> & {
    readonly of: "scope" | "total";
    readonly lessDeductible: boolean;
  };
  /** In the order of the files. */
  readonly limits: readonly SectionLimit[];
}

/** A base table and the adjustments that follow it, in their order. */
export interface Adjusted<Value> {
  readonly base: Table<Value>;
  readonly adjustments: readonly Adjustment[];
}

export interface Adjustment {
  readonly name: string;
  readonly table: Table<Effect>;
}

/** Under which section's name the year counts: its own, or that of another it is counted with. */
export interface Shared {
  readonly pool: string;
}

export interface Axis {
  /** Whether the ladder begins anew with each stay or goes on over the year. */
  readonly per: "stay" | "year";
  /** Whether edges count the deductible (gross) or begin after it (net). */
  readonly axis: "gross" | "net";
}

export interface SectionLimit extends Adjusted<Limit> {
  /** Sections that name the same pool share what is used of it. */
  readonly pool: string;
  readonly per: "stay" | "day" | "month" | "year";
  readonly counts: "payment" | "cost" | "sessions";
  readonly each?: "disease";
}

/** A payer after the basic fund. */
export interface PayerSection extends Section {
  readonly field: "hifmiPay" | "mafPay" | "othPay";
  readonly applies?: Table<boolean>;
  readonly over: "bill" | "year";
  readonly counts: Readonly<Record<CountedPart, Table<boolean> | boolean>>;
  readonly target?: Table<Ratio> & { readonly of: "total" | "scope" };
}

/** The parts of a bill of which the law says whether a later payer counts them. */
export type CountedPart =
  | "deductible"
  | "firstSelfPay"
  | "overLimit"
  | "fullSelfPay"
  | "firstShare"
  | "referralCut";
