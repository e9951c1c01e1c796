import { amountFields } from "../../domain/amounts.js";
import { sum, type Yuan } from "../../domain/money.js";
import type { Problem } from "../../domain/problem.js";
import type { Claim, Settlement } from "../../domain/records.js";

/** A bill of an example, settled; a stay that the law cuts has two parts or more. */
export interface TriedBill {
  readonly claim: Claim;
  readonly parts: readonly TriedPart[];
  /** The amounts asked of the person's year afterwards, by name. */
  readonly year: ReadonlyMap<string, string>;
  /** Why the bill could not be settled; then there are no parts. */
  readonly problems: readonly Problem[];
}

export interface TriedPart {
  readonly claim: Claim;
  readonly settlement: Settlement;
}

/** The amounts of a bill by field: its parts, and what it was settled to, all parts together. */
export function amountsOf({ claim, parts }: TriedBill): ReadonlyMap<string, Yuan> {
  const paid = amountFields.map((field) => {
    return [field, sum(parts.map(({ settlement }) => settlement[field]))] as const;
  });
  const bill = billFields.map((field) => [field, claim[field]] as const);
  return new Map<string, Yuan>([...bill, ...paid]);
}

const billFields = [
  ...["medfeeSumamt", "fulamtOwnpayAmt", "overlmtSelfpay", "preselfpayAmt", "inscpScpAmt"],
] as readonly (keyof Claim & "medfeeSumamt")[];
