import type { SourceKey } from "../../domain/source-key.js";

/** The columns of a key, with a prefix before each; `@` before them for values by name. */
export function keyColumns(side: string, mark = ""): string {
  const names = ["source", "legacy_id", "psn_name", "place"];
  return names.map((name) => `${mark}${side}_${name}`).join(", ");
}

/** The values of a key by the names of its columns. */
export function keyValues(side: string, key: SourceKey): Readonly<Record<string, string>> {
  return {
    [`${side}_source`]: key.source,
    [`${side}_legacy_id`]: key.legacyId,
    [`${side}_psn_name`]: key.psnName,
    [`${side}_place`]: key.place,
  };
}

/** The key that stands in a row under a prefix. */
export function keyFrom(side: string, row: Readonly<Record<string, unknown>>): SourceKey {
  const text = (name: string): string => String(row[`${side}_${name}`] ?? "");
  return {
    source: text("source"),
    legacyId: text("legacy_id"),
    psnName: text("psn_name"),
    place: text("place"),
  };
}
