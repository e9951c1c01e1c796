import { sum, yuan, yuanText } from "../../domain/money.js";
import type { NotAccepted } from "../../jobs/accept.js";
import type { RunOutput } from "../../store/port/runs.js";
import { type ProblemCode, problemTexts } from "../../text/problems.js";
import { shortNames } from "../../text/short-names.js";
import { type SummaryName, summaryTexts } from "../../text/summary.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, type ScreenColumn, tableLines } from "../render.js";

/** Says a line of the summary. */
export function say(name: SummaryName, lang: Lang, values: Values = {}): string {
  return tell(summaryTexts[name], lang, values);
}

/** A table whose headers are names of the summary; the first `texts` columns are text. */
export function table(
  headers: readonly SummaryName[],
  texts: number,
  rows: readonly (readonly string[])[],
  lang: Lang,
): readonly string[] {
  const columns = headers.map(
    (header, index): ScreenColumn => ({ header: say(header, lang), isNumber: index >= texts }),
  );
  const shown = rows.map((row) => row.map((cell, index) => (index < texts ? cell : grouped(cell))));
  return tableLines(columns, shown).map((line) => `  ${line}`);
}

/** `成年 1,234 · 未成年 56`, or a word for none. */
export function counts(numbers: Readonly<Record<string, number>>, lang: Lang): string {
  const parts = Object.entries(numbers).map(([key, count]) => {
    const name = shortNames[key];
    return `${name === undefined ? key : tell(name, lang)} ${grouped(count)}`;
  });
  return parts.length === 0 ? say("none", lang) : parts.join(" · ");
}

/** The same, only for problems with certain effects. */
export function countsOf(
  numbers: Readonly<Record<string, number>>,
  effects: readonly string[],
  lang: Lang,
): string {
  const wanted = Object.entries(numbers).filter(([code]) =>
    effects.includes(problemTexts[code as ProblemCode].effect),
  );
  return counts(Object.fromEntries(wanted), lang);
}

/** Where files lie. */
export function fileLines(files: readonly RunOutput[], lang: Lang): readonly string[] {
  return files.map(({ path, isPrivate }) =>
    isPrivate ? `  ${say("privateFile", lang, { path })}` : `  ${path}`,
  );
}

/** `field-missing 3 > 2`: found, and what was accepted. */
export function notAcceptedText(codes: readonly NotAccepted[]): string {
  return codes.map(({ code, accepted, found }) => `${code} ${found} > ${accepted}`).join(", ");
}

/** The sum of amounts as text. */
export function sumText(amounts: readonly string[]): string {
  return yuanText(sum(amounts.map(yuan)));
}
