import { type DocumentNode, DocumentReader } from "../domain/document.js";
import { nearest } from "../domain/nearest.js";
import type { Problem } from "../domain/problem.js";
import type { SourcePerson } from "../domain/records.js";

/**
 * The fields of a person's record that are chosen one by one. The status of a certificate number
 * goes with the number, and the relation to the head with the household.
 */
export const survivorFields = [
  "psn_name",
  "certno",
  "gend",
  "brdy",
  "naty",
  "tel",
  "household_no",
  "insuplc_admdvs",
] as const;
export type SurvivorField = (typeof survivorFields)[number];

/** What a row states in a field. */
export function valueIn(field: SurvivorField, row: SourcePerson): string {
  switch (field) {
    case "psn_name":
      return row.psnName;
    case "household_no":
      return row.householdNo;
    case "insuplc_admdvs":
      return row.insuplcAdmdvs;
    default:
      return row[field];
  }
}

/** Which of several rows of one person gives a field. */
export const survivorRules = [
  /** The row whose certificate number is valid as written, then one that was completed. */
  "valid-certno",
  /** The value that the most rows state. */
  "most-frequent",
  /** The value with the most characters. */
  "longest",
  /** The row of the latest delivery, then of the latest enrolment. */
  "most-recent",
  /** The row of the register that comes first in `sources`. */
  "most-trusted",
] as const;
export type SurvivorRule = (typeof survivorRules)[number];

/** How the record of a person is made of several rows, as data. */
export interface SurvivorRules {
  readonly title: string;
  /** Registers, the most trusted first; one that is not named comes last. */
  readonly sources: readonly string[];
  /** The rules of each field: the second decides where the first leaves a tie. */
  readonly fields: Readonly<Record<SurvivorField, readonly SurvivorRule[]>>;
}

/**
 * Reads `mappings/match/survivors.yaml`. Every field has at least one rule, and no rule twice;
 * where `most-trusted` is used, `sources` names at least one register. Unknown keys and rules are
 * problems with their line (`key-unknown`, `key-missing`, `value-unfit`).
 */
export function parseSurvivors(
  file: string,
  document: DocumentNode,
): { readonly rules: SurvivorRules; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["title", "fields"], ["sources"]);
  const keys = top["fields"] === undefined ? {} : reader.fields(top["fields"], survivorFields);
  const chains = survivorFields.map((field) => [field, chainOf(reader, keys[field])] as const);
  const sources = reader.list(top["sources"]).map((one) => reader.text(one));
  const usesTrust = chains.some(([, chain]) => chain.includes("most-trusted"));
  if (usesTrust && sources.length === 0) {
    reader.report("key-missing", top["sources"] ?? document, { expected: "sources: [ncms, …]" });
  }
  const fields = Object.fromEntries(chains) as SurvivorRules["fields"];
  return {
    rules: { title: reader.text(top["title"]), sources, fields },
    problems: reader.problems,
  };
}

/** `[valid-certno, most-recent]`: at least one rule, none of them twice. */
function chainOf(reader: DocumentReader, node: DocumentNode | undefined): readonly SurvivorRule[] {
  if (node === undefined) return [];
  const items = reader.list(node);
  if (node.kind === "list" && items.length === 0) reader.unfit(node, "[most-recent, …]");
  const chain: SurvivorRule[] = [];
  for (const item of items) {
    const text = reader.text(item);
    const rule = survivorRules.find((one) => one === text);
    if (rule === undefined || chain.includes(rule)) {
      const near = rule === undefined ? nearest(text, survivorRules) : undefined;
      const hint = near === undefined ? "" : ` (${near}?)`;
      const others = survivorRules.filter((one) => !chain.includes(one));
      reader.unfit(item, `${others.join(" | ")}${hint}`);
    } else chain.push(rule);
  }
  return chain;
}
