import type { Ratio, Yuan } from "../domain/money.js";
import type { CatalogueLaw, CoverageLaw, DatesLaw, FundingLaw } from "./law-parts.js";
import type { PriceBand, ShareOfCost } from "./values.js";

export type {
  CatalogueLaw,
  CoverageLaw,
  CoverageStart,
  DatesLaw,
  FundingLaw,
} from "./law-parts.js";

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

/** What one section pays: of the basic fund for a care, or of a later payer. */
export interface Section {
  readonly name: string;
  /** Its place among the declared cares, or payers, of the pack: what a step points at. */
  readonly place: number;
  /** Chinese name of the care or payer. */
  readonly label: string;
  readonly deductible?: Adjusted<Yuan> & { readonly per: "stay" | "visit" | "month" | "year" };
  readonly yearlyDeductible?: Table<Limit>;
  readonly ratio?: Adjusted<Rate> & Axis;
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

/** What one adjustment does to an amount, a limit or (every band's) share. */
export type Effect =
  | { readonly way: "times"; readonly by: Ratio }
  | { readonly way: "plusAmount" | "minusAmount"; readonly by: Yuan }
  | { readonly way: "plusShare" | "minusShare"; readonly by: Ratio }
  | { readonly way: "replaceAmount"; readonly by: Limit }
  | { readonly way: "replaceShare"; readonly by: Ratio }
  | { readonly way: "atLeastAmount" | "atMostAmount"; readonly by: Yuan }
  | { readonly way: "atLeastShare" | "atMostShare"; readonly by: Ratio }
  | { readonly way: "minusEach"; readonly by: Yuan; readonly floor: Yuan }
  | { readonly way: "minusShareEach"; readonly by: Ratio; readonly most: Ratio }
  | { readonly way: "plusEachYear"; readonly by: Ratio; readonly most: Ratio }
  | ShareOfCost
  | { readonly way: "difference" };

/** An upper limit; undefined is 不封顶. */
export type Limit = Yuan | undefined;

/** What is paid of the cost on the ladder. */
export type Rate =
  | { readonly way: "share"; readonly share: Ratio }
  | { readonly way: "bands"; readonly bands: readonly Band[] }
  | { readonly way: "age"; readonly from: Ratio; readonly each: Ratio; readonly most: Ratio };

/** One band: `share` is paid of the stretch above `above`, up to the next band. */
export interface Band {
  readonly above: Yuan;
  readonly share: Ratio;
  readonly parameter: number;
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
