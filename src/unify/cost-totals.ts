import { add, type Yuan, zero } from "../domain/money.js";
import type { HeldEnrolment } from "../domain/source-rows.js";
import type { CostLine } from "./duplicate-costs.js";

/** What the duplicates of a county and year come to. */
export interface CostTotal {
  /** 参保地医保区划 */ readonly admdvs: string;
  readonly year: number;
  readonly refunds: number;
  readonly refundAmount: Yuan;
  readonly kept: number;
  readonly keptAmount: Yuan;
  readonly subsidies: number;
  readonly subsidyAmount: Yuan;
  /** Subsidies of a year of which the policy pack has no amount: counted, not added up. */
  readonly subsidiesUnknown: number;
  readonly recoveries: number;
  readonly recoverAmount: Yuan;
}

/** Adds up what duplicates cost, line by line, by county and year. */
export class CostTotals {
  private readonly totals = new Map<string, CostTotal>();

  add<Row extends HeldEnrolment>({ kind, row, year, amount }: CostLine<Row>): void {
    const admdvs = row.insuplcAdmdvs;
    const key = `${admdvs} ${year}`;
    const before = this.totals.get(key) ?? nothing(admdvs, year);
    this.totals.set(key, added(before, kind, amount));
  }

  /** A line for each county and year, in their order. */
  lines(): readonly CostTotal[] {
    const keys = [...this.totals.keys()].sort();
    return keys.flatMap((key) => this.totals.get(key) ?? []);
  }

  /** All of them together. */
  sum(): CostTotal {
    return this.lines().reduce((sum, one) => both(sum, one), nothing("", 0));
  }
}

function nothing(admdvs: string, year: number): CostTotal {
  return {
    admdvs,
    year,
    refunds: 0,
    refundAmount: zero,
    kept: 0,
    keptAmount: zero,
    subsidies: 0,
    subsidyAmount: zero,
    subsidiesUnknown: 0,
    recoveries: 0,
    recoverAmount: zero,
  };
}

function added(
  before: CostTotal,
  kind: CostLine<HeldEnrolment>["kind"],
  amount: Yuan | undefined,
): CostTotal {
  const { refunds, refundAmount, kept, keptAmount, recoveries, recoverAmount } = before;
  const { subsidies, subsidyAmount, subsidiesUnknown } = before;
  const more = amount ?? zero;
  switch (kind) {
    case "refund":
      return { ...before, refunds: refunds + 1, refundAmount: add(refundAmount, more) };
    case "kept":
      return { ...before, kept: kept + 1, keptAmount: add(keptAmount, more) };
    case "recover":
      return { ...before, recoveries: recoveries + 1, recoverAmount: add(recoverAmount, more) };
    case "subsidy":
      if (amount === undefined) return { ...before, subsidiesUnknown: subsidiesUnknown + 1 };
      return { ...before, subsidies: subsidies + 1, subsidyAmount: add(subsidyAmount, more) };
  }
}

function both(left: CostTotal, right: CostTotal): CostTotal {
  return {
    admdvs: left.admdvs,
    year: left.year,
    refunds: left.refunds + right.refunds,
    refundAmount: add(left.refundAmount, right.refundAmount),
    kept: left.kept + right.kept,
    keptAmount: add(left.keptAmount, right.keptAmount),
    subsidies: left.subsidies + right.subsidies,
    subsidyAmount: add(left.subsidyAmount, right.subsidyAmount),
    subsidiesUnknown: left.subsidiesUnknown + right.subsidiesUnknown,
    recoveries: left.recoveries + right.recoveries,
    recoverAmount: add(left.recoverAmount, right.recoverAmount),
  };
}
