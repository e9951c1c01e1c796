import type { CloseReport } from "../../jobs/month/close-month.js";
import type { MonthStatus } from "../../jobs/month/month-status.js";
import { shortNames } from "../../text/short-names.js";
import { type Lang, tell } from "../../text/tell.js";
import { say, table } from "./words.js";

/** What closing came to: closed, or frozen until another person approves. */
export function closeLines(report: CloseReport, lang: Lang): readonly string[] {
  const { month, approval, carriedOver: count, preparedBy: prepared } = report;
  if (report.state === "closing") return [say("closing", lang, { month, approval })];
  if (report.state === "budgeted") {
    return [say("notApproved", lang, { month, refusal: report.refusal })];
  }
  const approved = report.approvedBy || say("secondPersonOff", lang);
  return [say("closed", lang, { month, prepared, approved, count })];
}

/** The months, and below them what to do next. */
export function statusLines(months: readonly MonthStatus[], lang: Lang): readonly string[] {
  if (months.length === 0) return [say("noMonths", lang)];
  const rows = months.map((one) => {
    const name = shortNames[one.state];
    const state = name === undefined ? one.state : tell(name, lang);
    return [one.month, state, String(one.settled), String(one.open)];
  });
  const current = months.find((one) => one.state !== "closed");
  return [
    ...table(["month", "state", "claims", "open"], 2, rows, lang),
    current === undefined ? say("nextDelivery", lang) : nextStep(current, lang),
  ];
}

function nextStep({ month, state, approval }: MonthStatus, lang: Lang): string {
  switch (state) {
    case "open":
      return say("nextSettle", lang, { month });
    case "settled":
      return say("nextBudget", lang, { month });
    case "closing":
      return say("closing", lang, { month, approval });
    default:
      return say("nextClose", lang, { month });
  }
}
