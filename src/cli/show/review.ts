import type { ExportReport } from "../../jobs/match/export-review.js";
import type { ImportReport } from "../../jobs/match/import-decisions.js";
import { reviewSummary } from "../../text/review-summary.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";
import { settlementLines, subsidyLines } from "./undo.js";
import { fileLines } from "./words.js";

/** Where the queue was written, and what comes next. */
export function exportLines(report: ExportReport, lang: Lang): readonly string[] {
  const { pairs = 0, groups = 0, entries, file } = report;
  if (entries !== undefined) return [say("journal", lang, { entries, file })];
  if (pairs === 0) return [say("empty", lang, { file })];
  const values = { pairs: grouped(String(pairs)), groups: grouped(String(groups)), file };
  return [say("written", lang, values), say("next", lang, { file })];
}

/** How many merges the screen lists. */
const MOST_SHOWN = 20;

/** What was decided, who was put together, and what is left. */
export function importLines(report: ImportReport, lang: Lang): readonly string[] {
  const { file, same, different, known, undecided, merged, waiting } = report;
  const { consequences, outputs } = report;
  const isUnchanged = same + different === 0;
  const values = { file, same, different, known, undecided };
  const rows = merged.map(({ kept, gone }) => [kept, gone]);
  const columns = (["kept", "gone"] as const).map((name) => {
    return { header: say(name, lang), isNumber: false };
  });
  const table = tableLines(columns, rows.slice(0, MOST_SHOWN)).map((line) => `  ${line}`);
  const more = rows.length - MOST_SHOWN;
  return [
    say(isUnchanged ? "unchanged" : "taken", lang, values),
    ...(rows.length === 0 ? [] : [say("merged", lang, { count: rows.length }), ...table]),
    ...(more > 0 ? [say("more", lang, { count: more })] : []),
    ...(consequences === undefined ? [] : subsidyLines(consequences, lang, "mergedSubsidies")),
    ...(consequences === undefined
      ? []
      : settlementLines(consequences.sums, lang, "mergedSettlements")),
    ...(outputs.length === 0 ? [] : fileLines(outputs, lang)),
    waiting === 0 ? say("nothingWaits", lang) : say("waiting", lang, { count: waiting }),
  ];
}

function say(name: keyof typeof reviewSummary, lang: Lang, values: Values = {}): string {
  return tell(reviewSummary[name], lang, values);
}
