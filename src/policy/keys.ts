import type { DocumentNode, DocumentReader, MapEntry } from "../domain/document.js";
import { nearest } from "../domain/nearest.js";
import { conditionKeys, effectKeys, outcomeKeys } from "./language.js";

/** Keys of a version that are not form keys. */
export const versionKeys = ["from", "to", "status", "cite", "value", "assumes"] as const;
/** Form keys of all parameters. */
export const formKeys = ["per", "axis", "with", "counts", "each", "of", "over", "way"] as const;

const everywhere: readonly string[] = [
  ...["title", "parameters", "label", "versions"],
  ...versionKeys,
  ...formKeys,
  ...conditionKeys,
  ...outcomeKeys,
  ...effectKeys,
];

/**
 * The values of a map by key. A key that stands here by mistake is told with the nearest of those
 * that may stand here (`key-misspelt`), or as one of another place (`key-misplaced`).
 */
export function fieldsOf(
  reader: DocumentReader,
  node: DocumentNode,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Partial<Record<string, DocumentNode>>> {
  const found: Record<string, DocumentNode> = {};
  const allowed = [...required, ...optional];
  for (const entry of reader.entries(node)) {
    if (allowed.includes(entry.key)) found[entry.key] = entry.value;
    else reportKey(reader, entry, allowed);
  }
  if (node.kind === "map") {
    for (const key of required) {
      if (found[key] === undefined) reader.report("key-missing", node, { expected: key });
    }
  }
  return found;
}

/** Reports a key that may not stand where it stands. */
export function reportKey(
  reader: DocumentReader,
  entry: MapEntry,
  allowed: readonly string[],
): void {
  const { value } = entry;
  if (value.kind === "text" && value.text === "" && !value.isQuoted && !/^\w+$/.test(entry.key)) {
    reader.report("comma-unquoted", entry, { found: entry.key });
    return;
  }
  const values = { found: entry.key, expected: allowed.join(", ") || "–" };
  if (everywhere.includes(entry.key)) reader.report("key-misplaced", entry, values);
  else {
    const near = nearest(entry.key, allowed) ?? "–";
    reader.report("key-misspelt", entry, { ...values, nearest: near });
  }
}
