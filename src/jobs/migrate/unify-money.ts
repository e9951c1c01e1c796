import type { HouseholdStatement } from "../../domain/intake.js";
import { outcome } from "../../domain/intake.js";
import { exactText, fromFen, nothingRead, type ReadAmount } from "../../domain/money.js";
import { type Day, dayBefore, yearOf } from "../../domain/period.js";
import { problem } from "../../domain/problem.js";
import { closeMoney, countMoney, type MoneyTally, noMoney } from "../../migrate/tally.js";
import type { PaidRow } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";
import { type FundBalance, householdAccount, openingBalances } from "../../unify/fund.js";
import type { FileNames } from "./match-people.js";

const PAGE = 2_000;

/** Money by county and old scheme, `159921 ncms`. */
export type MoneyByPlace = ReadonlyMap<string, MoneyTally>;

/** What the old schemes' money came to. */
export interface MoneyReport {
  readonly familyAccounts: MoneyByPlace;
  readonly benefitHistory: MoneyByPlace;
  readonly fundBalances: MoneyByPlace;
}

/** The balances of the old schemes' books: those that can be opened, and those set aside before. */
export interface FundBalances {
  readonly balances: readonly FundBalance[];
  readonly lost: readonly FundBalance[];
}

/** Unifications 3 and 6: what was paid last year, family accounts, and the funds' balances. */
export async function unifyMoney(
  store: Store,
  balances: FundBalances,
  switchDay: Day,
  files: FileNames,
): Promise<MoneyReport> {
  return {
    familyAccounts: await carryFamilyAccounts(store, files),
    benefitHistory: await carryHistory(store, yearOf(dayBefore(switchDay))),
    fundBalances: await openFunds(store, balances, switchDay, files),
  };
}

async function carryFamilyAccounts(store: Store, files: FileNames): Promise<MoneyByPlace> {
  const tallies = new Map<string, MoneyTally>();
  for (let after = { source: "", householdNo: "" }; ; ) {
    const households = await store.people.balances(after, PAGE);
    const accounts: FamilyAccount[] = [];
    for (const rows of households) {
      const account = householdAccount(rows);
      if (account.kind === "carried") {
        accounts.push(account);
        continue;
      }
      count(tallies, placeOf(account.first), account.balance, "setAside");
      if (account.kind === "differs") {
        await noteDifference(store, account.other, shown(account.first, files), files);
      }
    }
    await openAccounts(store, accounts, tallies, files);
    const last = households.at(-1)?.[0];
    if (last === undefined) return closed("family accounts", tallies);
    after = last;
  }
}

interface FamilyAccount {
  readonly holder: HouseholdStatement;
  readonly balance: ReadAmount;
}

/**
 * Opens the accounts. One that an earlier delivery opened is stated again by this one; if it states
 * another balance, that waits for a person.
 */
async function openAccounts(
  store: Store,
  accounts: readonly FamilyAccount[],
  tallies: Map<string, MoneyTally>,
  files: FileNames,
): Promise<void> {
  const opened = await store.people.addFamilyAccounts(accounts);
  for (const { holder, balance } of accounts) {
    const before = opened.get(holder.rowNo);
    const isChanged = before !== undefined && exactText(before) !== exactText(balance);
    if (isChanged) await noteDifference(store, holder, exactText(before), files);
    const end = before === undefined ? "carried" : isChanged ? "setAside" : "repeated";
    if (!isNothing(balance)) count(tallies, placeOf(holder), balance, end);
  }
}

async function noteDifference(
  store: Store,
  row: HouseholdStatement,
  other: string,
  files: FileNames,
): Promise<void> {
  const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "family_balc" };
  const values = { household: row.householdNo, found: shown(row, files), other };
  const wrong = problem("household-balance-differs", place, values);
  await store.intake.settleRows([], [{ ...row, problem: wrong }]);
}

function shown(row: HouseholdStatement, files: FileNames): string {
  return `${files.get(row.fileId) ?? ""}:${row.line} = ${exactText(row.familyBalc)}`;
}

function placeOf(row: HouseholdStatement): string {
  return `${row.insuplcAdmdvs} ${row.source}`;
}

/**
 * A row that was merged and repeats the old number of another row states the same benefits again.
 */
async function carryHistory(store: Store, year: number): Promise<MoneyByPlace> {
  const tallies = new Map<string, MoneyTally>();
  for (let after = -1; ; ) {
    const rows = await store.people.paid(after, PAGE);
    for (const row of rows) {
      const amount = fromFen(row.hifpPay + row.hifmiPay);
      count(
        tallies,
        `${row.insuplcAdmdvs} ${row.source}`,
        { amount, residual: row.residual },
        endOf(row),
      );
    }
    const carried = rows.filter((row) => endOf(row) === "carried");
    await store.people.addHistory(carried, year);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return closed("benefit history", tallies);
    after = last;
  }
}

function endOf(row: PaidRow): "carried" | "repeated" | "setAside" {
  if (row.psnNo === "") return "setAside";
  return row.isRepeated ? "repeated" : "carried";
}

/** A balance that is in the books already is stated again; another figure for it waits. */
async function openFunds(
  store: Store,
  { balances, lost }: FundBalances,
  switchDay: Day,
  files: FileNames,
): Promise<MoneyByPlace> {
  const tallies = new Map<string, MoneyTally>();
  const known = new Map(await store.registers.balances());
  const opened: FundBalance[] = [];
  for (const { admdvs, insutype, balance } of lost) {
    count(tallies, `${admdvs} ${insutype}`, balance, "setAside");
  }
  for (const balance of balances) {
    const { admdvs, insutype, account } = balance;
    const what = `${admdvs} ${insutype} ${account}`;
    const before = known.get(what);
    const isChanged = before !== undefined && exactText(before) !== exactText(balance.balance);
    if (isChanged) await noteOtherBalance(store, balance, { what, before }, files);
    const end = before === undefined ? "carried" : isChanged ? "setAside" : "repeated";
    count(tallies, `${admdvs} ${insutype}`, balance.balance, end);
    if (before === undefined) opened.push(balance);
    known.set(what, before ?? balance.balance);
    if (end === "repeated") {
      await store.intake.settleRows([{ ...balance, outcome: outcome.merged }], []);
    }
  }
  await store.registers.addBalances(opened, openingBalances(opened), switchDay);
  return closed("fund balances", tallies);
}

async function noteOtherBalance(
  store: Store,
  row: FundBalance,
  { what, before }: { readonly what: string; readonly before: ReadAmount },
  files: FileNames,
): Promise<void> {
  const place = { file: files.get(row.fileId) ?? "", line: row.line };
  const values = { what, expected: exactText(before), found: exactText(row.balance) };
  const wrong = problem("differs-from-loaded", place, values);
  const end = { ...row, outcome: outcome.setAside };
  await store.intake.settleRows([end], [{ ...row, problem: wrong }]);
}

function count(
  tallies: Map<string, MoneyTally>,
  place: string,
  amount: ReadAmount,
  end: "carried" | "repeated" | "setAside",
): void {
  tallies.set(place, countMoney(tallies.get(place) ?? noMoney, amount, end));
}

function closed(label: string, tallies: Map<string, MoneyTally>): MoneyByPlace {
  for (const [place, tally] of tallies) closeMoney(`${label} ${place}`, tally);
  return new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isNothing(read: ReadAmount): boolean {
  return read.amount === nothingRead.amount && read.residual === nothingRead.residual;
}
