import type { DiffFigure, DiffReport } from "../../jobs/lineage/diff-runs.js";
import { shortNames } from "../../text/short-names.js";
import { type SummaryName, summaryTexts } from "../../text/summary.js";
import { type Lang, tell } from "../../text/tell.js";
import { fileLines, say, table } from "./words.js";

/** Two rehearsals side by side: rows that changed sides, reasons, rows, people, money. */
export function diffLines(report: DiffReport, lang: Lang): readonly string[] {
  const { codes, totals, outputs, ...counts } = report;
  return [
    say("diff", lang, counts),
    say("diffRows", lang, counts),
    say("diffCodes", lang),
    ...table(["reason", "before", "after"], 1, codes.map(cells), lang),
    say("diffTotals", lang),
    ...table(
      ["figure", "before", "after"],
      1,
      totals.map((one) => named(one, lang)),
      lang,
    ),
    say("outputs", lang),
    ...fileLines(outputs, lang),
  ];
}

function cells({ name, before, after }: DiffFigure): readonly string[] {
  return [name, before, after];
}

/** The words of a figure's name, where they have a text: `familyAccounts 159921 ncms carried`. */
function named({ name, before, after }: DiffFigure, lang: Lang): readonly string[] {
  const words = name.split(" ").map((word) => {
    if (word === "people") return tell(PEOPLE, lang);
    if (Object.hasOwn(summaryTexts, word)) return say(word as SummaryName, lang);
    const short = shortNames[word];
    return short === undefined ? word : tell(short, lang);
  });
  return [words.join(" "), before, after];
}

const PEOPLE = { zh: "建档人数", en: "people" };
