import type { CertnoStatus } from "../../domain/certno.js";
import type { InspectReport } from "../../jobs/inspect-source.js";
import { confidenceTexts, idTexts, inspectTexts, patternTexts } from "../../text/inspect.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";

type Column = InspectReport["columns"][number];

/** What a file seems to be: how it is written, every column, and what is wrong with it. */
export function inspectLines(report: InspectReport, lang: Lang): readonly string[] {
  const header = say(report.header ? "withHeader" : "withoutHeader", lang);
  const counts = { rows: grouped(report.rows), columns: report.columns.length, header };
  return [
    say("format", lang, counts),
    delimiterLine(report, lang),
    say("encoding", lang, { encoding: report.encoding, evidence: evidenceText(report, lang) }),
    ...unfitLines(report, lang),
    ...columnTable(report.columns, lang),
    ...report.columns.flatMap((column) => remarks(column, lang)),
    ...(report.proposal === undefined ? [] : [say("written", lang, { path: report.proposal })]),
  ];
}

function say(name: keyof typeof inspectTexts, lang: Lang, values: Values = {}): string {
  return tell(inspectTexts[name], lang, values);
}

function delimiterLine({ delimiter, quote }: InspectReport, lang: Lang): string {
  if (delimiter === "") return say("undelimited", lang);
  const quoting = quote === "" ? say("unquoted", lang) : say("quoted", lang, { quote });
  return say("delimiter", lang, { delimiter: JSON.stringify(delimiter), quote: quoting });
}

function evidenceText({ evidence }: InspectReport, lang: Lang): string {
  const { hasMark, foreignBytes, asUtf8, asGb18030 } = evidence;
  if (foreignBytes === 0) return say("asciiEvidence", lang);
  const counts = say("countEvidence", lang, {
    utf8: grouped(asUtf8.characters),
    utf8Broken: grouped(asUtf8.broken),
    gb: grouped(asGb18030.characters),
    gbBroken: grouped(asGb18030.broken),
  });
  if (hasMark) return say("markEvidence", lang) + counts;
  const isClear = asUtf8.broken !== asGb18030.broken;
  return isClear ? counts : counts + say("ambiguous", lang);
}

function unfitLines({ unfit }: InspectReport, lang: Lang): readonly string[] {
  return unfit.map(({ code, count, lines }) =>
    say("unfit", lang, { code, count: grouped(count), lines: lines.join(", ") }),
  );
}

function columnTable(columns: readonly Column[], lang: Lang): readonly string[] {
  if (columns.length === 0) return [];
  const numbers = ["column", "fill", "distinct", "longest"];
  const names = ["column", "name", "fill", "distinct", "longest"] as const;
  const headers = [...names, "patterns", "proposed", "samples"] as const;
  const set = headers.map((name) => ({
    header: say(name, lang),
    isNumber: numbers.includes(name),
  }));
  const rows = columns.map((column) => [
    String(column.position),
    column.name,
    percent(column.fill),
    (column.isDistinctExact ? "" : "≥ ") + grouped(column.distinct),
    String(column.longest),
    patternsText(column, lang),
    proposedText(column, lang),
    column.samples.join(" · "),
  ]);
  return tableLines(set, rows).map((line) => `  ${line}`);
}

/** The three most frequent shapes of the cells that say something. */
function patternsText({ patterns }: Column, lang: Lang): string {
  return patterns
    .filter(({ name }) => name !== "empty")
    .slice(0, 3)
    .map(({ name, detail, share }) => {
      return `${tell(patternTexts[name], lang, { detail })} ${percent(share)}`;
    })
    .join(" · ");
}

function proposedText({ proposed }: Column, lang: Lang): string {
  if (proposed === undefined) return "";
  return `${proposed.field} ${tell(confidenceTexts[proposed.confidence], lang)}`;
}

/** What of a column needs a line of its own: its certificate numbers, and damage. */
function remarks({ name, position: column, ids, findings }: Column, lang: Lang) {
  const counts = Object.entries(ids)
    .map(([status, count]) => `${tell(idTexts[status as CertnoStatus], lang)} ${grouped(count)}`)
    .join(" · ");
  const idLines = holdsIds(ids) ? [say("ids", lang, { column, name, counts })] : [];
  const damage = findings.map(({ code, count, lines }) =>
    say("finding", lang, { column, name, code, count, lines: lines.join(", ") }),
  );
  return [...idLines, ...damage];
}

/** Other numbers of 18 digits are taken for ids too, of which one in eleven is sound by chance. */
function holdsIds(ids: Column["ids"]): boolean {
  const all = Object.values(ids).reduce((count, one) => count + one, 0);
  return ((ids.valid ?? 0) + (ids.upgraded ?? 0)) * 2 > all;
}

/** `97.2%`; what is there but rounds to nothing is `<0.1%`. */
function percent(share: number): string {
  if (share > 0 && share < 0.001) return "<0.1%";
  return `${(share * 100).toFixed(1)}%`;
}
