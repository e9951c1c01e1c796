import { basename } from "node:path";
import type { FileFormat } from "../../domain/format.js";
import { Refusal } from "../../domain/refusal.js";
import { canBeReadIn } from "../../io/encoding-evidence.js";
import { kindOf } from "../../io/file-kind.js";
import type { Layout } from "../../migrate/layout.js";
import { kindTexts } from "../../text/inspect.js";
import { type Lang, tell } from "../../text/tell.js";

/** The layouts whose kind and encoding are those of a file; refuses what is no table at all. */
export async function readableBy(
  path: string,
  layouts: readonly Layout[],
): Promise<readonly Layout[]> {
  const kind = await kindOf(path);
  if (kind === "dbf") return layouts.filter(({ format }) => format.kind === "dbf");
  if (kind === "xls" || kind === "xlsx") {
    return layouts.filter(({ format }) => format.kind === "sheet");
  }
  if (kind !== "text" && kind !== "utf-16") {
    const told = (lang: Lang): string => tell(kindTexts[kind], lang);
    throw new Refusal("file-kind-unread", { found: basename(path), kind: told });
  }
  const texts = layouts.filter(({ format }) => format.kind !== "dbf" && format.kind !== "sheet");
  const fitting = new Set<string>();
  for (const { format } of texts) {
    const encoding = encodingOf(format);
    if (encoding === undefined || fitting.has(encoding)) continue;
    if (await canBeReadIn(path, encoding)) fitting.add(encoding);
  }
  return texts.filter(({ format }) => fitting.has(encodingOf(format) ?? ""));
}

function encodingOf(format: FileFormat) {
  return "encoding" in format ? format.encoding : undefined;
}
