import { kindOf } from "../../io/file-kind.js";
import { looksLike } from "../../io/looks-like.js";
import type { Layout } from "../../migrate/layout.js";

/** The layouts whose kind and encoding are those of a file; none for what is no table at all. */
export async function readableBy(
  path: string,
  layouts: readonly Layout[],
): Promise<readonly Layout[]> {
  const kind = await kindOf(path);
  if (kind !== "text") return [];
  const encoding = await looksLike(path);
  return layouts.filter(({ format }) => {
    if (format.kind === "dbf" || format.kind === "sheet") return false;
    return encoding === "ascii" || encoding === format.encoding;
  });
}
