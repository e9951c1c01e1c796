import type { BudgetReport } from "../../jobs/budget/budget-month.js";
import type { Lang } from "../../text/tell.js";
import { fileLines, say, sumText, table } from "./words.js";

/** Each hospital's month, and where the statement lies. */
export function budgetLines(report: BudgetReport, lang: Lang): readonly string[] {
  const { month, version } = report;
  return [
    say("budget", lang, { month, version }),
    ...(report.isUnchanged ? [say("unchanged", lang)] : []),
    ...hospitalLines(report, lang),
    say("budgetEquation", lang),
    ...(report.outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(report.outputs, lang),
  ];
}

export function hospitalLines({ hospitals }: BudgetReport, lang: Lang): readonly string[] {
  const rows = hospitals.map((one) => [
    one.hasAgreement
      ? one.fixmedinsName
      : say("noAgreement", lang, { name: one.fixmedinsName || one.fixmedinsCode }),
    String(one.setlCnt),
    ...amountKeys.map((key) => one[key]),
  ]);
  const cases = hospitals.reduce((count, one) => count + one.setlCnt, 0);
  const sums = amountKeys.map((key) => sumText(hospitals.map((one) => one[key])));
  const total = [say("total", lang), String(cases), ...sums];
  return table(["hospital", "cases", ...headers], 1, [...rows, total], lang);
}

/** The amounts of the table with their headers, in the order of the equation below it. */
const columns = [
  ["fundAppySum", "applied"],
  ["quota", "quota"],
  ["deducted", "deducted"],
  ["deferred", "deferred"],
  ["holdback", "holdback"],
  ["recovered", "recovered"],
  ["payable", "payable"],
] as const;

const amountKeys = columns.map(([key]) => key);
const headers = columns.map(([, header]) => header);
