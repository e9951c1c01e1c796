import { paidFields } from "../../domain/amounts.js";
import type { SettleReport } from "../../jobs/settle/settle-month.js";
import type { Lang } from "../../text/tell.js";
import { grouped } from "../render.js";
import { countsOf, fileLines, notAcceptedText, say, sumText, table } from "./words.js";

/** What a month's settlement came to. */
export function settleLines(report: SettleReport, lang: Lang): readonly string[] {
  const { month, waitingClaims: count } = report;
  const codes = notAcceptedText(report.notAccepted);
  return [
    say("settled", lang, { month }),
    ...(report.isUnchanged ? [say("unchanged", lang)] : []),
    ...payerLines(report, lang),
    ...takenBackLines(report, lang),
    ...(report.outOfTurn > 0 ? [say("outOfTurn", lang, { month, count: report.outOfTurn })] : []),
    say("waiting", lang, { count, reasons: countsOf(report.waiting, ["setAside"], lang) }),
    ...(report.notAccepted.length > 0 ? [say("notAccepted", lang, { codes })] : []),
    say("suspects", lang, {
      count: report.suspects.claims,
      amount: grouped(report.suspects.paidMore),
    }),
    say("assumed", lang, { count: report.assumedValues }),
    ...(report.outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(report.outputs, lang),
  ];
}

/** Claims and funds by payer, for those who settled. */
export function payerLines({ totals }: SettleReport, lang: Lang): readonly string[] {
  const rows = totals.map((one) => [
    say(one.settledBy, lang),
    String(one.claims),
    ...amountKeys.map((key) => one[key]),
  ]);
  const claims = totals.reduce((count, one) => count + one.claims, 0);
  const sums = amountKeys.map((key) => sumText(totals.map((one) => one[key])));
  const headers = ["by", "claims", "fee", "hifp", "hifmi", "maf", "oth", "fund", "person"] as const;
  return table(headers, 1, [...rows, [say("total", lang), String(claims), ...sums]], lang);
}

/** What counts as a bill less, so that a month with more refunds than bills is understood. */
function takenBackLines({ totals }: SettleReport, lang: Lang): readonly string[] {
  const refunds = totals.reduce((count, one) => count + one.refunds, 0);
  const corrected = totals.reduce((count, one) => count + one.corrected, 0);
  return [
    ...(refunds > 0 ? [say("refunds", lang, { count: refunds })] : []),
    ...(corrected > 0 ? [say("correctedBills", lang, { count: corrected })] : []),
  ];
}

const amountKeys = ["medfeeSumamt", ...paidFields] as const;
