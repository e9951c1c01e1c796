import type { CloseReport } from "../../jobs/month/close-month.js";
import type { Lang } from "../../text/tell.js";
import { say } from "./words.js";

/** What closing came to: closed, or frozen until another person approves. */
export function closeLines(report: CloseReport, lang: Lang): readonly string[] {
  const { month, approval, carriedOver: count, preparedBy: prepared } = report;
  if (report.state === "closing") return [say("closing", lang, { month, approval })];
  const approved = report.approvedBy || say("secondPersonOff", lang);
  return [say("closed", lang, { month, prepared, approved, count })];
}
