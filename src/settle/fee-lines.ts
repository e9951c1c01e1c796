import assert from "node:assert";
import {
  add,
  least,
  negate,
  type Ratio,
  subtract,
  sum,
  sumOfShares,
  type Yuan,
  zero,
} from "../domain/money.js";
import { type Count, costOf, type Price } from "../domain/quantity.js";
import type { CaseFacts, CatalogueLaw, Law, Limit } from "../policy/law.js";
import { type SelfPaid, selfPaidOf, unitPrice } from "./first-self-pay.js";

/** A line of a bill as the catalogue of its day knows it (2301, 2204). */
export interface FeeLine {
  /** 收费项目等级 chrgitm_lv: 甲、乙、丙 */ readonly item: "A" | "B" | "C";
  /** What it is, by the names of the region's law; empty where it has none. */
  readonly kind: string;
  /** 单价 */ readonly pric: Price;
  /** 数量, below zero on a refund */ readonly cnt: Count;
  /** 明细项目费用总额 */ readonly detItemFeeSumamt: Yuan;
  /** 自付比例 of the item itself, where the catalogue gives one. */
  readonly selfpayProp?: Ratio;
  /** 定价上限 of the item itself. */
  readonly pricUplmtAmt?: Yuan;
}

/** The four parts of a line or of a bill; they add up to its cost. */
export interface FeeParts {
  /** 全自费金额 */ readonly fulamtOwnpayAmt: Yuan;
  /** 超限价自费费用 */ readonly overlmtSelfpay: Yuan;
  /** 先行自付金额 */ readonly preselfpayAmt: Yuan;
  /** 符合政策范围金额 */ readonly inscpScpAmt: Yuan;
}

/**
 * Classifies the lines of one bill by the catalogue of the day (policy.md 2.11, steps 1 and 2).
 * Class C is the person's alone; of the rest, what exceeds the price limit is over limit, and the
 * first self-pay of what is left comes off by the consumables' ladder, else by the law's table,
 * else by the item's own share. Rounded half-up to the fen for each line, or once for the bill.
 *
 * In: the lines, and the facts of the person and the bill. Out: the parts of each line, in order,
 * and those of the bill.
 */
export function classifyLines(question: {
  readonly lines: readonly FeeLine[];
  readonly facts: CaseFacts;
  readonly law: Law;
}): { readonly parts: readonly FeeParts[]; readonly bill: FeeParts } {
  const { lines, facts, law } = question;
  const rounding = new Rounding(law.catalogue.rounding);
  const parts = lines.map((line): FeeParts => {
    const cost = line.detItemFeeSumamt;
    if (line.item === "C") return { ...nothing, fulamtOwnpayAmt: cost };
    const on = law.caseOf({ ...facts, item: line.item, kind: line.kind });
    const moment = { ...plainMoment, price: unitPrice(line.pric) };
    const row = law.catalogue.uplimit?.find(on, moment);
    const limit = row === undefined ? line.pricUplmtAmt : row.value;
    const within = withinLimit(line, limit);
    const preselfpayAmt = rounding.of(selfPaidOf({ line, limit, within, on, moment, law }));
    const inscpScpAmt = subtract(within, preselfpayAmt);
    return { ...nothing, overlmtSelfpay: subtract(cost, within), preselfpayAmt, inscpScpAmt };
  });
  const bill = billOf(parts);
  const whole = sum(Object.values(bill) as Yuan[]);
  const costs = sum(lines.map(({ detItemFeeSumamt }) => detItemFeeSumamt));
  assert(whole === costs, "the parts of a bill are its cost");
  return { parts, bill };
}

const nothing: FeeParts = {
  fulamtOwnpayAmt: zero,
  overlmtSelfpay: zero,
  preselfpayAmt: zero,
  inscpScpAmt: zero,
};

/** What tables of the catalogue never ask. */
const plainMoment = { admission: 1, visit: 1, cost: zero };

/** The cost of a line up to so much a unit; a refund gives back what its line counted. */
function withinLimit({ cnt, detItemFeeSumamt }: FeeLine, limit: Limit): Yuan {
  if (limit === undefined) return detItemFeeSumamt;
  const most = costOf(cnt, (limit * 10_000) as Price);
  if (detItemFeeSumamt >= zero) return least(detItemFeeSumamt, most);
  return negate(least(negate(detItemFeeSumamt), negate(most)));
}

/** Rounds each line, or the exact sum of all lines so far, so that only the bill is rounded. */
class Rounding {
  private readonly amounts: Yuan[] = [];
  private readonly shares: SelfPaid["shares"][number][] = [];
  private given: Yuan = zero;

  constructor(private readonly way: CatalogueLaw["rounding"]) {}

  of({ amounts, shares }: SelfPaid): Yuan {
    if (this.way === "line") return sumOfShares(amounts, shares);
    this.amounts.push(...amounts);
    this.shares.push(...shares);
    const whole = sumOfShares(this.amounts, this.shares);
    const part = subtract(whole, this.given);
    this.given = whole;
    return part;
  }
}

function billOf(parts: readonly FeeParts[]): FeeParts {
  return parts.reduce(
    (total, part) => ({
      fulamtOwnpayAmt: add(total.fulamtOwnpayAmt, part.fulamtOwnpayAmt),
      overlmtSelfpay: add(total.overlmtSelfpay, part.overlmtSelfpay),
      preselfpayAmt: add(total.preselfpayAmt, part.preselfpayAmt),
      inscpScpAmt: add(total.inscpScpAmt, part.inscpScpAmt),
    }),
    nothing,
  );
}
