import type { CertnoStatus } from "../../domain/certno.js";
import type { InspectReport } from "../../jobs/inspect-source.js";
import {
  confidenceTexts,
  formatTexts,
  idTexts,
  inspectTexts,
  patternTexts,
} from "../../text/inspect.js";
import { noteTexts } from "../../text/inspect-notes.js";
import { problemTexts } from "../../text/problems.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";
import { encodingLine } from "./inspect-encoding.js";

type Column = InspectReport["columns"][number];
type Finding = InspectReport["findings"][number];

/** What a file seems to be: how it is written, every column, and what is wrong with it. */
export function inspectLines(report: InspectReport, lang: Lang): readonly string[] {
  const { rows, columns, confidence } = report;
  const counts = {
    format: tell(formatTexts[report.format], lang),
    ...{ rows: grouped(rows), columns: columns.length, header: headerText(report, lang) },
    confidence: tell(confidenceTexts[confidence], lang),
  };
  const unmapped = columns
    .filter((one) => one.proposed === undefined)
    .map(({ position, name }) => `${position} ${name}`.trim());
  return [
    ...containerLine(report, lang),
    say("format", lang, counts),
    ...delimiterLine(report, lang),
    encodingLine(report, lang),
    ...headLines(report, lang),
    ...report.notes.map(({ code, values }) => tell(noteTexts[code], lang, values)),
    ...report.fileFindings.map(({ code, values }) => tell(problemTexts[code], lang, values)),
    ...findingLines(report, lang),
    ...columnTable(report, lang),
    ...columns.flatMap((column) => remarks(column, lang)),
    ...(report.proposal === undefined || unmapped.length === 0
      ? []
      : [say("unmapped", lang, { columns: unmapped.join(", ") })]),
    ...(report.proposal === undefined ? [] : [say("written", lang, { path: report.proposal })]),
  ];
}

function headerText({ format, header, headerRow }: InspectReport, lang: Lang): string {
  if (!header) return say("withoutHeader", lang);
  if (format === "pairs" || format === "dbf") return say("withNames", lang);
  return headerRow === 1 ? say("withHeader", lang) : say("withHeaderAt", lang, { row: headerRow });
}

function say(name: keyof typeof inspectTexts, lang: Lang, values: Values = {}): string {
  return tell(inspectTexts[name], lang, values);
}

function containerLine({ container, entry = "" }: InspectReport, lang: Lang): readonly string[] {
  return container === undefined ? [] : [say("container", lang, { container, entry })];
}

/** What the head of a DBF or of a workbook says. */
function headLines({ dbf, sheets }: InspectReport, lang: Lang): readonly string[] {
  const names = sheets?.map(({ name, rows }) => `${name}(${grouped(rows)})`).join(" ");
  return [
    ...(dbf === undefined ? [] : [say("dbfHead", lang, dbfValues(dbf))]),
    ...(names === undefined ? [] : [say("sheets", lang, { sheets: names })]),
  ];
}

function dbfValues({ version, codePage, stated }: NonNullable<InspectReport["dbf"]>): Values {
  return { version, codePage, stated: grouped(stated) };
}

function delimiterLine(report: InspectReport, lang: Lang): readonly string[] {
  const { delimiter, quote, assign } = report;
  if (delimiter === "") return [];
  const shown = JSON.stringify(delimiter);
  if (assign !== undefined) return [say("assign", lang, { delimiter: shown, assign })];
  const quoting = quote === "" ? say("unquoted", lang) : say("quoted", lang, { quote });
  return [say("delimiter", lang, { delimiter: shown, quote: quoting })];
}

/** What concerns whole rows: those that do not fit, and what the reader noticed. */
function findingLines({ unfit, findings }: InspectReport, lang: Lang): readonly string[] {
  const told = (name: "unfit" | "rowFinding", { code, count, lines }: Finding): string =>
    say(name, lang, { code, count: grouped(count), lines: lines.join(", ") });
  return [
    ...unfit.map((one) => told("unfit", one)),
    ...findings.map((one) => told("rowFinding", one)),
  ];
}

function columnTable({ columns, ranges }: InspectReport, lang: Lang): readonly string[] {
  if (columns.length === 0) return [];
  const numbers = ["column", "fill", "distinct", "longest"];
  const bytes = ranges === undefined ? [] : (["range"] as const);
  const names = ["column", "name", ...bytes, "fill", "distinct", "longest"] as const;
  const headers = [...names, "patterns", "proposed", "samples"] as const;
  const set = headers.map((name) => ({
    header: say(name, lang),
    isNumber: numbers.includes(name),
  }));
  const rows = columns.map((column, index) => [
    String(column.position),
    column.name,
    ...(ranges === undefined ? [] : [bytesText(ranges[index])]),
    percent(column.fill),
    (column.isDistinctExact ? "" : "≥ ") + grouped(column.distinct),
    String(column.longest),
    patternsText(column, lang),
    proposedText(column, lang),
    column.samples.join(" · "),
  ]);
  return tableLines(set, rows).map((line) => `  ${line}`);
}

/** The bytes of a column as a layout writes them: from 1, the last among them. */
function bytesText(range: { readonly start: number; readonly length: number } | undefined): string {
  return range === undefined ? "" : `${range.start + 1}-${range.start + range.length}`;
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

function proposedText({ proposed, meaning = "" }: Column, lang: Lang): string {
  if (proposed === undefined) return meaning === "" ? "" : `(${meaning})`;
  const { field, confidence, table } = proposed;
  const known = table === undefined ? "" : ` ← ${table.name} ${percent(table.coverage)}`;
  return `${field} ${tell(confidenceTexts[confidence], lang)}${known}`;
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
