import { fromFen } from "../../domain/money.js";
import type { Claim } from "../../domain/records.js";
import type { CaseFacts, Conditions, Law, Moment, Table } from "../../policy/law.js";
import type { Fen } from "./exact.js";

/** What an earlier bill of the year came to, as the recount keeps it. */
export interface Past extends Sums {
  readonly claim: Claim;
  readonly care: string;
  readonly facts: CaseFacts;
  /** Whether it is an admission of its own (care whose deductible is taken for each stay). */
  readonly isAdmission: boolean;
}

/** What an earlier bill came to, by names of sections and pools. */
export interface Sums {
  /** Deductibles taken, by section, and by section with its month. */
  readonly deducted: ReadonlyMap<string, Fen>;
  /** What it put on the ladder of the year, by section. */
  readonly onLadder: ReadonlyMap<string, Fen>;
  /** What it used of limits, by pool with its month and disease. */
  readonly used: ReadonlyMap<string, Fen>;
  /** What it added to a later payer's base. */
  readonly own: ReadonlyMap<string, Fen>;
  /** What each later payer paid: posted where a window's amounts bind. */
  readonly paid: ReadonlyMap<string, Fen>;
  /** For top-ups over the year: the cost that counts, and what all funds paid of it. */
  readonly targetOf: ReadonlyMap<string, Fen>;
  readonly targetFunds: ReadonlyMap<string, Fen>;
}

/**
 * One bill with all earlier bills of its year. Where the engine keeps accumulators, the recount
 * adds up the earlier bills again each time it is asked: slow, and hard to get wrong.
 */
export class Bill {
  /** The values of the law that decided something, by their places in the pack. */
  readonly chosen = new Set<number>();
  private leavesOutUnreferred = false;

  constructor(
    readonly claim: Claim,
    readonly facts: CaseFacts,
    readonly law: Law,
    readonly history: readonly Past[],
    /** What the parts of a stay that was cut leave to deduct, by payer; '' is the basic fund. */
    readonly deductiblesLeft = new Map<string, Fen>(),
  ) {}

  choose(parameter: number): void {
    this.chosen.add(parameter);
  }

  /** What earlier bills of the year came to under a name. */
  sumOf(part: keyof Sums, name: string): Fen {
    return this.history.reduce((sum, past) => sum + (past[part].get(name) ?? 0n), 0n);
  }

  moment(counts: Table<unknown>["counts"], cost: Fen): Moment {
    const stays = this.history.filter((past) => past.isAdmission);
    const alike = stays.filter((past) => isCounted(past, this, counts));
    const away = stays.filter((past) => past.facts.place !== "local");
    // The second part of a stay that was cut in two keeps the number that the stay has.
    const next = this.claim.continuesStay ? 0 : 1;
    const admission = Math.max(1, alike.length + next);
    return { admission, visit: Math.max(1, away.length + next), cost: fromFen(Number(cost)) };
  }

  /** What the stay from which this one was referred upwards has deducted. */
  deductedBeforeReferral(): Fen {
    const from = this.history.findLast(
      (past) => past.isAdmission && past.claim.mdtrtId === this.claim.transferredFrom,
    );
    return from === undefined ? 0n : (from.deducted.get(from.care) ?? 0n);
  }

  /** The same question without the rows that lower a ratio for want of a referral. */
  withoutUnreferred<Answer>(ask: () => Answer): Answer {
    this.leavesOutUnreferred = true;
    const answer = ask();
    this.leavesOutUnreferred = false;
    return answer;
  }

  isIgnored({ referral }: Conditions): boolean {
    return this.leavesOutUnreferred && (referral?.includes("unreferred") ?? false);
  }
}

function isCounted(past: Past, bill: Bill, counts: Table<unknown>["counts"]): boolean {
  switch (counts) {
    case "level":
      return past.facts.level === bill.facts.level;
    case "hospital":
      return past.claim.fixmedinsCode === bill.claim.fixmedinsCode;
    case "disease":
      return bill.facts.disease !== "" && past.facts.disease === bill.facts.disease;
    default:
      return true;
  }
}
