import type { DocumentNode, DocumentReader } from "../domain/document.js";
import type { FieldKind } from "./level.js";

/** What of a field goes into a key: all of it, or a part that errors elsewhere do not touch. */
export const cuts = ["whole", "first", "last", "sound", "year", "monthday"] as const;
export type Cut = (typeof cuts)[number];

export interface KeyPart {
  readonly field: string;
  readonly cut: Cut;
  /** How many characters of `first` and `last`. */
  readonly length: number;
}

/**
 * Reads one part of a key: `name`, `name sound`, `birth year`, `surname first 3`. A field that the
 * spec does not describe is `field-unknown`.
 */
export function readKeyPart(
  reader: DocumentReader,
  node: DocumentNode,
  kindOf: (field: string) => FieldKind | undefined,
  fields: readonly string[],
): readonly KeyPart[] {
  const [field = "", word = "whole", count = "", ...rest] = reader.text(node).split(" ");
  const kind = kindOf(field);
  if (kind === undefined) {
    reader.report("field-unknown", node, { found: field, expected: fields.join(", ") });
    return [];
  }
  const cut = cutsOf(kind).find((one) => one === word);
  const isCounted = word === "first" || word === "last";
  const isFit = isCounted ? /^[1-9]\d?$/.test(count) : count === "";
  if (cut !== undefined && isFit && rest.length === 0) {
    return [{ field, cut, length: Number(count) }];
  }
  reader.unfit(
    node,
    cutsOf(kind)
      .map((one) => shown(field, one))
      .join(" | "),
  );
  return [];
}

function cutsOf(kind: FieldKind): readonly Cut[] {
  const common = ["whole", "first", "last"] as const;
  if (kind === "name") return [...common, "sound"];
  return kind === "day" ? [...common, "year", "monthday"] : common;
}

function shown(field: string, cut: Cut): string {
  if (cut === "whole") return field;
  return cut === "first" || cut === "last" ? `${field} ${cut} 3` : `${field} ${cut}`;
}
