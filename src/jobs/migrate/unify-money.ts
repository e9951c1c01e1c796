import { outcome } from "../../domain/intake.js";
import { exactText, type ReadAmount } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import { problem } from "../../domain/problem.js";
import type { Store } from "../../store/store.js";
import { type FundBalance, openingBalances } from "../../unify/fund.js";
import { carryFamilyAccounts, type FamilyAccounts } from "./family-accounts.js";
import type { FileNames } from "./file-names.js";
import { type MoneyByPlace, MoneyCount } from "./money-by-place.js";

/** What the old schemes' money came to. */
export interface MoneyReport {
  readonly familyAccounts: MoneyByPlace;
  /** What each file stated for households, by its number. */
  readonly householdSums: FamilyAccounts["sums"];
  readonly benefitHistory: MoneyByPlace;
  readonly fundBalances: MoneyByPlace;
}

/** The balances of the old schemes' books: those that can be opened, and those set aside before. */
export interface FundBalances {
  readonly balances: readonly FundBalance[];
  readonly lost: readonly FundBalance[];
}

/** What came again with the same content. */
export interface Repeated {
  readonly balances: readonly FundBalance[];
  /** Files of this delivery that repeat another of it: copy → original. */
  readonly copies: ReadonlyMap<number, number>;
}

interface Unifying {
  readonly store: Store;
  readonly switchDay: Day;
  readonly files: FileNames;
  /** What was paid last year; it is carried before people are unified, for it decides there. */
  readonly benefits: MoneyByPlace;
}

/** Unification 6, and the money of families: their accounts, and the balances of the funds. */
export async function unifyMoney(
  unifying: Unifying,
  balances: FundBalances,
  again: Repeated,
): Promise<MoneyReport> {
  const { store, files, benefits } = unifying;
  const { familyAccounts, sums } = await carryFamilyAccounts(store, files, again.copies);
  return {
    familyAccounts,
    householdSums: sums,
    benefitHistory: benefits,
    fundBalances: await openFunds(unifying, balances, again.balances),
  };
}

/** A balance that is in the books already is stated again; another figure for it waits. */
async function openFunds(
  { store, switchDay, files }: Unifying,
  { balances, lost }: FundBalances,
  repeated: readonly FundBalance[],
): Promise<MoneyByPlace> {
  const count = new MoneyCount();
  const known = new Map(await store.registers.balances());
  const opened: FundBalance[] = [];
  for (const { admdvs, insutype, balance } of lost) {
    count.add(`${admdvs} ${insutype}`, balance, "setAside");
  }
  for (const { admdvs, insutype, balance } of repeated) {
    count.add(`${admdvs} ${insutype}`, balance, "repeated");
  }
  for (const balance of balances) {
    const { admdvs, insutype, account } = balance;
    const what = `${admdvs} ${insutype} ${account}`;
    const before = known.get(what);
    const isChanged = before !== undefined && exactText(before) !== exactText(balance.balance);
    if (isChanged) await noteOtherBalance(store, balance, { what, before }, files);
    const end = before === undefined ? "carried" : isChanged ? "setAside" : "repeated";
    count.add(`${admdvs} ${insutype}`, balance.balance, end);
    if (before === undefined) opened.push(balance);
    known.set(what, before ?? balance.balance);
    if (end === "repeated") {
      await store.intake.settleRows([{ ...balance, outcome: outcome.merged }], []);
    }
  }
  await store.registers.addBalances(opened, openingBalances(opened), switchDay);
  return count.closed("fund balances");
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
