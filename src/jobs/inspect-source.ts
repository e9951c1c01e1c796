import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { ByteRange, FileFormat } from "../domain/format.js";
import { Refusal } from "../domain/refusal.js";
import type { Finding } from "../inspect/column-profile.js";
import { type Note, note } from "../inspect/notes.js";
import { proposalText } from "../inspect/proposal-text.js";
import { type Confidence, propose } from "../inspect/propose.js";
import { columnReport, type InspectedColumnReport } from "../inspect/report.js";
import type { EncodingEvidence, TextEncoding } from "../io/encoding-evidence.js";
import { kindOf } from "../io/file-kind.js";
import { writeFileAtomic } from "../io/files.js";
import type { LineEnds } from "../io/line-ends.js";
import { kindTexts } from "../text/inspect.js";
import { type Lang, tell } from "../text/tell.js";
import { readKnowledge } from "./inspect/knowledge.js";
import { type ProfiledTable, profileTable } from "./inspect/profile-table.js";
import { type RecognisedText, recogniseText } from "./inspect/recognise-text.js";

export interface InspectQuestion {
  readonly file: string;
  /** Where the draft of a mapping goes, if one is wanted. */
  readonly propose?: string | undefined;
  /** From where a workspace is looked for; without one the shipped glossary is used. */
  readonly dir: string;
  readonly lang: Lang;
}

/** What a file seems to be; nothing in it leads to a person. */
export interface InspectReport {
  readonly format: "delimited" | "fixed" | "pairs";
  /** How much speaks for the format. */
  readonly confidence: Confidence;
  readonly encoding: TextEncoding;
  readonly evidence: Omit<EncodingEvidence, "encoding">;
  readonly lineEnds: LineEnds;
  /** Empty when nothing parts the lines into fields. */
  readonly delimiter: string;
  readonly quote: string;
  /** Between name and value, in pairs. */
  readonly assign?: string;
  /** The bytes of every column of a fixed-width file, from 0. */
  readonly ranges?: readonly ByteRange[];
  readonly header: boolean;
  /** The row in which the names begin (titles are above it), and how many rows they take. */
  readonly headerRow: number;
  readonly headerRows: number;
  /** Rows of data: without titles, header, blank lines and the summary line. */
  readonly rows: number;
  readonly notes: readonly Note[];
  readonly unfit: readonly Finding[];
  /** What was noticed or repaired in whole rows. */
  readonly findings: readonly Finding[];
  readonly columns: readonly InspectedColumnReport[];
  /** The draft that was written. */
  readonly proposal?: string;
}

/**
 * Profiles a file of unknown origin and, if asked, writes a draft of its mapping. A file of a kind
 * that cannot be read is refused; so is writing over a file.
 */
export async function inspectSource(question: InspectQuestion): Promise<InspectReport> {
  const { file, propose: target } = question;
  if (target !== undefined && existsSync(target))
    throw new Refusal("file-exists", { found: target });
  await refuseOtherKinds(file);
  const { vocabulary, tables, lang } = await readKnowledge(question.dir, question.lang);
  const text = await recogniseText(file);
  const table = await profileTable(file, text.format, (name) => vocabulary.knows(name));
  const proposal = propose(table.columns, vocabulary, tables);
  if (target !== undefined) {
    const about = { file: basename(file), format: table.format };
    await writeFileAtomic(target, proposalText(proposal, about, lang));
  }
  return {
    ...aboutText(text, table),
    ...aboutTable(table),
    columns: table.columns.map((one, at) => columnReport(one, at + 1, proposal.columns[at])),
    ...(target === undefined ? {} : { proposal: target }),
  };
}

type TextPart = Pick<
  InspectReport,
  "format" | "confidence" | "encoding" | "evidence" | "lineEnds" | "delimiter" | "quote" | "notes"
> &
  Pick<InspectReport, "assign" | "ranges">;

function aboutText(text: RecognisedText, table: ProfiledTable): TextPart {
  const { lineEnds } = text;
  const { encoding, ...evidence } = text.evidence;
  const { format } = table;
  return {
    format: format.kind as InspectReport["format"],
    confidence: confidenceOf(text, table),
    encoding,
    evidence,
    lineEnds,
    ...signsOf(format),
    notes: text.isEmpty ? [note("file-empty")] : [...textNotes(text), ...table.notes],
  };
}

function signsOf(format: FileFormat): Pick<TextPart, "delimiter" | "quote" | "assign" | "ranges"> {
  switch (format.kind) {
    case "delimited": {
      const { delimiter, quote } = format;
      return { delimiter: delimiter === "\n" ? "" : delimiter, quote };
    }
    case "pairs":
      return { delimiter: format.delimiter, quote: "", assign: format.assign };
    case "fixed":
      return { delimiter: "", quote: "", ranges: format.ranges };
    default:
      return { delimiter: "", quote: "" };
  }
}

function textNotes({ lineEnds, cut, isConstant }: RecognisedText): readonly Note[] {
  const ends = [lineEnds.crlf, lineEnds.lf, lineEnds.cr].filter((count) => count > 0);
  return [
    ...(ends.length > 1 ? [note("line-ends-mixed", { ...lineEnds })] : []),
    ...(cut === undefined ? [] : [note(cut === "uncut" ? "uncut" : `cut-by-${cut}`)]),
    ...(isConstant === false ? [note("ragged")] : []),
  ];
}

function confidenceOf(
  { format, cut }: RecognisedText,
  { fitting, profile }: ProfiledTable,
): Confidence {
  if (cut !== undefined) return cut === "ruler" ? "high" : cut === "blanks" ? "medium" : "low";
  if (format.kind === "delimited" && format.delimiter === "\n") return "low";
  if (profile.rows < 2) return "medium";
  return fitting >= 0.98 ? "high" : fitting >= 0.9 ? "medium" : "low";
}

function aboutTable(table: ProfiledTable) {
  const { format, hasHeader, headerRow, profile } = table;
  return {
    header: hasHeader,
    headerRow,
    headerRows: "headerRows" in format ? format.headerRows : 0,
    rows: profile.rows,
    unfit: profile.unfit,
    findings: profile.findings,
  };
}

async function refuseOtherKinds(file: string): Promise<void> {
  const kind = await kindOf(file);
  if (kind === "text") return;
  const told = (lang: Lang): string => tell(kindTexts[kind], lang);
  throw new Refusal("file-kind-unread", { found: file, kind: told });
}
