import assert from "node:assert";
import { type Level, levels } from "../../domain/codes.js";
import type { Day, Month } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Claim, YearToDate } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import type { Law } from "../../policy/schema.js";
import { careOf } from "../../settle/bill.js";
import { benefitYearOf, lawFor } from "../../settle/dates.js";
import { settleClaim } from "../../settle/settle.js";
import { encodeShadow } from "../../settle/shadow.js";
import { encodeSteps } from "../../settle/steps.js";
import { compareWindow } from "../../settle/window.js";
import { advance, emptyYear } from "../../settle/year-to-date.js";
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
  readonly insured: {
    readonly psnNo: string;
    readonly psnType: string;
    readonly identities: readonly string[];
  };
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
    const { settlement: computed } = settleClaim({ claim, insured, before, law });
    const posted = stored.paid ?? computed;
    const differences = stored.paid === undefined ? [] : compareWindow(stored.paid, computed);
    for (const one of differences) this.suspects.push({ claimId: claim.claimId, ...one });
    const after = advance({ before, claim, amounts: posted, law });
    const { partNo, psnNo } = stored;
    this.years.set(`${psnNo} ${year}`, { partNo, psnNo, year, after });
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
    const claim: Claim = { ...stored, dedcHospLv: level ?? "township" };
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
    const insured = { psnNo: stored.psnNo, psnType: enrolment.psnType, identities };
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
    if (careOf(stored) === undefined) {
      const values = { day: stored.enddate, rule: "med_type", found: stored.medType };
      report("rule-missing", "med_type", values);
    }
    return problems;
  }

  private yearBefore(psnNo: string, person: StoredInsured, year: number): YearToDate {
    return this.years.get(`${psnNo} ${year}`)?.after ?? person.years.get(year) ?? emptyYear;
  }
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
