import type { CareFacts, Claim, Insured } from "../domain/records.js";
import type { Case, Law } from "../policy/law.js";

/**
 * The facts of a bill as the law's conditions ask for them, interned once for all its tables; the
 * care is chosen later.
 */
export function caseOf({ claim, insured, law }: CaseQuestion): Case {
  return law.caseOf({
    scheme: insured.scheme,
    class: insured.class,
    tier: insured.tier,
    level: claim.dedcHospLv,
    care: "",
    place: claim.place,
    referral: claim.referral,
    hospital: claim.hospitalTraits,
    identities: insured.identities,
    disease: claim.diseCodg,
    medType: claim.medType,
    psnType: insured.psnType,
    age: insured.age,
    years: insured.years,
    division: insured.division,
    months: 0,
    days: 0,
    joined: "",
    item: "",
    kind: "",
  });
}

/** What a case is made of: of the claim only what does not depend on its amounts. */
export interface CaseQuestion {
  readonly claim: Pick<Claim, keyof CareFacts | "dedcHospLv" | "medType">;
  readonly insured: Insured;
  readonly law: Law;
}
