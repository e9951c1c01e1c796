import { rowNumber } from "../domain/row-number.js";
import type { RecordChoice } from "./split.js";

/**
 * Reads which records are meant: `ncms:152301001`, `ncms:152301001:王强` (of this name only), or
 * `row:members.csv:12` (`12/2` for the second record of a line), with commas between. A piece that
 * is none of these is `unclear`.
 */
export function readRecordChoices(text: string): {
  readonly choices: readonly RecordChoice[];
  readonly unclear: readonly string[];
} {
  const choices: RecordChoice[] = [];
  const unclear: string[] = [];
  for (const piece of text.split(/[,,]/)) {
    const trimmed = piece.trim();
    if (trimmed === "") continue;
    const choice = choiceOf(trimmed);
    if (choice === undefined) unclear.push(trimmed);
    else choices.push(choice);
  }
  return { choices, unclear };
}

function choiceOf(text: string): RecordChoice | undefined {
  if (text.startsWith("row:")) return rowChoice(text.slice(4));
  const [source = "", legacyId = "", psnName = "", ...rest] = text
    .split(":")
    .map((one) => one.trim());
  if (source === "" || legacyId === "" || rest.length > 0) return undefined;
  return { kind: "number", source, legacyId, psnName };
}

function rowChoice(text: string): RecordChoice | undefined {
  const [, file = "", line = "", part = "0"] = /^(.+):(\d{1,9})(?:\/(\d{1,4}))?$/.exec(text) ?? [];
  if (file === "") return undefined;
  return { kind: "row", file, line: rowNumber(Number(line), Number(part)) };
}
