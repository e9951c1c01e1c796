import assert from "node:assert";
import type { CertnoStatus } from "../domain/certno.js";
import type { SourcePerson } from "../domain/records.js";
import type { DatedPerson } from "../domain/source-rows.js";
import {
  type SurvivorField,
  type SurvivorRule,
  type SurvivorRules,
  survivorFields,
  valueIn,
} from "./survivor-rules.js";

/** Why a field is what it is: all rows agree, a rule chose, or the earliest place did. */
export type ChosenBy = "agreed" | SurvivorRule | "place";

export interface Choice<Row> {
  readonly row: Row;
  readonly by: ChosenBy;
}

/** The record of a person, and which row gave each of its fields by which rule. */
export interface Survivor<Row> {
  /** The row of the certificate number, with every field as it was chosen. */
  readonly record: Row;
  readonly choices: Readonly<Record<SurvivorField, Choice<Row>>>;
}

/**
 * The record of a person from all rows that are this person, field by field by the rules. A row
 * that states nothing in a field never gives it while another states something. Each rule keeps
 * the rows that are best by it; where all of those agree the field is decided. What no rule
 * decides goes by the number in the old register, then by the place in the delivery, so the order
 * of the rows never matters.
 */
export function survivorOf<Row extends DatedPerson>(
  rows: readonly Row[],
  rules: SurvivorRules,
): Survivor<Row> {
  assert(rows.length > 0, "a person has at least one row");
  const inOrder = [...rows].sort(byPlace);
  const choices = Object.fromEntries(
    survivorFields.map((field) => [field, choiceOf(field, inOrder, rules)]),
  ) as Record<SurvivorField, Choice<Row>>;
  const household = choices.household_no.row;
  const record: Row = {
    ...choices.certno.row,
    psnName: choices.psn_name.row.psnName,
    gend: choices.gend.row.gend,
    brdy: choices.brdy.row.brdy,
    naty: choices.naty.row.naty,
    tel: choices.tel.row.tel,
    householdNo: household.householdNo,
    headRelation: relationIn(household, inOrder),
    insuplcAdmdvs: choices.insuplc_admdvs.row.insuplcAdmdvs,
  };
  return { record, choices };
}

/** A relation is told of a household: another row of the same one may state what this leaves. */
function relationIn(chosen: DatedPerson, rows: readonly DatedPerson[]): string {
  const { source, householdNo, headRelation } = chosen;
  if (headRelation !== "" || householdNo === "") return headRelation;
  const told = rows.find((row) => {
    return row.source === source && row.householdNo === householdNo && row.headRelation !== "";
  });
  return told?.headRelation ?? "";
}

function choiceOf<Row extends DatedPerson>(
  field: SurvivorField,
  rows: readonly Row[],
  rules: SurvivorRules,
): Choice<Row> {
  const stating = rows.filter((row) => states(field, row));
  let candidates = stating.length > 0 ? stating : rows;
  let by: ChosenBy = "agreed";
  for (const rule of rules.fields[field]) {
    if (isDecided(field, candidates)) break;
    const best = bestBy(rule, field, candidates, rules);
    if (best.length < candidates.length) by = rule;
    candidates = best;
  }
  if (!isDecided(field, candidates)) by = "place";
  const [row] = candidates;
  assert(row !== undefined, "a rule keeps at least one row");
  return { row, by };
}

/** Households are numbered by each register for itself. */
function isDecided(field: SurvivorField, rows: readonly DatedPerson[]): boolean {
  const [first] = rows;
  return rows.every(
    (row) =>
      valueIn(field, row) === (first === undefined ? "" : valueIn(field, first)) &&
      (field !== "household_no" || row.source === first?.source),
  );
}

/** 性别: 1 男 and 2 女; the other codes say that it is not known. */
function states(field: SurvivorField, row: SourcePerson): boolean {
  const value = valueIn(field, row);
  return field === "gend" ? value === "1" || value === "2" : value !== "";
}

/** The rows that are best by a rule: those with the highest rank. */
function bestBy<Row extends DatedPerson>(
  rule: SurvivorRule,
  field: SurvivorField,
  rows: readonly Row[],
  rules: SurvivorRules,
): readonly Row[] {
  const rankOf = (row: Row): number | string => {
    switch (rule) {
      case "valid-certno":
        return TRUST[row.certnoStatus] ?? 0;
      case "most-frequent":
        return rows.filter((other) => isDecided(field, [row, other])).length;
      case "longest":
        return [...valueIn(field, row)].length;
      case "most-recent":
        return `${String(row.runId).padStart(12, "0")} ${row.statedOn}`;
      case "most-trusted":
        return -(rules.sources.indexOf(row.source) + 1 || rules.sources.length + 1);
    }
  };
  const ranked = rows.map((row) => [row, rankOf(row)] as const);
  const best = ranked.reduce((most, [, rank]) => (rank > most ? rank : most), ranked[0]?.[1] ?? 0);
  return ranked.filter(([, rank]) => rank === best).map(([row]) => row);
}

const TRUST: Readonly<Partial<Record<CertnoStatus, number>>> = { valid: 2, upgraded: 1 };

/** By the number in the old register, which a shuffled file does not change, then by place. */
function byPlace(left: DatedPerson, right: DatedPerson): number {
  return (
    compare(left.source, right.source) ||
    compare(left.legacyId, right.legacyId) ||
    left.fileId - right.fileId ||
    left.line - right.line
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
