import type { FileFormat } from "../domain/format.js";
import { targetsOf } from "../migrate/targets.js";
import { proposalTexts } from "../text/inspect.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { TableProposal } from "./code-table.js";
import type { Term } from "./glossary.js";
import type { ColumnProposal, Proposal } from "./propose.js";

/** What a drafted layout says besides its columns. */
export interface ProposedFile {
  /** The name of the file that was inspected. */
  readonly file: string;
  /** With header, titles and summary line. */
  readonly format: FileFormat;
}

/**
 * The text of a mapping file (`mappings/legacy/<name>.yaml`) for a proposal: every column mapped,
 * or named unused until a person has decided; how sure each is stands behind it as a comment.
 */
export function proposalText(proposal: Proposal, about: ProposedFile, lang: Lang): string {
  const say = (name: keyof typeof proposalTexts, values: Values = {}): string =>
    tell(proposalTexts[name], lang, values);
  const comments = [
    say("head"),
    say("levels"),
    say("toFill"),
    ...(proposal.isUnsure ? [say("recordUnsure")] : []),
    ...proposal.missing.map(({ field, zh }) => say("missing", { field, zh })),
  ];
  const required = new Set(targetsOf(proposal.record).required);
  return [
    ...comments.map((comment) => `# ${comment}`),
    `title: ${quoted(say("title", { file: about.file }))}`,
    `source: ${say("fill")}`,
    `record: ${proposal.record}`,
    ...formatLines(about.format),
    "columns:",
    ...proposal.columns.map((column, index) =>
      columnLine(column, { required, bytes: bytesText(about.format, index), say }),
    ),
    "",
  ].join("\n");
}

type Say = (name: keyof typeof proposalTexts, values?: Values) => string;

/** `format` and `encoding` as a layout says them; a workbook has no encoding to be told. */
function formatLines(format: FileFormat): readonly string[] {
  const keys = [
    ...(format.kind === "delimited" ? [] : [`kind: ${format.kind}`]),
    ...(format.kind === "sheet" && format.sheet !== "" ? [`sheet: ${quoted(format.sheet)}`] : []),
    ...("delimiter" in format ? [`delimiter: ${quoted(format.delimiter)}`] : []),
    ...(format.kind === "pairs" ? [`assign: ${quoted(format.assign)}`] : []),
    ...("quote" in format && format.quote !== "" ? [`quote: ${quoted(format.quote)}`] : []),
    ...("headerRows" in format ? [`header: ${headerText(format.headerRows)}`] : []),
    ...("skip" in format && format.skip !== undefined ? [`skip: ${format.skip}`] : []),
    ...("summary" in format && format.summary !== "" ? [`summary: ${quoted(format.summary)}`] : []),
  ];
  const encoding = "encoding" in format ? [`encoding: ${format.encoding}`] : [];
  return [`format: { ${keys.join(", ")} }`, ...encoding];
}

function headerText(rows: number): string {
  return rows > 1 ? String(rows) : String(rows === 1);
}

/** The bytes of a column, counted from 1, with the last: `1-18`. */
function bytesText(format: FileFormat, index: number): string {
  const range = format.kind === "fixed" ? format.ranges[index] : undefined;
  if (range === undefined) return "";
  return `, bytes: ${range.start + 1}-${range.start + range.length}`;
}

interface LineParts {
  readonly required: ReadonlySet<string>;
  readonly bytes: string;
  readonly say: Say;
}

function columnLine(column: ColumnProposal, { required, bytes, say }: LineParts): string {
  const { name, term, reason, taken, meaning, table, dayFormat } = column;
  const written = scalar(name) + bytes;
  if (term === undefined || reason === undefined) {
    if (meaning !== undefined) {
      return `  - { name: ${written}, unused: ${scalar(meaning)} } # ${say("unkept")}`;
    }
    const why = taken === undefined ? say("unknown") : say("taken", { field: taken });
    return `  - { name: ${written}, unused: ${say("unused")} } # ${why}`;
  }
  const keys = [`name: ${written}`, `to: ${term.field}`, `as: ${readingOf(term)}`];
  const isCode = readingOf(term) === "code";
  if (isCode) keys.push(`table: ${table?.name ?? `${say("fill")}/${term.field}`}`);
  const isUnclear = dayFormat === "unclear";
  if (dayFormat !== undefined && !isUnclear) keys.push(`format: ${quoted(dayFormat)}`);
  if (required.has(term.field)) keys.push("required: true");
  const days = isUnclear ? `;${say("daysUnclear")}` : "";
  const coverage = isCode && table !== undefined ? `;${coverageText(table, say)}` : "";
  return `  - { ${keys.join(", ")} } # ${say(reason)}${coverage}${days}`;
}

function coverageText({ coverage, rivals }: TableProposal, say: Say): string {
  const told = say("coverage", { share: `${(coverage * 100).toFixed(1)}%` });
  return rivals.length === 0 ? told : told + say("rivals", { tables: rivals.join(" ") });
}

/** How a field's cells are read: three have a reading of their own, others that of their type. */
function readingOf({ field, type }: Term): string {
  if (field === "certno") return "certno";
  if (field === "psn_name") return "name";
  if (field === "tel") return "phone";
  if (type === "quantity") return "count";
  return type === "count" ? "text" : type;
}

/** A text as YAML: plain where nothing in it could mean something else. */
function scalar(text: string): string {
  const isPlain = /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w()()]*$/u.test(text);
  return isPlain ? text : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
