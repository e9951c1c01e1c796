import fc from "fast-check";
import { identities, levels } from "../../src/domain/codes.js";
import { add, fromFen, sum, type Yuan, zero } from "../../src/domain/money.js";
import type { Claim, YearToDate } from "../../src/domain/records.js";
import { claimOf, insuredAs } from "./claims.js";

/** An amount up to two million yuan, small ones as often as large ones. */
export const anyAmount: fc.Arbitrary<Yuan> = fc
  .oneof(
    fc.integer({ min: 0, max: 100_00 }),
    fc.integer({ min: 0, max: 30_000_00 }),
    fc.integer({ min: 0, max: 2_000_000_00 }),
  )
  .map(fromFen);

/** A year in which anything may have happened, limits overdrawn included. */
export const anyYear: fc.Arbitrary<YearToDate> = fc.record({
  admissions: fc.record({
    township: fc.nat(3),
    "1": fc.nat(3),
    "2": fc.nat(3),
    "3": fc.nat(3),
  }),
  inpatientPaid: anyAmount,
  outpatientPaid: fc.nat(300_00).map(fromFen),
  outpatientDeducted: fc.nat(200_00).map(fromFen),
  criticalBase: anyAmount,
  criticalPaid: anyAmount,
  aidPaid: fc.nat(20_000_00).map(fromFen),
});

/** A bill that adds up, of any kind of care that has rules. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    dedcHospLv: fc.constantFrom(...levels),
    medType: fc.constantFrom("11", "21", "23"),
    isOffsite: fc.boolean(),
    isReferred: fc.boolean(),
    fulamtOwnpayAmt: anyAmount,
    overlmtSelfpay: fc.oneof(fc.constant(zero), anyAmount),
    preselfpayAmt: anyAmount,
    inscpScpAmt: anyAmount,
  })
  .map((facts) => withSum({ ...claimOf({ scope: "0.00" }), ...facts }));

export const anyInsured = fc.subarray([...identities]).map((some) => insuredAs(...some));

/** The claim with more cost within scope. */
export function raised(claim: Claim, more: Yuan): Claim {
  return withSum({ ...claim, inscpScpAmt: add(claim.inscpScpAmt, more) });
}

function withSum(claim: Claim): Claim {
  const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt } = claim;
  const medfeeSumamt = sum([fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt]);
  return { ...claim, medfeeSumamt };
}
