import type { FileFormat, TextEncoding } from "../../domain/format.js";
import { guessFormat } from "../../inspect/delimiter.js";
import { type GuessedColumns, guessColumns } from "../../inspect/fixed.js";
import { guessPairs } from "../../inspect/pairs.js";
import { type EncodingEvidence, weighEncoding } from "../../io/encoding-evidence.js";
import type { Line } from "../../io/line-cutter.js";
import { type LineEnds, lineEndsOf } from "../../io/line-ends.js";
import { bytesOf, firstLines } from "./first-lines.js";

/** What a text file seems to be; header and summary line are not known yet. */
export interface RecognisedText {
  readonly format: FileFormat;
  readonly evidence: EncodingEvidence;
  readonly lineEnds: LineEnds;
  readonly isEmpty: boolean;
  /** How the columns of fixed-width lines were found; "uncut" when nothing showed where to cut. */
  readonly cut?: GuessedColumns["by"] | "uncut";
  readonly isConstant?: boolean;
}

/** Tells by its bytes and its first lines how a text file is written. */
export async function recogniseText(path: string): Promise<RecognisedText> {
  const evidence = await weighEncoding(path);
  const encoding = evidence.encoding === "ascii" ? "utf-8" : evidence.encoding;
  const lineEnds = await lineEndsOf(path, encoding);
  const lines = await firstLines(path, encoding);
  const isEmpty = lines.length === 0;
  return { evidence, lineEnds, isEmpty, ...(await formatOf(path, lines, encoding)) };
}

type Guessed = Pick<RecognisedText, "format" | "cut" | "isConstant">;

async function formatOf(
  path: string,
  lines: readonly Line[],
  encoding: TextEncoding,
): Promise<Guessed> {
  const texts = lines.map((line) => line.text);
  const pairs = guessPairs(texts);
  if (pairs !== undefined) return { format: { kind: "pairs", encoding, ...pairs } };
  const { delimiter, quote } = guessFormat(texts);
  const plain = { headerRows: 0, summary: "" };
  const delimited = { kind: "delimited", encoding, quote, ...plain } as const;
  if (delimiter !== "") return { format: { ...delimited, delimiter } };

  // Where there is no delimiter, one that no line can hold leaves every line whole.
  const whole: Guessed = { format: { ...delimited, delimiter: "\n" } };
  if (encoding !== "utf-8" && encoding !== "gb18030") return whole;
  const columns = guessColumns(await bytesOf(path, lines), encoding === "gb18030");
  if (columns === "uncut") return { ...whole, cut: "uncut" };
  const isEqual = columns?.isConstant === true;
  if (!isEqual && columns?.by !== "ruler" && partedByBlanks(texts)) {
    return { format: { ...delimited, delimiter: " " } };
  }
  if (columns === undefined) return whole;
  const { ranges, by, isConstant } = columns;
  return { format: { kind: "fixed", encoding, ranges, ...plain }, cut: by, isConstant };
}

/** One blank between two fields, and equally many fields in every line: FoxPro's WITH BLANK. */
function partedByBlanks(texts: readonly string[]): boolean {
  const given = texts.filter((text) => text.trim() !== "" && text.trim() !== "\u001a");
  const counts = new Set(given.map((text) => text.split(" ").length));
  const [count = 0] = counts;
  return given.length > 1 && counts.size === 1 && count > 2;
}
