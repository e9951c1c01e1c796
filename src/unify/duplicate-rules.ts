/** What an enrolment can be, as far as the rules on duplicates ask. */
export const enrolmentKinds = ["flexible", "employee", "student", "resident"] as const;
export type EnrolmentKind = (typeof enrolmentKinds)[number];

/** What may decide between enrolments of the same standing. */
export const keptFacts = [
  "work-place",
  "residence",
  "benefits-drawn",
  "earliest",
  "latest",
] as const;
export type KeptFact = (typeof keptFacts)[number];

/** When a contribution to an enrolment that ends is refunded. */
export const refundCases = ["ends-before-benefits", "paid-twice", "always"] as const;
export type RefundCase = (typeof refundCases)[number];

/** How far a rule can be trusted, as for the values of the law. */
export const ruleStatuses = ["confirmed", "secondary", "assumed"] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** A rule with the document that says so. */
export interface CitedRule {
  readonly name: string;
  readonly status: RuleStatus;
  readonly cite: string;
}

/** Which codes make an enrolment one of a kind; no class of person means any. */
export interface KindCodes {
  readonly kind: EnrolmentKind;
  readonly insutypes: readonly string[];
  readonly psnTypes: readonly string[];
}

/** One rule on which enrolment continues: a kind over others, or what a fact singles out. */
export interface ContinuingRule extends CitedRule {
  readonly keep: EnrolmentKind | KeptFact;
  /** The kinds that give way to a kind, or those among which a fact decides. */
  readonly kinds: readonly EnrolmentKind[];
  /** A kind only goes first when it has been continuous for so many months. */
  readonly months: number;
  /** The rule is only asked where an enrolment of this kind is left. */
  readonly needs?: EnrolmentKind;
  /** The others are suspended, not ended. */
  readonly isSuspending: boolean;
}

export interface RefundRule extends CitedRule {
  readonly when: RefundCase;
  readonly isRefunded: boolean;
}

/** 重复参保: which enrolment continues, and what becomes of the money, as data. */
export interface DuplicateRules {
  readonly title: string;
  readonly kinds: readonly KindCodes[];
  readonly continues: readonly ContinuingRule[];
  readonly refunds: readonly RefundRule[];
  /** How many years, counted back from the first of the unified scheme, are looked at. */
  readonly subsidies: CitedRule & { readonly years: number };
}

export function isKind(text: string): text is EnrolmentKind {
  return (enrolmentKinds as readonly string[]).includes(text);
}
