import type { Case } from "../policy/law.js";
import type { Question } from "./bill.js";

/** The facts of a bill as the law's conditions ask for them, interned once for all its tables. */
export function caseOf({ claim, insured, law }: Question, care: string): Case {
  return law.caseOf({
    scheme: insured.scheme,
    class: insured.class,
    tier: insured.tier,
    level: claim.dedcHospLv,
    care,
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
