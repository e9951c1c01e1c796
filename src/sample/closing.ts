import { add, fromFen, most, ratio, shareOf, type Yuan, yuanText, zero } from "../domain/money.js";
import type { Books } from "./books.js";
import { hospitals } from "./hospitals.js";
import { plainRow, type SampleRow } from "./rows.js";

const SMALLEST_QUOTA = fromFen(120_000);
const WHOLE_HUNDRED = 10_000;

// January's claim is this many twelfths of a hospital's quota: some are within it, some over.
const QUOTA_SHARES = ["1.30", "0.85", "1.10", "1.05", "0.70", "1.50"] as const;

const REASONS = [
  { reason: "冒名住院", share: "0.030", memo: "人证不符" },
  { reason: "挂床住院", share: "0.020", memo: "查房时不在床" },
  { reason: "过度诊疗", share: "0.010", memo: "超指征检查" },
] as const;

/** The audit deductions of the month: of every third hospital that claims anything. */
export function deductionRows(books: Books, year: number): readonly SampleRow[] {
  const claiming = hospitals.filter((one) => claimOf(books, one.fixmedinsCode) > zero);
  return claiming
    .filter((_, index) => index % 3 === 0)
    .flatMap(({ fixmedinsCode }, index) => {
      const { reason, share, memo } = REASONS[index % REASONS.length] ?? REASONS[0];
      const deducted = shareOf(claimOf(books, fixmedinsCode), ratio(share));
      const cells = [fixmedinsCode, `${year}-01`, reason, yuanText(deducted), memo];
      const money = [["ded_amt", { amount: deducted, residual: "0" }]] as const;
      return [plainRow("deductions", cells, ",", money)];
    });
}

/** The hospitals' agreements, each quota in proportion to what the hospital claims in January. */
export function agreementsText(books: Books, year: number): string {
  const agreements = hospitals.map(({ fixmedinsCode, name }, index) => {
    const quota = yearlyQuota(claimOf(books, fixmedinsCode), index);
    return [
      `  - fixmedinsCode: ${fixmedinsCode}`,
      `    fixmedinsName: ${name}`,
      "    versions:",
      `      - from: ${year}-01-01`,
      `        to: ${year}-12-31`,
      "        status: assumed",
      "        cite: 人造样例协议,数值为生成时推算",
      "        method: total-control",
      `        yearlyQuota: "${yuanText(quota)}"`,
      '        holdbackRatio: "0.10"',
      "        overQuota: defer",
      "",
    ].join("\n");
  });
  const title = `样例市 ${year} 年定点医疗机构协议(人造数据)`;
  return `title: ${title}\nagreements:\n${agreements.join("")}`;
}

function yearlyQuota(claimed: Yuan, index: number): Yuan {
  const monthly = shareOf(claimed, ratio(QUOTA_SHARES[index % QUOTA_SHARES.length] ?? "1"));
  const yearly = Array.from({ length: 12 }, () => monthly).reduce(add);
  const rounded = fromFen(Math.ceil(yearly / WHOLE_HUNDRED) * WHOLE_HUNDRED);
  return most(rounded, SMALLEST_QUOTA);
}

function claimOf(books: Books, fixmedinsCode: string): Yuan {
  return books.hospitals.get(fixmedinsCode) ?? zero;
}
