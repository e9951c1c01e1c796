import assert from "node:assert";
import {
  add,
  fromFen,
  least,
  negate,
  type Ratio,
  subtract,
  sum,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Count, Price } from "../domain/quantity.js";
import { costOf } from "../domain/quantity.js";
import type { Claim, Insured } from "../domain/records.js";
import type { Case, Law, Moment } from "../policy/law.js";
import { type CaseQuestion, caseOf } from "./case.js";
import { type Ladder, shareOnLadder, type UnitPrice, unitPriceOf } from "./unit-price.js";

/** A fee line (2301、2204) with what the catalogue of the day says of its item. */
export interface FeeLine {
  /** 费用明细流水号 */ readonly feedetlSn: string;
  /** 明细项目费用总额 */ readonly detItemFeeSumamt: Yuan;
  /** 数量, below zero on a refund */ readonly cnt: Count;
  /** 单价 */ readonly pric: Price;
  readonly item: ItemFacts;
}

/** An item of the catalogue as it is on the day of the line. */
export interface ItemFacts {
  /** 甲、乙、丙 */ readonly class: "A" | "B" | "C";
  /** A kind of the pack; empty for none. */
  readonly kind: string;
  /** 自付比例 of the item itself, for lines of which the law says nothing. */
  readonly selfpayProp: Ratio;
  /** 定价上限金额 of the item itself; undefined for none. */
  readonly pricUplmtAmt: Price | undefined;
}

/** What a line or a bill is made of; the four parts add up to the whole. */
export interface FeeParts {
  /** 全自费金额 */ readonly fulamtOwnpayAmt: Yuan;
  /** 超限价金额 */ readonly overlmtAmt: Yuan;
  /** 先行自付金额 */ readonly preselfpayAmt: Yuan;
  /** 符合政策范围金额 */ readonly inscpScpAmt: Yuan;
}

/** A line with its parts, and the values of the law that made them (-1 for none). */
export interface ClassifiedLine extends FeeParts {
  readonly feedetlSn: string;
  readonly uplimit: number;
  readonly firstSelfPay: number;
}

/** The parts of a bill's header, as the claim has them. */
export type Header = Pick<
  Claim,
  "medfeeSumamt" | "fulamtOwnpayAmt" | "overlmtSelfpay" | "preselfpayAmt" | "inscpScpAmt"
>;

/**
 * Classifies the fee lines of a bill (policy.md 2.11, steps 1 and 2): class C is full self-pay;
 * what a unit costs above its limit is over limit; of the rest the first self-pay goes to the
 * person, by the consumables' ladder, by the law's table, or by the item's own share, rounded
 * half-up for each line (PE-01) or once for the bill. Lines below zero mirror those above it.
 *
 * Out: the lines, and the header that they add up to. A bill without lines has its header from the
 * hospital and is not asked here.
 */
export function classifyLines(
  lines: readonly FeeLine[],
  asked: {
    readonly law: Law;
    readonly claim: CaseQuestion["claim"];
    readonly insured: Insured;
  },
): { readonly lines: readonly ClassifiedLine[]; readonly header: Header } {
  const facts = caseOf(asked).facts;
  const isOnce = asked.law.catalogue.rounding === "bill";
  let exact = 0n;
  const classified = lines.map((line): ClassifiedLine => {
    const { class: item, kind } = line.item;
    const on = asked.law.caseOf({ ...facts, item, kind });
    const parts = partsOf(line, asked.law, on);
    // Rounded once: each line takes what its exact amount adds to the bill's rounded sum.
    const before = roundedMillionths(exact);
    exact += parts.preself;
    const first = isOnce
      ? subtract(roundedMillionths(exact), before)
      : roundedMillionths(parts.preself);
    return finished(line, parts, first);
  });
  return { lines: classified, header: headerOf(classified, lines) };
}

/** A line's parts before the first self-pay is rounded (fen in millionths). */
interface OpenParts {
  readonly own: Yuan;
  readonly over: Yuan;
  readonly preself: bigint;
  readonly uplimit: number;
  readonly firstSelfPay: number;
}

