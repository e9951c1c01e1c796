import assert from "node:assert";
import { allocate, type Ratio, type Yuan } from "../domain/money.js";
import type { Day, Month } from "../domain/period.js";
import { type Place, type Problem, problem } from "../domain/problem.js";
import type { Status } from "../policy/pack.js";

/** How the hospital is paid. 总额控制: a yearly quota of the pooled fund, portioned by month. */
export const agreementMethods = ["total-control"] as const;
export type AgreementMethod = (typeof agreementMethods)[number];

/** What becomes of a claim above the quota. 缓付: it waits for the clearing of the year. */
export const overQuotaRules = ["defer"] as const;
export type OverQuotaRule = (typeof overQuotaRules)[number];

/** One dated version of the terms between the fund and a hospital (定点医疗机构协议). */
export interface Agreement {
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  /** 定点医药机构名称 */ readonly fixmedinsName: string;
  readonly from: Day;
  /** The last day in force; without it the terms go on for ever. */
  readonly to?: Day;
  /** How far the terms can be trusted, and where they were read. */
  readonly status: Status;
  readonly cite: string;
  readonly place: Place;
  readonly method: AgreementMethod;
  /** 年度统筹基金总额指标: for the twelve months of a calendar year, see `monthlyQuota`. */
  readonly yearlyQuota: Yuan;
  /** Twelve whole numbers, January first. */
  readonly monthlyWeights: readonly number[];
  /** 质量保证金比例 */ readonly holdbackRatio: Ratio;
  readonly overQuota: OverQuotaRule;
}

/**
 * Joins the agreements of several files, ordered by hospital and first day. A hospital that has two
 * in force on one day is the problem `agreement-repeated`, placed at the later one.
 */
export function agreementsOf(all: readonly Agreement[]): {
  readonly agreements: readonly Agreement[];
  readonly problems: readonly Problem[];
} {
  const problems = overlapsOf(all).map(({ earlier, later }) =>
    problem("agreement-repeated", later.place, {
      found: later.fixmedinsCode,
      other: `${earlier.place.file}:${earlier.place.line ?? ""}`,
    }),
  );
  return { agreements: inOrder(all), problems };
}

/** The agreements without those that state the same terms again, as a later delivery may. */
export function withoutRestated(all: readonly Agreement[]): readonly Agreement[] {
  const seen = new Set<string>();
  return all.filter(
    ({ place: _place, cite: _cite, status: _status, fixmedinsName: _, ...terms }) => {
      const key = JSON.stringify(terms);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  );
}

/** The terms of a hospital on a day, or undefined when no agreement was in force. */
export function inForce(
  agreements: readonly Agreement[],
  fixmedinsCode: string,
  day: Day,
): Agreement | undefined {
  return agreements.find(
    (one) => one.fixmedinsCode === fixmedinsCode && one.from <= day && day <= lastDayOf(one),
  );
}

/**
 * The month's portion of the yearly quota, in fen (月预算额度): the yearly quota allocated over the
 * twelve weights, so that the months of a calendar year add up to it exactly.
 *
 * The quota and its weights always stand for the twelve calendar months, also when the agreement
 * covers only some of them: a version in force from July to December is worth the portions of
 * these six months. So a quota that is changed in mid-year leaves the months before untouched.
 */
export function monthlyQuota(agreement: Agreement, month: Month): Yuan {
  const portions = allocate(agreement.yearlyQuota, agreement.monthlyWeights);
  const portion = portions[Number(month.slice(5)) - 1];
  assert(portion !== undefined, "an agreement has a weight for every month");
  return portion;
}

/** Each agreement that begins while another one of the same hospital is in force, with that one. */
export function overlapsOf(
  all: readonly Agreement[],
): readonly { readonly earlier: Agreement; readonly later: Agreement }[] {
  const seen = new Map<string, Agreement[]>();
  return inOrder(all).flatMap((later) => {
    const before = seen.get(later.fixmedinsCode) ?? [];
    seen.set(later.fixmedinsCode, [...before, later]);
    const earlier = before.find((one) => lastDayOf(one) >= later.from);
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}

function inOrder(all: readonly Agreement[]): readonly Agreement[] {
  const key = (one: Agreement) => `${one.fixmedinsCode} ${one.from}`;
  return [...all].sort((left, right) =>
    key(left) === key(right) ? 0 : key(left) < key(right) ? -1 : 1,
  );
}

function lastDayOf(agreement: Agreement): Day {
  return agreement.to ?? ("9999-12-31" as Day);
}
