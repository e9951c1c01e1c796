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

const amountKeys = [
  "fundAppySum",
  "quota",
  "deducted",
  "deferred",
  "holdback",
  "recovered",
  "payable",
] as const;

const headers = [
  "applied",
  "quota",
  "deducted",
  "deferred",
  "holdback",
  "recovered",
  "payable",
] as const;
