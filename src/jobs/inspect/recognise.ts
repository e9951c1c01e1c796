import type { FileFormat } from "../../domain/format.js";
import { Refusal } from "../../domain/refusal.js";
import { type Note, note } from "../../inspect/notes.js";
import type { Confidence } from "../../inspect/propose.js";
import { kindOf } from "../../io/file-kind.js";
import { kindTexts } from "../../text/inspect.js";
import { type Lang, tell } from "../../text/tell.js";
import type { ProfiledTable } from "./profile-table.js";
import { type RecognisedDbf, recogniseDbf } from "./recognise-dbf.js";
import { type RecognisedText, recogniseText } from "./recognise-text.js";
import { type RecognisedWorkbook, recogniseWorkbook } from "./recognise-workbook.js";

/** What a file is, as far as that can be told before its rows are read. */
export type Recognised =
  | (RecognisedText & { readonly kind: "text" })
  | (RecognisedDbf & { readonly kind: "dbf" })
  | (RecognisedWorkbook & { readonly kind: "xls" | "xlsx" });

/** Tells by its bytes how a file is written; what cannot be read is refused. */
export async function recognise(path: string, sheet: string): Promise<Recognised> {
  const kind = await kindOf(path);
  switch (kind) {
    case "text":
    case "utf-16":
      return { kind: "text", ...(await recogniseText(path)) };
    case "dbf":
      return { kind, ...(await recogniseDbf(path)) };
    case "xls":
    case "xlsx":
      return { kind, ...(await recogniseWorkbook(path, kind, sheet)) };
    default: {
      const told = (lang: Lang): string => tell(kindTexts[kind], lang);
      throw new Refusal("file-kind-unread", { found: path, kind: told });
    }
  }
}

/** How the report calls it. */
export function formatName(found: Recognised): FormatName {
  if (found.kind !== "text") return found.kind;
  return found.format.kind as FormatName;
}

export type FormatName = "delimited" | "fixed" | "pairs" | "dbf" | "xls" | "xlsx";

/** What is worth a line about how the file is written. */
export function notesAbout(found: Recognised): readonly Note[] {
  switch (found.kind) {
    case "text":
      return textNotes(found);
    case "dbf":
      return found.isRead ? [] : [note("encoding-unread", { encoding: found.encoding })];
    default:
      return sheetNotes(found);
  }
}

function textNotes({ lineEnds, cut, isConstant, evidence }: RecognisedText): readonly Note[] {
  const { other, firstOther, broken, firstBroken } = evidence.lines;
  const encoding = evidence.encoding === "gb18030" ? "utf-8" : "gb18030";
  const otherLines = { count: other, encoding, lines: firstOther.join(", ") };
  const ends = [lineEnds.crlf, lineEnds.lf, lineEnds.cr].filter((count) => count > 0);
  return [
    ...(other > 0 ? [note("lines-otherwise", otherLines)] : []),
    ...(broken > 0 ? [note("lines-broken", { count: broken, lines: firstBroken.join(", ") })] : []),
    ...(ends.length > 1 ? [note("line-ends-mixed", { ...lineEnds })] : []),
    ...(cut === undefined ? [] : [note(cut === "uncut" ? "uncut" : `cut-by-${cut}`)]),
    ...(isConstant === false && cut !== "ruler" ? [note("ragged")] : []),
  ];
}

function sheetNotes({ sheets, sheet }: RecognisedWorkbook): readonly Note[] {
  const others = sheets.filter(({ name, rows }) => name !== sheet && rows > 0);
  const names = others.map(({ name, rows }) => `${name}(${rows})`).join(" ");
  return others.length === 0 ? [] : [note("other-sheets", { sheet, names })];
}

/** How much speaks for the format. */
export function confidenceIn(found: Recognised, { fitting, profile }: ProfiledTable): Confidence {
  if (found.kind !== "text") return "high";
  const { format, cut } = found;
  if (cut !== undefined) return cut === "ruler" ? "high" : cut === "blanks" ? "medium" : "low";
  if (isWhole(format)) return "low";
  if (profile.rows < 2) return "medium";
  return fitting >= 0.98 ? "high" : fitting >= 0.9 ? "medium" : "low";
}

/** Nothing parts the lines into fields. */
function isWhole(format: FileFormat): boolean {
  return format.kind === "delimited" && format.delimiter === "\n";
}
