import type { RecountReport } from "../../jobs/settle/recount-month.js";
import { recountScreen } from "../../text/recount.js";
import { type Lang, tell } from "../../text/tell.js";
import { fileLines, say } from "./words.js";

/** How a month stood up to the second implementation. */
export function recountLines(report: RecountReport, lang: Lang): readonly string[] {
  const { month, recounted, agreeing, otherAmounts, otherParameters, unready, outputs } = report;
  const { refunds, cancelling } = report;
  const isWhole = agreeing === recounted;
  return [
    tell(recountScreen.head, lang, { month, recounted, agreeing }),
    ...(isWhole ? [] : [tell(recountScreen.differing, lang, { otherAmounts, otherParameters })]),
    ...(refunds > 0 ? [tell(recountScreen.refunds, lang, { refunds, cancelling })] : []),
    ...(unready > 0 ? [tell(recountScreen.unready, lang, { count: unready })] : []),
    ...(outputs.length > 0 ? [say("outputs", lang)] : []),
    ...fileLines(outputs, lang),
  ];
}
