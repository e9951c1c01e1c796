import type { PersonRecord } from "../domain/records.js";
import type { DatedPerson } from "../domain/source-rows.js";
import { type Survivor, survivorOf } from "./survivor.js";
import type { SurvivorRules } from "./survivor-rules.js";

/** The record of a person, and the rows that made it. */
export interface MadeRecord<Row extends DatedPerson> {
  readonly record: PersonRecord;
  /** The row that counts as loaded; the others are merged into it. */
  readonly lead: Row;
  /** Which row gave each field, by which rule. */
  readonly choices: Survivor<Row>["choices"];
}

/**
 * The record of a person from all rows that give it, in any order, by the survivor rules. Loading,
 * merging and splitting all make records here and nowhere else, so a record can always be made
 * again.
 */
export function recordOf<Row extends DatedPerson>(
  rows: readonly Row[],
  rules: SurvivorRules,
): MadeRecord<Row> {
  const { record: survivor, choices } = survivorOf(rows, rules);
  const { psnName, certno, certnoStatus, gend, brdy, naty, tel } = survivor;
  const { householdNo, headRelation, insuplcAdmdvs } = survivor;
  const identity = { psnName, certno, certnoStatus, gend, brdy, naty, tel };
  const record = { ...identity, householdNo, headRelation, insuplcAdmdvs };
  return { record, lead: choices.certno.row, choices };
}
