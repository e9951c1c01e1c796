import type { CorrectReport } from "../../jobs/settle/correct.js";
import type { CorrectionReason } from "../../jobs/settle/correction-reason.js";
import { correctionScreen, correctionWords } from "../../text/corrections.js";
import { type Lang, tell } from "../../text/tell.js";
import { grouped } from "../render.js";
import { fileLines, say } from "./words.js";

/** What a correction came to: how many claims, why, and what the funds pay more or less. */
export function correctLines(report: CorrectReport, lang: Lang): readonly string[] {
  const { month, claims, people, unready, difference } = report;
  const files = report.outputs.length > 0 ? [say("outputs", lang)] : [];
  const ends = [...files, ...fileLines(report.outputs, lang)];
  if (claims === 0 && unready === 0) {
    return [tell(correctionScreen.nothing, lang, { month }), ...ends];
  }
  const reasons = Object.entries(report.reasons).map(([reason, count]) => {
    return `  ${tell(correctionWords[reason as CorrectionReason], lang)} ${grouped(count)}`;
  });
  const amounts = {
    hifp: grouped(difference.hifpPay),
    hifmi: grouped(difference.hifmiPay),
    maf: grouped(difference.mafPay),
    oth: grouped(difference.othPay),
    fund: grouped(difference.fundPaySumamt),
    person: grouped(difference.psnPartAmt),
  };
  return [
    tell(correctionScreen.corrected, lang, { month, claims, people }),
    ...reasons,
    tell(correctionScreen.difference, lang, amounts),
    ...(unready > 0 ? [tell(correctionScreen.unready, lang, { count: unready })] : []),
    ...ends,
  ];
}