function partsOf(line: FeeLine, law: Law, on: Case): OpenParts {
  const { detItemFeeSumamt: whole, item } = line;
  const nothing = { own: zero, over: zero, preself: 0n, uplimit: -1, firstSelfPay: -1 };
  if (item.class === "C") return { ...nothing, own: whole };
  const { limit, uplimit } = limitOf(line, law, on);
  const over = overLimit(line, limit);
  const rest = subtract(whole, over);
  const price = limit === undefined || line.pric <= limit ? line.pric : limit;
  const { preself, parameter } = firstSelfPay(line, { law, on, rest, price });
  return { own: zero, over, preself, uplimit, firstSelfPay: parameter };
}

/** What tables of the catalogue ask beside the case: the unit price of the line. */
function momentOf(line: FeeLine): Moment {
  return { admission: 1, visit: 0, cost: zero, price: unitPriceOf(line.pric) };
}

/** 限价: the law's for this item, else the item's own. */
function limitOf(
  line: FeeLine,
  { catalogue }: Law,
  on: Case,
): { readonly limit: Price | undefined; readonly uplimit: number } {
  const row = catalogue.uplimit?.find(on, momentOf(line));
  if (row === undefined) return { limit: line.item.pricUplmtAmt, uplimit: -1 };
  const { value } = row;
  const limit = value === undefined ? undefined : ((value * FEN) as Price);
  return { limit, uplimit: row.parameter };
}

/** Millionths of a yuan in a fen. */
const FEN = 10_000;

/** What all units together cost above their limit, and no more than the line. */
function overLimit(line: FeeLine, limit: Price | undefined): Yuan {
  if (limit === undefined || line.pric <= limit) return zero;
  const { detItemFeeSumamt: whole, cnt } = line;
  const within = costOf(cnt, limit);
  return whole < zero
    ? negate(subtract(negate(whole), least(negate(whole), negate(within))))
    : subtract(whole, least(whole, within));
}

interface FirstQuestion {
  readonly law: Law;
  readonly on: Case;
  readonly rest: Yuan;
  readonly price: UnitPrice;
}

function firstSelfPay(
  line: FeeLine,
  { law, on, rest, price }: FirstQuestion,
): { readonly preself: bigint; readonly parameter: number } {
  const { consumable, firstSelfPay: table } = law.catalogue;
  const ladder = consumable?.find(on, momentOf(line));
  if (consumable !== undefined && ladder !== undefined) {
    const asked: Ladder = { bands: ladder.value, way: consumable.takes };
    return shareOnLadder(rest, price, asked);
  }
  const row = table?.find(on, momentOf(line));
  const share = row?.value ?? line.item.selfpayProp;
  return { preself: BigInt(rest) * BigInt(share), parameter: row?.parameter ?? -1 };
}

/** Fen in millionths, rounded half away from zero to whole fen. */
function roundedMillionths(exact: bigint): Yuan {
  const half = exact < 0n ? -500_000n : 500_000n;
  return fromFen(Number((exact + half) / 1_000_000n) + 0);
}

function finished(line: FeeLine, parts: OpenParts, first: Yuan): ClassifiedLine {
  const { own, over, uplimit, firstSelfPay } = parts;
  const outside = add(add(own, over), first);
  const inscpScpAmt = subtract(line.detItemFeeSumamt, outside);
  return {
    feedetlSn: line.feedetlSn,
    fulamtOwnpayAmt: own,
    overlmtAmt: over,
    preselfpayAmt: first,
    inscpScpAmt,
    uplimit,
    firstSelfPay,
  };
}

function headerOf(lines: readonly ClassifiedLine[], given: readonly FeeLine[]): Header {
  const total = (part: keyof FeeParts): Yuan => sum(lines.map((line) => line[part]));
  const header: Header = {
    medfeeSumamt: sum(given.map((line) => line.detItemFeeSumamt)),
    fulamtOwnpayAmt: total("fulamtOwnpayAmt"),
    overlmtSelfpay: total("overlmtAmt"),
    preselfpayAmt: total("preselfpayAmt"),
    inscpScpAmt: total("inscpScpAmt"),
  };
  const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt } = header;
  const parts = sum([fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt]);
  assert(parts === header.medfeeSumamt, "the lines add up to the bill");
  return header;
}
