import { targetsOf } from "../migrate/targets.js";
import { proposalTexts } from "../text/inspect.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { GuessedFormat } from "./delimiter.js";
import type { Term } from "./glossary.js";
import type { ColumnProposal, Proposal } from "./propose.js";

/** What a drafted layout says besides its columns. */
export interface ProposedFile {
  /** The name of the file that was inspected. */
  readonly file: string;
  readonly encoding: "utf-8" | "gb18030";
  readonly format: GuessedFormat;
  readonly hasHeader: boolean;
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
  const { delimiter, quote } = about.format;
  const quoting = quote === "" ? "" : `, quote: ${JSON.stringify(quote)}`;
  const marks = `delimiter: ${JSON.stringify(delimiter || ",")}${quoting}`;
  const required = new Set(targetsOf(proposal.record).required);
  return [
    ...comments.map((comment) => `# ${comment}`),
    `title: ${JSON.stringify(say("title", { file: about.file }))}`,
    `source: ${say("fill")}`,
    `record: ${proposal.record}`,
    `format: { ${marks}, header: ${about.hasHeader} }`,
    `encoding: ${about.encoding}`,
    "columns:",
    ...proposal.columns.map((column) => columnLine(column, required, say)),
    "",
  ].join("\n");
}

type Say = (name: keyof typeof proposalTexts, values?: Values) => string;

function columnLine(column: ColumnProposal, required: ReadonlySet<string>, say: Say): string {
  const { name, term, reason, taken } = column;
  const written = scalar(name);
  if (term === undefined || reason === undefined) {
    const why = taken === undefined ? say("unknown") : say("taken", { field: taken });
    return `  - { name: ${written}, unused: ${say("unused")} } # ${why}`;
  }
  const keys = [`name: ${written}`, `to: ${term.field}`, `as: ${readingOf(term)}`];
  if (readingOf(term) === "code") keys.push(`table: ${say("fill")}/${term.field}`);
  if (required.has(term.field)) keys.push("required: true");
  return `  - { ${keys.join(", ")} } # ${say(reason)}`;
}

/** How a field's cells are read: three have a reading of their own, others that of their type. */
function readingOf({ field, type }: Term): string {
  if (field === "certno") return "certno";
  if (field === "psn_name") return "name";
  if (field === "tel") return "phone";
  return type === "count" ? "text" : type;
}

/** A text as YAML: plain where nothing in it could mean something else. */
function scalar(text: string): string {
  const isPlain = /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w()()]*$/u.test(text);
  return isPlain ? text : JSON.stringify(text);
}
