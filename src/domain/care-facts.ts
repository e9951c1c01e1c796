import { medType } from "./codes.js";
import type { CareFacts } from "./records.js";

/** Plain care: in the insured's own region, of one session, prescribed for one month. */
export const plainCare: CareFacts = {
  place: "local",
  referral: "unreferred",
  diseCodg: "",
  sessions: 1,
  months: 1,
  hospitalTraits: [],
  transferredFrom: "",
  continuesStay: false,
};

/** What a row says of the care that only has the marks of the old systems. */
export function careFactsOf(row: {
  readonly medType: string;
  readonly isOffsite: boolean;
  readonly isReferred: boolean;
}): CareFacts {
  const isOffsite = row.isOffsite || row.medType === medType.offsiteInpatient;
  return {
    ...plainCare,
    // A row that only says "outside the region" does not say where: it may be anywhere.
    place: isOffsite ? "country" : "local",
    referral: row.isReferred ? "referred" : "unreferred",
  };
}
