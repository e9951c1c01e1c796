import { fromFen, negate, type Yuan, yuanText } from "../domain/money.js";
import { counties } from "./places.js";
import type { Random } from "./random.js";
import { plainRow, type SampleRow } from "./rows.js";

/** 科目 of the old books, and the range of their balance per insured person, in fen. */
const ACCOUNTS = [
  { account: "基金累计结余", from: 42_000, upTo: 78_000, isOwed: false },
  { account: "应收财政补助", from: 3_000, upTo: 9_000, isOwed: false },
  { account: "应收个人缴费", from: 200, upTo: 900, isOwed: false },
  { account: "应付医疗机构", from: 8_000, upTo: 21_000, isOwed: true },
  { account: "风险储备金", from: 4_000, upTo: 8_000, isOwed: false },
] as const;

/** The shares of NCMS (380) and of the urban scheme (390 in the old code set) in the people. */
const SCHEMES = [
  { insutype: "380", percent: 85 },
  { insutype: "390", percent: 15 },
] as const;

/** The balances of both old schemes, per county and account; what is owed stands below zero. */
export function fundRows(people: number, random: Random): readonly SampleRow[] {
  return counties.flatMap((county) =>
    SCHEMES.flatMap(({ insutype, percent }) =>
      ACCOUNTS.map(({ account, from, upTo, isOwed }) => {
        const heads = Math.ceil((people * percent) / 300);
        const size = fromFen(heads * random.between(from, upTo) + random.below(100));
        const balance: Yuan = isOwed ? negate(size) : size;
        const cells = [county.admdvs, insutype, account, yuanText(balance)];
        return plainRow("fundBalances", cells, ",", [
          ["balance", { amount: balance, residual: "0" }],
        ]);
      }),
    ),
  );
}
