import { type AmountField, amountFields, isSame } from "../../domain/amounts.js";
import { add, subtract, sum, type Yuan, yuanText, zero } from "../../domain/money.js";
import type { HeldClaim, MadePerson } from "../../store/port/regroup.js";
import type { Job } from "../job.js";
import type { SplitPlan } from "./plan-split.js";
import { regrouped } from "./regroup.js";
import { type SettlementIfSplit, settlementsIfSplit } from "./settlements-if-split.js";
import { type DuplicateChange, duplicateChanges } from "./split-duplicates.js";
import { type SubsidyChange, subsidyChanges } from "./split-funding.js";

/** One amount before and after, as exact text. */
export interface AmountChange {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

/** A settlement that would now be different. */
export interface SettlementChange {
  readonly half: "leaving" | "staying";
  readonly medinsSetlId: string;
  readonly fixmedinsCode: string;
  readonly month: string;
  readonly isClosed: boolean;
  readonly settledBy: "window" | "centre";
  readonly amounts: Readonly<Record<AmountField, AmountChange>>;
  /** Why the claim would have to wait now; then nothing would be paid. */
  readonly waits: readonly string[];
}

/** What such settlements come to, by the state of their month and who settled. */
export interface SettlementSums {
  readonly isClosed: boolean;
  readonly settledBy: "window" | "centre";
  readonly claims: number;
  readonly amounts: Readonly<Record<AmountField, AmountChange>>;
}

/** What a split costs and moves. */
export interface SplitConsequences {
  readonly subsidies: readonly {
    readonly admdvs: string;
    readonly year: number;
    readonly peopleBefore: number;
    readonly peopleAfter: number;
    readonly perPerson: string;
    readonly difference: string;
  }[];
  readonly subsidyDifference: string;
  /** 重复参保: contributions to refund or not, subsidies and benefits to take back. */
  readonly duplicates: readonly (AmountChange & {
    readonly kind: DuplicateChange["kind"];
    readonly admdvs: string;
    readonly year: number;
  })[];
  /** Of the leaving half: what goes along. */
  readonly leaving: Moved;
  /** Of the staying half: what stays. */
  readonly staying: Moved;
  /** What neither old number nor name tells apart, and stays. */
  readonly untold: number;
  /** Open claims of which nobody can tell whose they are: they wait for a person. */
  readonly nobodys: number;
  readonly settlements: readonly SettlementChange[];
  /** Their sums, by the state of the month and who settled; and all together. */
  readonly sums: readonly SettlementSums[];
  readonly total: Pick<SettlementSums, "claims" | "amounts">;
}

export interface Moved {
  readonly records: number;
  readonly enrolments: number;
  readonly benefits: {
    readonly count: number;
    readonly hifpPay: string;
    readonly hifmiPay: string;
  };
  readonly accounts: { readonly count: number; readonly balance: string };
  readonly settledClaims: number;
  readonly openClaims: number;
}

/** Lists what a split changes in money, before it is done. Nothing is written. */
export async function consequencesOf(job: Job, plan: SplitPlan): Promise<SplitConsequences> {
  const { regrouped: halves, leaving, staying, psnNo, grouping } = plan;
  const rows = [...grouping.groups.values()].flat();
  const whole = { ...grouping, groups: new Map([[psnNo, rows]]) };
  const before = await regrouped(job, whole);
  const subsidies = await subsidyChanges(job, before.people, halves.people);
  const duplicates = await duplicateChanges(job, before.people, halves.people);
  const settlements = await settlementsIfSplit(job.store, halves.people);
  const changed = settlements.filter(isChanged);
  const of = (no: string) => movedOf(halves.people.find((person) => person.psnNo === no));
  return {
    ...toldSubsidies(subsidies),
    duplicates: duplicates.map(({ kind, admdvs, year, ...amounts }) => {
      return { kind, admdvs, year, ...inYuan(amounts) };
    }),
    leaving: of(leaving.psnNo),
    staying: of(staying.psnNo),
    untold: halves.untold,
    nobodys: halves.nobodys.length,
    settlements: changed.map((one) => {
      return { half: one.psnNo === leaving.psnNo ? "leaving" : "staying", ...told(one) };
    }),
    sums: sumsOf(changed),
    total: { claims: changed.length, amounts: changesOf(changed) },
  };
}

function inYuan(amounts: Readonly<Record<keyof AmountChange, Yuan>>): AmountChange {
  const { before, after, difference } = amounts;
  return {
    before: yuanText(before),
    after: yuanText(after),
    difference: yuanText(difference),
  };
}

/** Subsidies in exact texts, and what they come to. */
export function toldSubsidies(
  subsidies: readonly SubsidyChange[],
): Pick<SplitConsequences, "subsidies" | "subsidyDifference"> {
  return {
    subsidies: subsidies.map(({ perPerson, difference, ...one }) => {
      return { ...one, perPerson: yuanText(perPerson), difference: yuanText(difference) };
    }),
    subsidyDifference: yuanText(sum(subsidies.map((one) => one.difference))),
  };
}

function movedOf(person: MadePerson | undefined): Moved {
  const { rows = [], enrolments = [], benefits = [], accounts = [], claims = [] } = person ?? {};
  const isOpen = (one: HeldClaim): boolean => one.settled === undefined;
  return {
    records: rows.length,
    enrolments: enrolments.length,
    benefits: {
      count: benefits.length,
      hifpPay: yuanText(sum(benefits.map((one) => one.hifpPay))),
      hifmiPay: yuanText(sum(benefits.map((one) => one.hifmiPay))),
    },
    accounts: {
      count: accounts.length,
      balance: yuanText(sum(accounts.map((one) => one.balance))),
    },
    settledClaims: claims.filter((one) => !isOpen(one)).length,
    openClaims: claims.filter(isOpen).length,
  };
}

/** Whether anything of a settlement would be different. */
export function isChanged({ before, after }: SettlementIfSplit): boolean {
  return after === undefined || !isSame(before, after);
}

/** A settlement that would be different, in exact texts. */
export function told(one: SettlementIfSplit): Omit<SettlementChange, "half"> {
  const { medinsSetlId, fixmedinsCode, settledBy } = one.claim;
  return {
    medinsSetlId,
    fixmedinsCode,
    month: one.settled.month,
    isClosed: isClosed(one),
    settledBy,
    amounts: changesOf([one]),
    waits: one.problems.map((problem) => problem.code),
  };
}

/** Whether its month cannot change any more. */
export function isClosed({ settled: { monthState } }: SettlementIfSplit): boolean {
  return monthState === "closed" || monthState === "closing";
}

/** What changed settlements come to, by the state of their month and who settled. */
export function sumsOf(changed: readonly SettlementIfSplit[]): readonly SettlementSums[] {
  const groups = new Map<string, SettlementIfSplit[]>();
  for (const one of changed) {
    const key = `${isClosed(one) ? 0 : 1} ${one.claim.settledBy}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, ones]) => ({
      isClosed: key.startsWith("0"),
      settledBy: key.endsWith("window") ? "window" : "centre",
      claims: ones.length,
      amounts: changesOf(ones),
    }));
}

/** Before, after and difference of every amount, summed. A claim that waits pays nothing. */
export function changesOf(ones: readonly SettlementIfSplit[]): SettlementChange["amounts"] {
  const entries = amountFields.map((field): readonly [AmountField, AmountChange] => {
    const before = total(ones.map((one) => one.before[field]));
    const after = total(ones.map((one) => one.after?.[field] ?? zero));
    return [field, inYuan({ before, after, difference: subtract(after, before) })];
  });
  return Object.fromEntries(entries) as Record<AmountField, AmountChange>;
}

function total(amounts: readonly Yuan[]): Yuan {
  return amounts.reduce(add, zero);
}
