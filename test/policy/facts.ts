import { ratio } from "../../src/domain/money.js";
import type { CaseFacts, Effect } from "../../src/policy/law.js";

/** The facts of an ordinary case: an adult resident in a level 2 hospital at home. */
export function factsOf(other: Partial<CaseFacts> = {}): CaseFacts {
  return {
    scheme: "resident",
    class: "adult",
    tier: "",
    level: "2",
    care: "inpatient",
    place: "local",
    referral: "unreferred",
    hospital: [],
    identities: [],
    disease: "",
    medType: "21",
    psnType: "15",
    age: 40,
    years: 0,
    division: "150500",
    months: 0,
    days: 0,
    joined: "inWindow",
    item: "",
    kind: "",
    ...other,
  };
}

/** An effect that multiplies. */
export function effectCase(by: string): Effect {
  return { way: "times", by: ratio(by) };
}
