import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HouseholdStatement } from "../../src/domain/intake.js";
import { fromFen, sum, yuan, yuanText } from "../../src/domain/money.js";
import { type FundBalance, householdAccount, openingBalances } from "../../src/unify/fund.js";
import { subsidiesDue } from "../../src/unify/funding.js";
import { holds } from "../seeded.js";

function balance(admdvs: string, insutype: string, account: string, fen: number): FundBalance {
  const amount = fromFen(fen);
  return { fileId: 1, line: 2, admdvs, insutype, account, balance: { amount, residual: "0" } };
}

describe("openingBalances", () => {
  test("both schemes add up by county and account; nothing is netted", () => {
    const openings = openingBalances([
      balance("159921", "380", "累计结余", 100_00),
      balance("159921", "391", "累计结余", 50_00),
      balance("159921", "380", "应付款", -30_00),
      balance("159922", "391", "累计结余", 7_00),
    ]);
    expect(openings.map((one) => [one.admdvs, one.account, yuanText(one.balance)])).toEqual([
      ["159921", "累计结余", "150.00"],
      ["159921", "应付款", "-30.00"],
      ["159922", "累计结余", "7.00"],
    ]);
    expect(new Set(openings.map((one) => one.insutype))).toEqual(new Set(["390"]));
  });

  test("hold exactly what the old books held", () => {
    const anyBalance = fc
      .tuple(
        fc.constantFrom("159921", "159922", "159923"),
        fc.constantFrom("380", "391"),
        fc.constantFrom("累计结余", "应付款", "应收款"),
        fc.integer({ min: -1e11, max: 1e11 }),
      )
      .map(([admdvs, insutype, account, fen]) => balance(admdvs, insutype, account, fen));
    holds(
      fc.property(fc.array(anyBalance), (balances) => {
        const openings = openingBalances(balances);
        const before = sum(balances.map((one) => one.balance.amount));
        expect(sum(openings.map((one) => one.balance))).toBe(before);
        const keys = openings.map((one) => `${one.admdvs} ${one.account}`);
        expect(keys).toEqual([...new Set(keys)]);
      }),
    );
  });
});

/** A member's row of one household: loaded as a person, or set aside when `psnNo` is empty. */
function member(
  rowNo: number,
  headRelation: string,
  psnNo: string,
  balc = "458.44",
  residual = "0",
): HouseholdStatement {
  return {
    fileId: 1,
    line: rowNo + 2,
    rowNo,
    source: "ncms",
    householdNo: "1",
    headRelation,
    psnNo,
    partNo: 7,
    insuplcAdmdvs: "159921",
    familyBalc: { amount: yuan(balc), residual },
  };
}

/** Who holds the account, or why it waits. */
function outcome(...rows: readonly HouseholdStatement[]): string {
  const account = householdAccount(rows);
  return account.kind === "carried" ? `row ${account.holder.rowNo}` : account.kind;
}

describe("householdAccount", () => {
  test.each<[string, readonly HouseholdStatement[], string]>([
    ["the head", [member(0, "10", "p0"), member(1, "02", "p1")], "row 1"],
    ["who is called 01 in this register", [member(0, "10", "p0"), member(1, "01", "p1")], "row 1"],
    ["02 before 01", [member(0, "01", "p0"), member(1, "02", "p1")], "row 1"],
    ["no head: the first", [member(0, "20", "p0"), member(1, "30", "p1")], "row 0"],
    ["the head was set aside", [member(0, "02", ""), member(1, "20", "p1")], "row 1"],
    ["nobody was loaded", [member(0, "02", ""), member(1, "20", "")], "noHolder"],
    ["rows differ", [member(0, "02", "p0"), member(1, "20", "p1", "458.45")], "differs"],
    ["in the residual", [member(0, "02", "p"), member(1, "20", "q", "458.44", "0.001")], "differs"],
    ["with a row set aside", [member(0, "02", "p0"), member(1, "20", "", "0.00")], "differs"],
  ])("%s", (_, rows, expected) => {
    expect(outcome(...rows)).toBe(expected);
  });

  test("the balance counts once, whatever becomes of it", () => {
    const rows = [
      member(0, "02", "p0", "458.44", "0.0012"),
      member(1, "20", "", "458.44", "0.0012"),
    ];
    expect(householdAccount(rows).balance).toEqual({ amount: yuan("458.44"), residual: "0.0012" });
  });

  test("rows that differ are both named", () => {
    const rows = [member(0, "02", "p0"), member(1, "20", "p1"), member(2, "30", "p2", "1.00")];
    expect(householdAccount(rows)).toMatchObject({ first: { rowNo: 0 }, other: { rowNo: 2 } });
  });

  test("a household without a row is our own mistake", () => {
    expect(() => householdAccount([])).toThrow("at least one row");
  });
});

describe("subsidiesDue", () => {
  test("one subsidy for everybody of a class", () => {
    const due = subsidiesDue({ "14": 3, "15": 10, "16": 0 }, (psnType) =>
      yuan(psnType === "14" ? "400.00" : "450.00"),
    );
    expect(due.map((one) => [one.psnType, one.people, yuanText(one.subsidy)])).toEqual([
      ["14", 3, "1200.00"],
      ["15", 10, "4500.00"],
      ["16", 0, "0.00"],
    ]);
  });

  test.each([-1, 1.5])("%d people is our own mistake", (people) => {
    expect(() => subsidiesDue({ "15": people }, () => yuan("450.00"))).toThrow("counted");
  });
});
