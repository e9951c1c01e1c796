import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { ByteRange, FileFormat } from "../domain/format.js";
import { Refusal } from "../domain/refusal.js";
import type { Finding } from "../inspect/column-profile.js";
import { type Note, note } from "../inspect/notes.js";
import { proposalText } from "../inspect/proposal-text.js";
import { type Confidence, propose } from "../inspect/propose.js";
import { columnReport, type InspectedColumnReport } from "../inspect/report.js";
import type { EncodingEvidence } from "../io/encoding-evidence.js";
import { writeFileAtomic } from "../io/files.js";
import type { LineEnds } from "../io/line-ends.js";
import type { RowFinding } from "../io/row.js";
import type { Lang } from "../text/tell.js";
import { readKnowledge } from "./inspect/knowledge.js";
import { type Container, inPlainFile } from "./inspect/plain-file.js";
import { type ProfiledTable, profileTable } from "./inspect/profile-table.js";
import {
  confidenceIn,
  type FormatName,
  formatName,
  notesAbout,
  type Recognised,
  recognise,
} from "./inspect/recognise.js";
import type { DbfFacts, TextCount } from "./inspect/recognise-dbf.js";
import type { SheetFacts } from "./inspect/recognise-workbook.js";

export interface InspectQuestion {
  readonly file: string;
  /** Which file of an archive, and which sheet of a workbook. */
  readonly entry?: string | undefined;
  readonly sheet?: string | undefined;
  /** Where the draft of a mapping goes, if one is wanted. */
  readonly propose?: string | undefined;
  /** From where a workspace is looked for; without one the shipped glossary is used. */
  readonly dir: string;
  readonly lang: Lang;
}

/** What a file seems to be; nothing in it leads to a person. */
export interface InspectReport extends Partial<Container> {
  readonly format: FormatName;
  /** How much speaks for the format. */
  readonly confidence: Confidence;
  readonly encoding: string;
  /** What in the bytes speaks for the encoding; of a DBF what its text looks like. */
  readonly evidence?: Omit<EncodingEvidence, "encoding">;
  readonly lineEnds?: LineEnds;
  readonly dbf?: DbfFacts & { readonly asUtf8: TextCount; readonly asGb18030: TextCount };
  readonly sheets?: readonly SheetFacts[];
  readonly sheet?: string;
  /** Empty when nothing parts the lines into fields, and where there are no lines. */
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
  /** What is remarkable about the file as a whole. */
  readonly fileFindings: readonly RowFinding[];
  readonly unfit: readonly Finding[];
  /** What was noticed or repaired in whole rows. */
  readonly findings: readonly Finding[];
  readonly columns: readonly InspectedColumnReport[];
  /** The draft that was written. */
  readonly proposal?: string;
}

/**
 * Profiles a file of unknown origin, also one inside an archive, and, if asked, writes a draft of
 * its mapping. A file of a kind that cannot be read is refused; so is writing over a file.
 */
export async function inspectSource(question: InspectQuestion): Promise<InspectReport> {
  const { file, entry, propose: target } = question;
  if (target !== undefined && existsSync(target))
    throw new Refusal("file-exists", { found: target });
  return inPlainFile(file, entry, async (path, container) => {
    const report = await inspectPlain(path, question);
    return container === undefined ? report : { ...container, ...report };
  });
}

async function inspectPlain(path: string, question: InspectQuestion): Promise<InspectReport> {
  const { file, sheet = "", propose: target } = question;
  const { vocabulary, tables, lang } = await readKnowledge(question.dir, question.lang);
  const found = await recognise(path, sheet);
  const table = await profileTable(path, found.format, (name) => vocabulary.knows(name));
  const proposal = propose(table.columns, vocabulary, tables);
  if (target !== undefined) {
    const about = { file: basename(file), format: table.format };
    await writeFileAtomic(target, proposalText(proposal, about, lang));
  }
  return {
    ...aboutFile(found, table),
    ...aboutTable(table),
    columns: table.columns.map((one, at) => columnReport(one, at + 1, proposal.columns[at])),
    ...(target === undefined ? {} : { proposal: target }),
  };
}

function aboutFile(found: Recognised, table: ProfiledTable) {
  const isEmpty = found.kind === "text" && found.isEmpty && table.profile.rows === 0;
  return {
    format: formatName(found),
    confidence: confidenceIn(found, table),
    ...factsOf(found),
    ...signsOf(table.format),
    notes: isEmpty ? [note("file-empty")] : [...notesAbout(found), ...table.notes],
  };
}

type Facts = Pick<InspectReport, "encoding" | "evidence" | "lineEnds" | "dbf" | "sheets" | "sheet">;

function factsOf(found: Recognised): Facts {
  switch (found.kind) {
    case "text": {
      const { encoding, ...evidence } = found.evidence;
      return { encoding, evidence, lineEnds: found.lineEnds };
    }
    case "dbf": {
      const { encoding, facts, asUtf8, asGb18030 } = found;
      return { encoding, dbf: { ...facts, asUtf8, asGb18030 } };
    }
    default: {
      const { encoding, sheets, sheet } = found;
      return { encoding, sheets, sheet };
    }
  }
}

function signsOf(
  format: FileFormat,
): Pick<InspectReport, "delimiter" | "quote" | "assign" | "ranges"> {
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

function aboutTable({ format, hasHeader, headerRow, profile, findings }: ProfiledTable) {
  return {
    header: hasHeader,
    headerRow,
    headerRows: "headerRows" in format ? format.headerRows : 0,
    rows: profile.rows,
    fileFindings: findings,
    unfit: profile.unfit,
    findings: profile.findings,
  };
}
