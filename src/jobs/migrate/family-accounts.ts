import type { HouseholdStatement } from "../../domain/intake.js";
import { addRead, exactText, nothingRead, type ReadAmount } from "../../domain/money.js";
import { problem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import type { Store } from "../../store/store.js";
import { householdAccount } from "../../unify/fund.js";
import type { FileNames } from "./file-names.js";
import { type MoneyByPlace, MoneyCount } from "./money-by-place.js";

const PAGE = 2_000;

/** What the households' money came to. */
export interface FamilyAccounts {
  readonly familyAccounts: MoneyByPlace;
  /** By file number: a household counts once, in the file of its first row. */
  readonly sums: ReadonlyMap<number, ReadAmount>;
}

/**
 * Carries the balances of family accounts, each household's once. `copies` are files that repeat
 * another of this delivery: each states the same money once more.
 */
export async function carryFamilyAccounts(
  store: Store,
  files: FileNames,
  copies: ReadonlyMap<number, number>,
): Promise<FamilyAccounts> {
  const carrying = new Carrying(store, files, copies);
  for (let after = { source: "", householdNo: "" }; ; ) {
    const households = await store.people.balances(after, PAGE);
    await carrying.takeHouseholds(households);
    const last = households.at(-1)?.[0];
    if (last === undefined) break;
    after = last;
  }
  for (let after = -1; ; ) {
    const rows = await store.people.withoutHousehold(after, PAGE);
    await carrying.setAsideStrays(rows);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) break;
    after = last;
  }
  for (const [copy, original] of copies) {
    carrying.sums.set(copy, carrying.sums.get(original) ?? nothingRead);
  }
  return { familyAccounts: carrying.count.closed("family accounts"), sums: carrying.sums };
}

interface FamilyAccount {
  readonly holder: HouseholdStatement;
  readonly balance: ReadAmount;
}

/** The accounts of one delivery on their way into the books. */
class Carrying implements Pick<FamilyAccounts, "sums"> {
  readonly count = new MoneyCount();
  readonly sums = new Map<number, ReadAmount>();

  constructor(
    private readonly store: Store,
    private readonly files: FileNames,
    private readonly copies: ReadonlyMap<number, number>,
  ) {}

  async takeHouseholds(households: readonly (readonly HouseholdStatement[])[]): Promise<void> {
    const accounts: FamilyAccount[] = [];
    for (const household of households) {
      const stated = this.withoutCopies(household);
      const rows = stated.filter((row) => row.isRepeated !== true);
      const [first, again] = [rows[0], stated[0]];
      if (first === undefined) {
        this.countRepeated(again);
        continue;
      }
      const account = householdAccount(rows);
      this.addUp(again, account.balance);
      if (account.kind === "carried") {
        accounts.push(account);
        continue;
      }
      // Where other rows of the household are loaded, its account was carried with them.
      const isKnown = account.kind === "noHolder" && rows.length < stated.length;
      this.count.add(placeOf(account.first), account.balance, isKnown ? "repeated" : "setAside");
      if (account.kind === "differs") {
        await this.noteDifference(account.other, this.shown(account.first));
      }
    }
    await this.openAccounts(accounts);
  }

  /** The rows of a household without those of copies, which are counted: each copy once. */
  private withoutCopies(rows: readonly HouseholdStatement[]): readonly HouseholdStatement[] {
    const counted = new Set<number>();
    return rows.filter((row) => {
      if (!this.copies.has(row.fileId)) return true;
      if (!counted.has(row.fileId)) this.countRepeated(row);
      counted.add(row.fileId);
      return false;
    });
  }

  private countRepeated(row: HouseholdStatement | undefined): void {
    if (row === undefined || isNothing(row.familyBalc)) return;
    this.addUp(row, row.familyBalc);
    this.count.add(placeOf(row), row.familyBalc, "repeated");
  }

  /**
   * Whose the money on a row without a household number is, nobody can tell: each row's balance is
   * set aside, though two rows may state the same money.
   */
  async setAsideStrays(rows: readonly HouseholdStatement[]): Promise<void> {
    for (const row of rows) if (row.isRepeated === true) this.countRepeated(row);
    const fresh = rows.filter((row) => row.isRepeated !== true);
    const problems = fresh.map((row) => {
      this.addUp(row, row.familyBalc);
      this.count.add(placeOf(row), row.familyBalc, "setAside");
      const place = { file: this.fileOf(row), line: row.line, field: "household_no" };
      const values = { found: exactText(row.familyBalc) };
      return { ...row, problem: problem("household-missing", place, values) };
    });
    await this.store.intake.settleRows([], problems);
  }

  /**
   * Opens the accounts. One that an earlier delivery opened is stated again by this one; if it
   * states another balance, that waits for a person.
   */
  private async openAccounts(accounts: readonly FamilyAccount[]): Promise<void> {
    const opened = await this.store.people.addFamilyAccounts(accounts);
    for (const { holder, balance } of accounts) {
      const before = opened.get(holder.rowNo);
      const isChanged = before !== undefined && exactText(before) !== exactText(balance);
      if (isChanged) await this.noteDifference(holder, exactText(before));
      const end = before === undefined ? "carried" : isChanged ? "setAside" : "repeated";
      if (!isNothing(balance)) this.count.add(placeOf(holder), balance, end);
    }
  }

  private async noteDifference(row: HouseholdStatement, other: string): Promise<void> {
    const place = { file: this.fileOf(row), line: row.line, field: "family_balc" };
    const values = { household: row.householdNo, found: this.shown(row), other };
    const wrong = problem("household-balance-differs", place, values);
    await this.store.intake.settleRows([], [{ ...row, problem: wrong }]);
  }

  private addUp(row: HouseholdStatement | undefined, balance: ReadAmount): void {
    if (row === undefined || isNothing(balance)) return;
    this.sums.set(row.fileId, addRead(this.sums.get(row.fileId) ?? nothingRead, balance));
  }

  private shown(row: HouseholdStatement): string {
    return `${this.fileOf(row)}:${rowText(row.line)} = ${exactText(row.familyBalc)}`;
  }

  private fileOf(row: HouseholdStatement): string {
    return this.files.get(row.fileId) ?? "";
  }
}

function placeOf(row: HouseholdStatement): string {
  return `${row.insuplcAdmdvs} ${row.source}`;
}

function isNothing(read: ReadAmount): boolean {
  return read.amount === nothingRead.amount && read.residual === nothingRead.residual;
}
