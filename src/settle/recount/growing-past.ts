import type { PayerSection, Section } from "../../policy/law.js";
import type { Basic } from "./basic.js";
import type { Bill, Sums } from "./bill.js";
import { type Fen, notBelowZero } from "./exact.js";
import type { Later } from "./later.js";
import { monthOf } from "./section.js";

/** What a bill leaves for later ones, section by section. */
export class GrowingPast {
  private readonly deducted = new Map<string, Fen>();
  private readonly onLadder = new Map<string, Fen>();
  private readonly used = new Map<string, Fen>();
  private readonly own = new Map<string, Fen>();
  private readonly paid = new Map<string, Fen>();
  private readonly targetOf = new Map<string, Fen>();
  private readonly targetFunds = new Map<string, Fen>();

  constructor(private readonly bill: Bill) {}

  get sums(): Sums {
    const { deducted, onLadder, used, own, paid, targetOf, targetFunds } = this;
    return { deducted, onLadder, used, own, paid, targetOf, targetFunds };
  }

  /** What was deducted never lifts a ladder, whatever a window took. */
  section(section: Section, { deducted, base, isGross, used, payingPools, paid }: Basic): void {
    this.take(section, deducted);
    this.climb(section, isGross ? base : notBelowZero(base - deducted));
    this.use(used, payingPools, paid);
  }

  /** A layer over the year keeps its base and what it paid; one over the bill its deductible. */
  payer(payer: PayerSection, later: Later, scope: Fen): void {
    const { name, over, target } = payer;
    const { own, deducted, paid, onLadder, funds } = later;
    this.use(later.used, later.payingPools, paid);
    if (over === "bill") {
      this.take(payer, deducted);
      this.climb(payer, onLadder);
    } else if (target === undefined) {
      this.own.set(name, own);
      this.paid.set(name, paid);
    } else {
      const isTotal = target.of === "total";
      this.targetOf.set(name, isTotal ? BigInt(this.bill.claim.medfeeSumamt) : scope);
      this.targetFunds.set(name, funds + paid);
    }
  }

  private take({ name, deductible }: Section, amount: Fen): void {
    addTo(this.deducted, deductible?.pool ?? name, amount);
    addTo(this.deducted, `${name}@${monthOf(this.bill)}`, amount);
  }

  private climb({ ratio }: Section, cost: Fen): void {
    if (ratio?.per === "year") addTo(this.onLadder, ratio.pool, cost);
  }

  private use(used: ReadonlyMap<string, Fen>, pools: readonly string[], paid: Fen): void {
    for (const [pool, amount] of used) addTo(this.used, pool, amount);
    for (const pool of pools) addTo(this.used, pool, paid);
  }
}

function addTo(sums: Map<string, Fen>, name: string, amount: Fen): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}
