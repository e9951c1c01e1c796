import assert from "node:assert";
import { careFactsOf } from "../../domain/care-facts.js";
import { type Level, levels } from "../../domain/codes.js";
import type { Day, Month } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Claim, Insured, YearToDate } from "../../domain/records.js";
import type { Law } from "../../policy/law.js";
import type { Pack } from "../../policy/pack.js";
import { benefitYearOf, lawFor } from "../../settle/dates.js";
import { insuredOfType } from "../../settle/insured-of-type.js";
import { type Settled, settleClaim } from "../../settle/settle.js";
import { encodeShadow } from "../../settle/shadow.js";
import { encodeSteps } from "../../settle/steps.js";
import { compareWindow } from "../../settle/window.js";
import { decodeYear, encodeYear } from "../../settle/year-to-date.js";
import type {
  SettledClaim,
  SettledRange,
  StoredClaim,
  StoredInsured,
  Suspect,
  WaitingClaim,
  Work,
} from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";

/** What the settlement of a range needs beside its work. */
export interface Circumstances {
  readonly month: Month;
  readonly policy: string;
  readonly pack: Pack;
  readonly institutions: ReadonlyMap<string, Institution>;
}

/**
 * Settles the open claims of a range of parts, in the order of the fold. Window amounts bind: they
 * are posted and fed to the year; the engine's own amounts are kept beside them, and differences
 * are suspects. A claim that cannot be settled waits with all its reasons and takes nothing of the
 * year.
 */
export function settleRange(work: Work, circumstances: Circumstances): SettledRange {
  const range = new RangeUnderWork(work, circumstances);
  for (const claim of work.claims) range.settle(claim);
  return range.done();
}

/** A claim that can be settled: its person, its law and its year so far. */
interface Ready {
  readonly claim: Claim;
  readonly law: Law;
  readonly insured: Insured;
  readonly year: number;
  readonly before: YearToDate;
}

class RangeUnderWork {
  private readonly settled: SettledClaim[] = [];
  private readonly suspects: Suspect[] = [];
  private readonly waiting: WaitingClaim[] = [];
  private readonly years = new Map<string, SettledRange["years"][number]>();

  constructor(
    private readonly work: Work,
    private readonly circumstances: Circumstances,
  ) {}

  settle(stored: StoredClaim): void {
    const ready = this.ready(stored);
    if (Array.isArray(ready)) {
      this.waiting.push({ claimId: stored.claimId, problems: ready });
      return;
    }
    const { claim, law, insured, year, before } = ready as Ready;
    const paid = stored.paid === undefined ? {} : { posted: stored.paid };
    const settled = settleClaim({ claim, insured, before, law, ...paid });
    if (settled.missing.length > 0) {
      this.waiting.push({ claimId: stored.claimId, problems: rulesMissing(claim, settled) });
      return;
    }
    const { settlement: computed, after } = settled;
    const posted = stored.paid ?? computed;
    const differences = stored.paid === undefined ? [] : compareWindow(stored.paid, computed);
    for (const one of differences) this.suspects.push({ claimId: claim.claimId, ...one });
    const { partNo, psnNo } = stored;
    this.years.set(`${psnNo} ${year}`, { partNo, psnNo, year, state: encodeYear(after) });
    const steps = encodeSteps(computed.steps);
    const shadow = encodeShadow(differences);
    this.settled.push({ claim: stored, posted, computed, steps, shadow });
  }

  done(): SettledRange {
    const { month, policy } = this.circumstances;
    const { settled, suspects, waiting } = this;
    assert(
      settled.length + waiting.length === this.work.claims.length,
      "every claim is settled or waits",
    );
    return { month, policy, settled, suspects, waiting, years: [...this.years.values()] };
  }

  /**
   * Everything that the settlement asks, or all the reasons why it cannot be answered. Entitled is
   * who is enrolled on the day that chooses the rule, so a stay across the switch has one scheme.
   */
  private ready(stored: StoredClaim): Ready | readonly Problem[] {
    const { pack, institutions } = this.circumstances;
    const person = this.work.people.get(stored.psnNo);
    assert(person !== undefined, `claim ${stored.claimId} has a person in the database`);
    const institution = institutions.get(stored.fixmedinsCode);
    const level = levels.find((one) => one === institution?.dedcHospLv);
    const claim: Claim = { ...careFactsOf(stored), ...stored, dedcHospLv: level ?? "" };
    const { law, day, problems: lawless } = lawFor(claim, pack);
    const enrolment = enrolmentOn(person, day);
    const wrong = [
      ...lawless.map((one) => ({ ...one, place: NOWHERE })),
      ...this.problems(stored, person, level, enrolment === undefined ? day : undefined),
    ];
    if (law === undefined || enrolment === undefined || wrong.length > 0) return wrong;
    const year = benefitYearOf(claim, law);
    const identities = person.identities
      .filter((one) => one.begndate <= day)
      .map((one) => one.psnIdetType);
    const known = { psnNo: stored.psnNo, psnType: enrolment.psnType, identities };
    const insured = insuredOfType(law, known);
    return { claim, law, insured, year, before: this.yearBefore(stored.psnNo, person, year) };
  }

  private problems(
    stored: StoredClaim,
    person: StoredInsured,
    level: Level | undefined,
    notEntitledOn: Day | undefined,
  ): readonly Problem[] {
    const problems: Problem[] = [];
    const report = (code: Problem["code"], field: string, values: Problem["values"]): void => {
      problems.push(problem(code, { ...NOWHERE, field }, values));
    };
    if (stored.psnName !== person.psnName) {
      const values = { found: stored.psnName, expected: person.psnName };
      report("claim-person-differs", "psn_name", values);
    }
    if (level === undefined) {
      report("claim-institution-unknown", "fixmedins_code", { found: stored.fixmedinsCode });
    }
    if (notEntitledOn !== undefined) {
      report("claim-not-entitled", "enddate", { found: notEntitledOn });
    }
    return problems;
  }

  private yearBefore(psnNo: string, person: StoredInsured, year: number): YearToDate {
    return decodeYear(this.years.get(`${psnNo} ${year}`)?.state ?? person.years.get(year) ?? "");
  }
}

/** The law has no row for this case: a level, a class or a kind of care that it does not name. */
function rulesMissing({ enddate }: Claim, { missing }: Settled): readonly Problem[] {
  return missing.map((key) => {
    return problem("rule-missing", NOWHERE, { day: enddate, rule: key, found: key });
  });
}

/** The store knows where a claim stands: file and line come from there. */
const NOWHERE = { file: "" };

function enrolmentOn(
  person: StoredInsured,
  day: Day,
): StoredInsured["enrolments"][number] | undefined {
  return person.enrolments.find(
    (one) => one.begndate <= day && (one.enddate === "" || one.enddate >= day),
  );
}
