import type { BudgetReport, HospitalLine } from "../../jobs/budget/budget-month.js";
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

/** The hospitals with their sums; below them those without terms, which are paid nothing. */
export function hospitalLines({ hospitals }: BudgetReport, lang: Lang): readonly string[] {
  const cellsOf = (name: string, one: HospitalLine): readonly string[] => [
    name,
    String(one.setlCnt),
    ...amountKeys.map((key) => one[key]),
  ];
  const covered = hospitals.filter((one) => one.hasAgreement);
  const cases = covered.reduce((count, one) => count + one.setlCnt, 0);
  const sums = amountKeys.map((key) => sumText(covered.map((one) => one[key])));
  const others = hospitals.filter((one) => !one.hasAgreement);
  const rows = [
    ...covered.map((one) => cellsOf(one.fixmedinsName, one)),
    [say("total", lang), String(cases), ...sums],
    ...others.map((one) => {
      const name = one.fixmedinsName || one.fixmedinsCode;
      return cellsOf(say("noAgreement", lang, { name }), one);
    }),
  ];
  return table(["hospital", "cases", ...headers], 1, rows, lang);
}

/** The amounts of the table with their headers, in the order of the equation below it. */
const columns = [
  ["fundAppySum", "applied"],
  ["outsideQuota", "outside"],
  ["quota", "quota"],
  ["deducted", "deducted"],
  ["deferred", "deferred"],
  ["holdback", "holdback"],
  ["recovered", "recovered"],
  ["payable", "payable"],
] as const;

const amountKeys = columns.map(([key]) => key);
const headers = columns.map(([, header]) => header);
