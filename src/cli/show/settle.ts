import type { SettleReport } from "../../jobs/settle/settle-month.js";
import type { Lang } from "../../text/tell.js";
import { grouped } from "../render.js";
import { countsOf, fileLines, notAcceptedText, say, table } from "./words.js";

/** What a month's settlement came to. */
export function settleLines(report: SettleReport, lang: Lang): readonly string[] {
  const { month, waitingClaims: count } = report;
  const codes = notAcceptedText(report.notAccepted);
  return [
    say("settled", lang, { month }),
    ...(report.isUnchanged ? [say("unchanged", lang)] : []),
    ...payerLines(report, lang),
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
    one.medfeeSumamt,
    one.hifpPay,
    one.hifmiPay,
    one.mafPay,
    one.othPay,
    one.fundPaySumamt,
    one.psnPartAmt,
  ]);
  const headers = ["by", "claims", "fee", "hifp", "hifmi", "maf", "oth", "fund", "person"] as const;
  return table(headers, 1, rows, lang);
}
