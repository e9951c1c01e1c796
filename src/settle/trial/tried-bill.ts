import { amountFields } from "../../domain/amounts.js";
import type { Yuan } from "../../domain/money.js";
import type { Problem } from "../../domain/problem.js";
import type { Claim, Settlement } from "../../domain/records.js";

/** A bill of an example, settled: all parts of a stay that the law cuts together. */
export interface TriedBill {
  readonly claim: Claim;
  /** Absent where the bill could not be settled; `problems` say why. */
  readonly settlement?: Settlement;
  /** The amounts asked of the person's year afterwards, by name. */
  readonly year: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The amounts of a bill by field: its parts, and what it was settled to. */
export function amountsOf(claim: Claim, settlement: Settlement): ReadonlyMap<string, Yuan> {
  const bill = billFields.map((field) => [field, claim[field]] as const);
  const paid = amountFields.map((field) => [field, settlement[field]] as const);
  return new Map<string, Yuan>([...bill, ...paid]);
}

/** What a bill is made of, as examples name it. */
export const billFields = [
  "medfeeSumamt",
  "fulamtOwnpayAmt",
  "overlmtSelfpay",
  "preselfpayAmt",
  "inscpScpAmt",
] as const;
