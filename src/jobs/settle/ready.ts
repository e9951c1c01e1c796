import type { Problem } from "../../domain/problem.js";
import { problem } from "../../domain/problem.js";
import type { Claim } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import { benefitYearOf, cutDaysOf, lawFor } from "../../settle/dates.js";
import { enrolmentOn } from "../../settle/insured.js";
import type { StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import { careFactsOf } from "./care-facts.js";
import type { BillLines } from "./fee-lines.js";
import { insuredOf } from "./person-on-day.js";
import { readyByLines } from "./ready-by-lines.js";
import type { Ready } from "./ready-claim.js";

/** What a claim is settled with, beside its person. */
export interface Circumstances {
  readonly pack: Pack;
  readonly institutions: ReadonlyMap<string, Institution>;
}

/**
 * Everything that the settlement of a claim asks, or all the reasons why it cannot be answered:
 * `rule-missing`, `claim-not-entitled`, `claim-person-differs`, `claim-institution-unknown`,
 * `claim-level-unknown`, and of bills that need their fee lines those of `readyByLines`. Entitled
 * is who is enrolled on the day that chooses the rule, so a stay across the switch has one scheme.
 */
export function readyOf(
  stored: StoredClaim,
  person: StoredInsured,
  { pack, institutions }: Circumstances,
  lines?: BillLines,
): Ready | readonly Problem[] {
  const institution = institutions.get(stored.fixmedinsCode);
  const claim = claimOf(stored, person, institution);
  const { law, day, problems: lawless } = lawFor(claim, pack);
  const problems: Problem[] = lawless.map((one) => ({ ...one, place: NOWHERE }));
  const report = (code: Problem["code"], field: string, values: Problem["values"]): void => {
    problems.push(problem(code, { ...NOWHERE, field }, values));
  };
  const isNamed = [person.psnName, ...(person.otherNames ?? [])].includes(stored.psnName);
  if (!isNamed) {
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
  const insured = insuredOf(stored.psnNo, person, { law, day });
  if (insured === undefined) report("claim-not-entitled", "enddate", { found: day });
  if (insured === undefined || problems.length > 0) return problems;
  const { paid: posted } = stored;
  if (stored.isUnclassified || (posted === undefined && cutDaysOf(claim, law).length > 0)) {
    return readyByLines(stored, person, { claim, insured, law, pack }, lines);
  }
  const part = { question: { claim, insured, law }, year: benefitYearOf(claim, law) };
  return posted === undefined ? { parts: [part], pack } : { parts: [part], posted, pack };
}

/** The store knows where a claim stands: file and line come from there. */
const NOWHERE = { file: "" };

/**
 * The claim as the kernel sees it: with what its hospital and its person's region say of it.
 * Written out field by field: this runs for every claim of a city, and spreading is slow.
 */
function claimOf(
  stored: StoredClaim,
  { enrolments }: StoredInsured,
  institution: Institution | undefined,
): Claim {
  const home = enrolmentOn(enrolments, stored.enddate)?.insuplcAdmdvs ?? "";
  const care = careFactsOf(stored, { home, institution });
  return {
    claimId: stored.claimId,
    psnNo: stored.psnNo,
    medinsSetlId: stored.medinsSetlId,
    mdtrtId: stored.mdtrtId,
    settledBy: stored.settledBy,
    fixmedinsCode: stored.fixmedinsCode,
    dedcHospLv: institution?.dedcHospLv ?? "",
    medType: stored.medType,
    begndate: stored.begndate,
    enddate: stored.enddate,
    setlDay: stored.setlDay,
    medfeeSumamt: stored.medfeeSumamt,
    fulamtOwnpayAmt: stored.fulamtOwnpayAmt,
    overlmtSelfpay: stored.overlmtSelfpay,
    preselfpayAmt: stored.preselfpayAmt,
    inscpScpAmt: stored.inscpScpAmt,
    place: care.place,
    referral: care.referral,
    diseCodg: care.diseCodg,
    sessions: care.sessions,
    months: care.months,
    hospitalTraits: care.hospitalTraits,
    transferredFrom: care.transferredFrom,
    continuesStay: care.continuesStay,
  };
}
