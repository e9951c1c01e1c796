import { medType } from "../domain/codes.js";
import type { Yuan } from "../domain/money.js";
import type { Claim, Insured, Step, YearToDate } from "../domain/records.js";
import type { Law } from "../policy/schema.js";
import type { RuleName } from "../text/rules.js";

/** What is asked: a claim, who it is for, what the year has used up, and the law of its day. */
export interface Question {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly before: YearToDate;
  readonly law: Law;
}

/** The question while it is worked on: every rule writes down here what it did. */
export interface Bill extends Question {
  readonly steps: RuleStep[];
}

/** A step whose rule is one that the texts can explain. */
export interface RuleStep extends Step {
  readonly rule: RuleName;
}

/** What the basic fund took off and paid. */
export interface Basic {
  /** 实际支付起付线 */ readonly deducted: Yuan;
  /** 基本医保统筹基金支出 */ readonly paid: Yuan;
}

/** The parameter of a step that applies none. */
export const noParameter = -1;

/** Which rules a claim falls under; undefined when the engine has none for its 医疗类别. */
export function careOf(claim: Pick<Claim, "medType">): "inpatient" | "outpatient" | undefined {
  switch (claim.medType) {
    case medType.outpatient:
      return "outpatient";
    case medType.inpatient:
    case medType.offsiteInpatient:
      return "inpatient";
    default:
      return undefined;
  }
}

/** A stay outside the region, by its own mark or by its 医疗类别 (转外诊治住院). */
export function isOffsiteStay(claim: Claim): boolean {
  return claim.isOffsite || claim.medType === medType.offsiteInpatient;
}
