import type { Decision } from "../../jobs/approve.js";
import type { Acceptance } from "../../store/port/acceptances.js";
import type { Lang } from "../../text/tell.js";
import { closeLines } from "./month.js";
import { undoLines } from "./undo.js";
import { say } from "./words.js";

/** A difference that somebody is ready to accept: waiting, accepted or refused. */
export function acceptanceLines(entry: Acceptance, lang: Lang): readonly string[] {
  const { path: file, total, expected, found, difference, reason, approvalId: approval } = entry;
  const { preparedBy: prepared } = entry;
  const approved = entry.approvedBy || say("secondPersonOff", lang);
  const values = { file, total, expected, found, difference, reason, approval, prepared, approved };
  const name = {
    waiting: "differenceWaits",
    approved: "differenceAccepted",
    refused: "differenceRefused",
  } as const;
  return [say("difference", lang, values), say(name[entry.state], lang, values)];
}

/** What another person decided. */
export function decisionLines({ kind, report }: Decision, lang: Lang): readonly string[] {
  switch (kind) {
    case "month-close":
      return closeLines(report, lang);
    case "total-difference":
      return acceptanceLines(report, lang);
    case "match-undo":
      return undoLines(report, lang);
  }
}
