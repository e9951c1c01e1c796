import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import {
  type UpdatableField,
  type UpdateRule,
  type UpdateRules,
  updatableFields,
  updateRules,
} from "../domain/update-rule.js";

/**
 * Reads `mappings/updates.yaml`: what a supplement and a correction may change, field by field.
 * Every field has its rule; unknown fields and rules are problems with their line.
 */
export function parseUpdateRules(
  file: string,
  document: DocumentNode,
): {
  readonly rules: Readonly<Record<"supplement" | "correction", UpdateRules>>;
  readonly problems: readonly Problem[];
} {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["supplement", "correction"]);
  const rulesOf = (node: DocumentNode | undefined): UpdateRules => {
    const keys = node === undefined ? {} : reader.fields(node, updatableFields);
    const rules = updatableFields.map((field) => {
      return [field, reader.oneOf(keys[field], updateRules)] as const;
    });
    return Object.fromEntries(rules) as Record<UpdatableField, UpdateRule>;
  };
  const [supplement, correction] = [rulesOf(top["supplement"]), rulesOf(top["correction"])];
  return { rules: { supplement, correction }, problems: reader.problems };
}
