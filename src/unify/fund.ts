import assert from "node:assert";
import { insutype } from "../domain/codes.js";
import type { HouseholdStatement } from "../domain/intake.js";
import { add, type ReadAmount, sum, type Yuan, zero } from "../domain/money.js";
import type { Origin } from "../domain/records.js";
import { HEADS } from "../domain/relation.js";

/** One balance of an old scheme's books: county, scheme, account (科目). */
export interface FundBalance extends Origin {
  readonly admdvs: string;
  readonly insutype: string;
  readonly account: string;
  readonly balance: ReadAmount;
}

/** An opening balance of the unified fund. */
export interface FundOpening {
  readonly admdvs: string;
  readonly insutype: string;
  readonly account: string;
  readonly balance: Yuan;
}

/**
 * Unification 6: the balances of both schemes become one opening balance per county and account
 * (receivables with receivables, payables with payables: nothing is netted). The total is
 * conserved.
 */
export function openingBalances(balances: readonly FundBalance[]): readonly FundOpening[] {
  const byPlace = new Map<string, FundOpening>();
  for (const { admdvs, account, balance } of balances) {
    const key = `${admdvs}|${account}`;
    const before = byPlace.get(key)?.balance ?? zero;
    const total = add(before, balance.amount);
    byPlace.set(key, { admdvs, insutype: insutype.resident, account, balance: total });
  }
  const openings = [...byPlace.values()];
  const [before, after] = [balances.map((one) => one.balance.amount), openings.map(balanceOf)];
  assert(sum(before) === sum(after), "opening balances hold exactly what the old books held");
  return openings;
}

/** The family account of a household, or why it could not be opened. */
export type HouseholdAccount<Row extends HouseholdStatement> =
  | { readonly kind: "carried"; readonly holder: Row; readonly balance: ReadAmount }
  | { readonly kind: "noHolder"; readonly first: Row; readonly balance: ReadAmount }
  | {
      readonly kind: "differs";
      readonly first: Row;
      readonly other: Row;
      readonly balance: ReadAmount;
    };

/**
 * The balance of a family account stands on every member's row but exists once. It goes to the head
 * of the household, else to the first member that was loaded. Without any loaded member, or when
 * the rows state different balances, it waits for a person; the money is counted as set aside.
 */
export function householdAccount<Row extends HouseholdStatement>(
  rows: readonly Row[],
): HouseholdAccount<Row> {
  const [first] = rows;
  assert(first !== undefined, "a household has at least one row");
  const other = rows.find((row) => !sameAmount(row.familyBalc, first.familyBalc));
  if (other !== undefined) return { kind: "differs", first, other, balance: first.familyBalc };
  const loaded = rows.filter((row) => row.psnNo !== "");
  const holder =
    HEADS.flatMap((relation) => loaded.filter((row) => row.headRelation === relation))[0] ??
    loaded[0];
  if (holder === undefined) return { kind: "noHolder", first, balance: first.familyBalc };
  return { kind: "carried", holder, balance: first.familyBalc };
}

function sameAmount(left: ReadAmount, right: ReadAmount): boolean {
  return left.amount === right.amount && left.residual === right.residual;
}

function balanceOf(opening: FundOpening): Yuan {
  return opening.balance;
}
