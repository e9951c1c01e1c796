import type { CompareReport } from "../../jobs/settle/compare.js";
import { causeWords, comparedScreen } from "../../text/compared.js";
import { type Lang, tell } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";
import { fileLines, say } from "./words.js";

/** Suspects by probable cause. */
export function compareLines(report: CompareReport, lang: Lang): readonly string[] {
  const { month, compared, differing, causes, outputs } = report;
  const head = tell(comparedScreen.head, lang, { month, compared, differing });
  if (differing === 0) return [head];
  const [cause, ...numbers] = comparedScreen.columns[lang];
  const columns = [
    { header: cause, isNumber: false },
    ...numbers.map((header) => ({ header, isNumber: true })),
  ];
  const rows = causes.map((one) => [
    tell(causeWords[one.cause], lang),
    ...[String(one.claims), String(one.hospitals), one.paid, one.computed, one.paidMore].map(
      grouped,
    ),
  ]);
  return [
    head,
    ...tableLines(columns, rows).map((line) => `  ${line}`),
    tell(comparedScreen.suspects, lang),
    say("outputs", lang),
    ...fileLines(outputs, lang),
  ];
}
