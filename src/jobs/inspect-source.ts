import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { DelimitedFormat } from "../domain/format.js";
import { Refusal } from "../domain/refusal.js";
import type { Finding } from "../inspect/column-profile.js";
import { type GuessedFormat, guessFormat } from "../inspect/delimiter.js";
import { parseGlossary, Vocabulary } from "../inspect/glossary.js";
import { hasHeader } from "../inspect/header.js";
import { proposalText } from "../inspect/proposal-text.js";
import { type InspectedColumn, propose } from "../inspect/propose.js";
import { columnReport, type InspectedColumnReport } from "../inspect/report.js";
import { type TableProfile, TableProfiler } from "../inspect/table-profile.js";
import { readRows } from "../io/delimited.js";
import {
  type EncodingEvidence,
  type TextEncoding,
  weighEncoding,
} from "../io/encoding-evidence.js";
import { kindOf } from "../io/file-kind.js";
import { packageRoot, writeFileAtomic } from "../io/files.js";
import { readLines } from "../io/lines.js";
import type { Row } from "../io/row.js";
import { ruinedText } from "../io/ruined.js";
import { readDocument } from "../io/yaml.js";
import { kindTexts } from "../text/inspect.js";
import { type Lang, tell } from "../text/tell.js";
import { findWorkspace } from "./workspace.js";

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
  readonly format: "delimited";
  readonly encoding: TextEncoding;
  readonly evidence: Omit<EncodingEvidence, "encoding">;
  /** Empty when nothing parts the lines into fields. */
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  /** Without the header and blank lines. */
  readonly rows: number;
  readonly unfit: readonly Finding[];
  readonly columns: readonly InspectedColumnReport[];
  /** The draft that was written. */
  readonly proposal?: string;
}

/**
 * Profiles a delimited text file of unknown origin and, if asked, writes a draft of its mapping. A
 * file of another kind is refused; so is writing over a file.
 */
export async function inspectSource(question: InspectQuestion): Promise<InspectReport> {
  const { file, propose: target } = question;
  if (target !== undefined && existsSync(target))
    throw new Refusal("file-exists", { found: target });
  await refuseOtherKinds(file);
  const { vocabulary, lang } = await circumstances(question);
  const { encoding, ...evidence } = await weighEncoding(file);
  const format = guessFormat(await firstLines(file, encoding));
  const { hasHeader, profile, columns } = await profileOf(
    file,
    formatOf(encoding, format),
    vocabulary,
  );
  const proposal = propose(columns, vocabulary);
  if (target !== undefined) {
    const written = encoding === "utf-8" ? encoding : "gb18030";
    const about = { file: basename(file), encoding: written, format, hasHeader } as const;
    await writeFileAtomic(target, proposalText(proposal, about, lang));
  }
  return {
    format: "delimited",
    encoding,
    evidence,
    ...format,
    header: hasHeader,
    rows: profile.rows,
    unfit: profile.unfit,
    columns: columns.map((one, at) => columnReport(one, at + 1, proposal.columns[at])),
    ...(target === undefined ? {} : { proposal: target }),
  };
}

async function refuseOtherKinds(file: string): Promise<void> {
  const kind = await kindOf(file);
  if (kind === "text") return;
  const told = (lang: Lang): string => tell(kindTexts[kind], lang);
  throw new Refusal("file-kind-unread", { found: file, kind: told });
}

/** How much the guesses look at: lines or rows, and characters in all. */
const SAMPLE = 1000;
const SAMPLE_TEXT = 4 * 1024 * 1024;

/** The glossary and the language of the workspace, or the shipped one and the screen's. */
async function circumstances(
  question: InspectQuestion,
): Promise<{ readonly vocabulary: Vocabulary; readonly lang: Lang }> {
  const shipped = { mappings: join(packageRoot(), "mappings"), lang: question.lang };
  const { mappings, lang } = await findWorkspace(question.dir).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "workspace-missing") return shipped;
    throw error;
  });
  const path = join(mappings, "fields.yaml");
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const { terms, problems: wrong } = parseGlossary(path, document);
  if (wrong.length > 0) throw new Refusal("files-wrong", { found: path }, wrong);
  return { vocabulary: new Vocabulary(terms), lang };
}

async function firstLines(file: string, encoding: TextEncoding): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const batch of readLines(file, { encoding: lineEncoding(encoding) })) {
    lines.push(...batch.filter((line) => !line.isTooLong).map((line) => line.text));
    if (isEnough(lines)) break;
  }
  return lines.slice(0, SAMPLE);
}

function isEnough(texts: readonly string[]): boolean {
  const size = texts.reduce((characters, text) => characters + text.length, 0);
  return texts.length >= SAMPLE || size >= SAMPLE_TEXT;
}

/** Where there is no delimiter, one that no line can hold leaves every line whole. */
function formatOf(encoding: TextEncoding, { delimiter, quote }: GuessedFormat): DelimitedFormat {
  const cut = { kind: "delimited", encoding: lineEncoding(encoding), quote } as const;
  return { ...cut, delimiter: delimiter || "\n", headerRows: 0, summary: "" };
}

function lineEncoding(encoding: TextEncoding): DelimitedFormat["encoding"] {
  return encoding === "gb18030" ? "gb18030" : "utf-8";
}

interface ProfiledTable {
  readonly hasHeader: boolean;
  readonly profile: TableProfile;
  readonly columns: readonly InspectedColumn[];
}

async function profileOf(
  file: string,
  format: DelimitedFormat,
  vocabulary: Vocabulary,
): Promise<ProfiledTable> {
  const head = (await firstRows(file, format)).map((row) => row.fields);
  const isHeaded = hasHeader(head, (name) => vocabulary.named(name).length > 0);
  const width = usualWidth(head);
  const profiler = new TableProfiler(width, ruinedText);
  let isHeaderLeft = isHeaded;
  for await (const { rows } of readRows(file, format)) {
    for (const row of isHeaderLeft ? rows.slice(1) : rows) profiler.take(row);
    if (rows.length > 0) isHeaderLeft = false;
  }
  const profile = profiler.finish();
  const names = isHeaded ? (head[0] ?? []) : [];
  const columns = profile.columns.map((column, index) => ({
    name: isHeaded ? (names[index] ?? "").trim() : `c${index + 1}`,
    profile: column,
  }));
  return { hasHeader: isHeaded, profile, columns };
}

async function firstRows(file: string, format: DelimitedFormat): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRows(file, format)) {
    rows.push(...batch.rows.filter((row) => row.problem === undefined));
    if (isEnough(rows.map((row) => row.text))) break;
  }
  return rows.slice(0, SAMPLE);
}

/** How many fields most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}
