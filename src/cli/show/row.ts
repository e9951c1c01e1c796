import type { RowAnswer, ShownRow } from "../../jobs/lineage/show-row.js";
import { shortNames } from "../../text/short-names.js";
import { chosenBy } from "../../text/survivors.js";
import { type Lang, tell } from "../../text/tell.js";
import { say } from "./words.js";

/** The source rows of a record, one below the other, with all that is known of each. */
export function rowAnswerLines(answer: RowAnswer, lang: Lang): readonly string[] {
  return [
    ...answer.rows.flatMap((row) => rowLines(row, lang)),
    ...chosenLines(answer, lang),
    ...answer.changes.map((change) => say("rowChange", lang, { ...change })),
    ...answer.moves.map((move) => say(MOVED[move.kind], lang, { ...move })),
    ...(answer.nowOf === "" ? [] : [say("rowNowOf", lang, { person: answer.nowOf })]),
    ...(answer.isMasked ? [say("rowMasked", lang)] : []),
  ];
}

/** Which row gave each field of the record, and why. */
function chosenLines({ chosen }: RowAnswer, lang: Lang): readonly string[] {
  const lines = chosen.map(({ by, ...one }) => {
    return say("rowChosen", lang, { ...one, why: tell(chosenBy[by], lang) });
  });
  return lines.length === 0 ? [] : [say("rowChosenOf", lang), ...lines];
}

const MOVED = { merge: "rowMerged", split: "rowSplit" } as const;

function rowLines(row: ShownRow, lang: Lang): readonly string[] {
  const { correction, isFromFile, length, ...rest } = row;
  const records = row.records.map((record) => nameOf(record, lang)).join(" ");
  const values = { ...plain(rest), length, records, outcome: nameOf(row.outcome, lang) };
  return [
    say("rowPlace", lang, values),
    say(length === 0 ? "rowInSheet" : "rowBytes", lang, values),
    ...(isFromFile ? [] : [say("rowKept", lang)]),
    say("rowText", lang, { text: row.text }),
    ...(row.hex === "" ? [] : [say("rowHex", lang, { hex: row.hex })]),
    ...row.fields.map(({ column, value }) => `    ${column}: ${value}`),
    ...[...row.problems, ...row.repairs].map((line) => `  ${line}`),
    ...correctionLines(correction, lang),
  ];
}

function correctionLines(correction: ShownRow["correction"], lang: Lang): readonly string[] {
  if (correction === undefined) return [];
  const { action, reason, workbook, changes } = correction;
  const short = workbook.slice(0, 16);
  return [
    say("rowCorrected", lang, { action: nameOf(action, lang), reason, workbook: short }),
    ...changes.map(({ column, from, to }) => `    ${column}: ${from} → ${to}`),
  ];
}

function plain(
  row: Pick<ShownRow, "file" | "line" | "run" | "operator" | "layout" | "sha256" | "offset">,
) {
  const { file, line, run, operator, layout, sha256, offset } = row;
  return { file, line, run, operator, layout, sha256, offset };
}

function nameOf(key: string, lang: Lang): string {
  const name = shortNames[key];
  return name === undefined ? key : tell(name, lang);
}
