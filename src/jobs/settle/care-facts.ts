import { medType } from "../../domain/codes.js";
import type { CareFacts } from "../../domain/records.js";
import type { StoredClaim } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";

/** What the law may ask about a stored claim's care: its own marks, and where its hospital is. */
export function careFactsOf(
  claim: StoredClaim,
  { home, institution }: { readonly home: string; readonly institution: Institution | undefined },
): CareFacts {
  const { diseCodg, sessions, transferredFrom, prescriptionMonths: months } = claim;
  return {
    place: placeOf(claim, home, institution?.fixBlngAdmdvs ?? ""),
    referral: referralOf(claim),
    diseCodg,
    sessions,
    months,
    transferredFrom,
    hospitalTraits: institution?.traits ?? [],
    continuesStay: false,
  };
}

/**
 * A bill is local unless it says otherwise (its own mark, or 医疗类别 转外诊治住院). Elsewhere in
 * the province is where the first two digits of both divisions are the same; where the hospital's
 * is not known, it may be anywhere in the country.
 */
function placeOf(claim: StoredClaim, home: string, hospital: string): CareFacts["place"] {
  if (!claim.isOffsite && claim.medType !== medType.offsiteInpatient) return "local";
  const isNear = home !== "" && hospital.slice(0, 2) === home.slice(0, 2);
  return isNear && hospital.slice(0, 4) !== home.slice(0, 4) ? "province" : "country";
}

/** Emergency counts before a referral: what was urgent needed none. */
function referralOf(claim: StoredClaim): CareFacts["referral"] {
  if (claim.isEmergency || emergencies.has(claim.medType)) return "emergency";
  return claim.isReferred ? "referred" : "unreferred";
}

/** 13 急诊, 24 急诊转住院 (standards.md 1.9). */
const emergencies: ReadonlySet<string> = new Set(["13", "24"]);
