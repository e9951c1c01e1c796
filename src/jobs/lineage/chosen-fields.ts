import { maskText } from "../../domain/mask.js";
import { rowText } from "../../domain/row-number.js";
import type { ChosenBy } from "../../match/survivor.js";
import { survivorOf } from "../../match/survivor.js";
import { survivorFields, valueIn } from "../../match/survivor-rules.js";
import type { Job } from "../job.js";
import { personRulesOf } from "../match/person-rules.js";
import { givingRows } from "../match/remake-person.js";

/** A field of a person's record: its value, the row that gave it, and by which rule. */
export interface ChosenField {
  readonly field: string;
  readonly value: string;
  readonly place: string;
  readonly by: ChosenBy;
}

/**
 * Why the record of a person says what it says, field by field, where several rows gave it: by the
 * rules of the run that made it. What later rows changed stands in the changes. Values are masked
 * unless they may be shown.
 */
export async function chosenFields(
  { store, workspace }: Pick<Job, "store" | "workspace">,
  psnNo: string,
  isMasked: boolean,
): Promise<readonly ChosenField[]> {
  const [rows = []] = await store.rows.personRows([psnNo]);
  if (rows.length < 2) return [];
  const giving = givingRows(rows);
  if (giving.length < 2) return [];
  const run = Math.max(...giving.map((row) => row.runId));
  const { survivors } = await personRulesOf(store, run, workspace.mappings);
  const { choices } = survivorOf(giving, survivors);
  const fields: ChosenField[] = [];
  for (const field of survivorFields) {
    const { row, by } = choices[field];
    const value = valueIn(field, row);
    if (value === "") continue;
    const path = (await store.intake.file(row.fileId))?.path ?? "";
    const shown = isMasked ? maskText(value) : value;
    fields.push({ field, value: shown, place: `${path}:${rowText(row.line)}`, by });
  }
  return fields;
}
