import type { HouseholdStatement } from "../../domain/intake.js";
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

/** Unifications 3 and 6: what was paid last year, family accounts, and the funds' balances. */
export async function unifyMoney(
  store: Store,
  balances: readonly FundBalance[],
  switchDay: Day,
  files: FileNames,
): Promise<MoneyReport> {
  return {
    familyAccounts: await carryFamilyAccounts(store, files),
    benefitHistory: await carryHistory(store, yearOf(dayBefore(switchDay))),
    fundBalances: await openFunds(store, balances, switchDay),
  };
}

async function carryFamilyAccounts(store: Store, files: FileNames): Promise<MoneyByPlace> {
  const tallies = new Map<string, MoneyTally>();
  for (let after = { source: "", householdNo: "" }; ; ) {
    const households = await store.people.balances(after, PAGE);
    const accounts: { holder: HouseholdStatement; balance: ReadAmount }[] = [];
    for (const rows of households) {
      const account = householdAccount(rows);
      const [first] = rows;
      const place = `${first?.insuplcAdmdvs} ${first?.source}`;
      const isCarried = account.kind === "carried";
      count(tallies, place, account.balance, isCarried ? "carried" : "setAside");
      if (isCarried && !isNothing(account.balance)) {
        accounts.push({ holder: account.holder, balance: account.balance });
      }
      if (account.kind === "differs") await noteDifference(store, account, files);
    }
    await store.people.addFamilyAccounts(accounts);
    const last = households.at(-1)?.[0];
    if (last === undefined) return closed("family accounts", tallies);
    after = last;
  }
}

async function noteDifference(
  store: Store,
  { first, other }: { readonly first: HouseholdStatement; readonly other: HouseholdStatement },
  files: FileNames,
): Promise<void> {
  const place = { file: files.get(other.fileId) ?? "", line: other.line, field: "family_balc" };
  const shown = (row: HouseholdStatement): string =>
    `${files.get(row.fileId) ?? ""}:${row.line} = ${exactText(row.familyBalc)}`;
  const values = { household: first.householdNo, found: shown(other), other: shown(first) };
  const wrong = problem("household-balance-differs", place, values);
  await store.intake.settleRows([], [{ ...other, problem: wrong }]);
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

async function openFunds(
  store: Store,
  balances: readonly FundBalance[],
  switchDay: Day,
): Promise<MoneyByPlace> {
  const tallies = new Map<string, MoneyTally>();
  await store.registers.addBalances(balances, openingBalances(balances), switchDay);
  for (const { admdvs, insutype, balance } of balances) {
    count(tallies, `${admdvs} ${insutype}`, balance, "carried");
  }
  return closed("fund balances", tallies);
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
