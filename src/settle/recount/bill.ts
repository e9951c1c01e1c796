import { fromFen } from "../../domain/money.js";
import type { Claim } from "../../domain/records.js";
import type { CaseFacts, Conditions, Law, Moment, Table } from "../../policy/law.js";
import type { Fen } from "./exact.js";

/** What an earlier bill of the year came to, as the recount keeps it. */
export interface Past {
  readonly claim: Claim;
  readonly care: string;
  readonly facts: CaseFacts;
  /** Whether it is an admission of its own (care whose deductible is taken for each stay). */
  readonly isAdmission: boolean;
  /** Deductibles taken, by section. */
  readonly deducted: ReadonlyMap<string, Fen>;
  /** What it put on the ladder of the year, by section. */
  readonly onLadder: ReadonlyMap<string, Fen>;
  /** What it used of limits, by pool with its month and disease. */
  readonly used: ReadonlyMap<string, Fen>;
  /** What it added to a later payer's base. */
  readonly own: ReadonlyMap<string, Fen>;
  /** What each payer paid: posted where a window's amounts bind; the basic fund is `basic`. */
  readonly paid: ReadonlyMap<string, Fen>;
  /** Its in-scope cost and its whole cost, for top-ups over the year. */
  readonly scope: Fen;
  readonly total: Fen;
}

type Part = "deducted" | "onLadder" | "used" | "own" | "paid";

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
  ) {}

  choose(parameter: number): void {
    this.chosen.add(parameter);
  }

  /** What earlier bills of the year came to under a name. */
  sumOf(part: Part, name: string): Fen {
    return this.history.reduce((sum, past) => sum + (past[part].get(name) ?? 0n), 0n);
  }

  moment(counts: Table<unknown>["counts"], cost: Fen): Moment {
    const stays = this.history.filter((past) => past.isAdmission);
    const alike = stays.filter((past) => isCounted(past, this, counts));
    const away = stays.filter((past) => past.facts.place !== "local");
    return { admission: alike.length + 1, visit: away.length + 1, cost: fromFen(Number(cost)) };
  }

  /** What the stay from which this one was referred upwards has deducted. */
  deductedBeforeReferral(): Fen {
    const from = this.history.findLast(({ claim }) => claim.mdtrtId === this.claim.transferredFrom);
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
      return past.facts.disease === bill.facts.disease;
    default:
      return true;
  }
}
