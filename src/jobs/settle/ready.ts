import type { Problem } from "../../domain/problem.js";
import { problem } from "../../domain/problem.js";
import type { Claim } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import type { Question } from "../../settle/bill.js";
import { benefitYearOf, lawFor } from "../../settle/dates.js";
import { enrolmentOn, insuredOn } from "../../settle/insured.js";
import type { StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import { careFactsOf } from "./care-facts.js";

/** What a claim is settled with, beside its person. */
export interface Circumstances {
  readonly pack: Pack;
  readonly institutions: ReadonlyMap<string, Institution>;
}

/** A claim that can be settled: all that the kernel asks but the year before it. */
export interface Ready {
  readonly question: Omit<Question, "before">;
  /** The year whose limits it uses up. */
  readonly year: number;
  readonly pack: Pack;
}

/**
 * Everything that the settlement of a claim asks, or all the reasons why it cannot be answered:
 * `rule-missing`, `claim-not-entitled`, `claim-person-differs`, `claim-institution-unknown`,
 * `claim-level-unknown`. Entitled is who is enrolled on the day that chooses the rule, so a stay
 * across the switch has one scheme.
 */
export function readyOf(
  stored: StoredClaim,
  person: StoredInsured,
  { pack, institutions }: Circumstances,
): Ready | readonly Problem[] {
  const institution = institutions.get(stored.fixmedinsCode);
  const claim = claimOf(stored, person, institution);
  const { law, day, problems: lawless } = lawFor(claim, pack);
  const problems: Problem[] = lawless.map((one) => ({ ...one, place: NOWHERE }));
  const report = (code: Problem["code"], field: string, values: Problem["values"]): void => {
    problems.push(problem(code, { ...NOWHERE, field }, values));
  };
  if (stored.psnName !== person.psnName) {
    report("claim-person-differs", "psn_name", {
      found: stored.psnName,
      expected: person.psnName,
    });
  }
  if (institution === undefined) {
    report("claim-institution-unknown", "fixmedins_code", { found: stored.fixmedinsCode });
  } else if (!pack.names.labels.levels.has(institution.dedcHospLv)) {
    const expected = [...pack.names.labels.levels.keys()].join(", ");
    report("claim-level-unknown", "dedc_hosp_lv", { found: institution.dedcHospLv, expected });
  }
  if (law === undefined) return problems;
  const insured = insuredOn({ psnNo: stored.psnNo, ...person }, law, day);
  if (insured === undefined) report("claim-not-entitled", "enddate", { found: day });
  if (insured === undefined || problems.length > 0) return problems;
  const posted = stored.paid === undefined ? {} : { posted: stored.paid };
  const question = { claim, insured, law, day, ...posted };
  return { question, year: benefitYearOf(claim, law), pack };
}

/** The store knows where a claim stands: file and line come from there. */
const NOWHERE = { file: "" };

/** The claim as the kernel sees it: with what its hospital and its person's region say of it. */
function claimOf(
  stored: StoredClaim,
  { enrolments }: StoredInsured,
  institution: Institution | undefined,
): Claim {
  const home = enrolmentOn(enrolments, stored.enddate)?.insuplcAdmdvs ?? "";
  const facts = careFactsOf(stored, { home, institution });
  return { ...stored, ...facts, dedcHospLv: institution?.dedcHospLv ?? "" };
}
