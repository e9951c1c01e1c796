import { DocumentReader } from "../domain/document.js";
import { nearest } from "../domain/nearest.js";
import type { Problem } from "../domain/problem.js";
import { expectedConstant } from "./constant-value.js";
import type { Layout } from "./layout.js";
import type { ManifestFile } from "./manifest.js";
import { companions, targetsOf } from "./targets.js";

/**
 * The layout of one file of a delivery, with the constants that the manifest gives for that file:
 * the division of a township's list, the hospital of a log. Problems, in the manifest: a field that
 * the record does not have (`target-unknown`), one that a column fills (`target-repeated`), a value
 * that is not what the field holds (`value-unfit`), and one that the layout or another field asks
 * for but nobody gives (`key-missing`).
 */
export function withConstants(
  layout: Layout,
  file: Pick<ManifestFile, "constants" | "line">,
  manifest: string,
): { readonly layout: Layout; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(manifest);
  const { required, optional } = targetsOf(layout.record);
  const known = [...required, ...optional];
  for (const { field, value, line } of file.constants) {
    const expected = expectedConstant(field, value);
    if (expected !== undefined) reader.report("value-unfit", { line }, { found: value, expected });
    const column = layout.columns.find((one) => one.target === field);
    if (!known.includes(field)) {
      const hint = nearest(field, known) ?? "";
      const values = { found: field, expected: layout.record, nearest: hint };
      reader.report("target-unknown", { line }, values);
    } else if (column !== undefined) {
      reader.report("target-repeated", { line }, { found: field, other: column.name });
    }
  }
  for (const field of layout.given) {
    if (file.constants.some((one) => one.field === field)) continue;
    reader.report("key-missing", file, { expected: `constants: { ${field}: … }` });
  }
  for (const [field, other] of Object.entries(companions)) {
    const isStated = (one: string) => file.constants.some((constant) => constant.field === one);
    const isFilled = layout.columns.some(({ target }) => target === other);
    if (!isStated(field) || isStated(other) || isFilled || other in layout.constants) continue;
    reader.report("key-missing", file, { expected: `constants: { ${other}: … }` });
  }
  const constants = Object.fromEntries(file.constants.map(({ field, value }) => [field, value]));
  const complete = { ...layout, constants: { ...layout.constants, ...constants } };
  return { layout: complete, problems: reader.problems };
}
