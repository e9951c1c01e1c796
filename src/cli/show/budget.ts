import type { BudgetReport } from "../../jobs/budget/budget-month.js";
import type { Lang } from "../../text/tell.js";
import { fileLines, say, table } from "./words.js";

/** Each hospital's month, and where the statement lies. */
export function budgetLines(report: BudgetReport, lang: Lang): readonly string[] {
  const { month, version } = report;
  return [
    say("budget", lang, { month, version }),
    ...(report.isUnchanged ? [say("unchanged", lang)] : []),
    ...hospitalLines(report, lang),
    ...(report.outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(report.outputs, lang),
  ];
}

export function hospitalLines({ hospitals, payable }: BudgetReport, lang: Lang): readonly string[] {
  const rows = hospitals.map((one) => [
    one.hasAgreement
      ? one.fixmedinsName
      : say("noAgreement", lang, { name: one.fixmedinsName || one.fixmedinsCode }),
    String(one.setlCnt),
    one.fundAppySum,
    one.quota,
    one.deducted,
    one.deferred,
    one.holdback,
    one.payable,
  ]);
  const total = [say("total", lang), "", "", "", "", "", "", payable];
  const headers = [
    "hospital",
    "cases",
    "applied",
    "quota",
    "deducted",
    "deferred",
    "holdback",
    "payable",
  ] as const;
  return table(headers, 1, [...rows, total], lang);
}
