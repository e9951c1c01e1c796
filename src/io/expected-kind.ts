import type { FormatKind } from "../domain/format.js";
import { Refusal } from "../domain/refusal.js";
import { expectedTexts } from "../text/damage.js";
import { kindTexts } from "../text/inspect.js";
import { type Lang, tell } from "../text/tell.js";
import { isDbfVersion, kindOf, type OtherKind } from "./file-kind.js";
import { bytesAt, openFile } from "./files.js";

/** Refuses, as `format-differs`, a file that is known to be of another kind than is expected. */
export async function refuseOtherKind(path: string, format: FormatKind): Promise<void> {
  const kind = await kindOf(path);
  if (kind === "text" ? await mayBe(path, format) : KINDS[format].includes(kind)) return;
  const texts = { ...kindTexts, text: expectedTexts.text };
  const found = (lang: Lang): string => tell(texts[kind], lang);
  const expected = (lang: Lang): string => tell(expectedTexts[format], lang);
  throw new Refusal("format-differs", { found: path, kind: found, expected });
}

/** Bytes of no known kind are left to the reader, which can say more about them. */
const KINDS: Readonly<Record<FormatKind, readonly OtherKind[]>> = {
  delimited: ["utf-16", "binary"],
  pairs: ["utf-16", "binary"],
  fixed: ["utf-16", "binary"],
  dbf: ["dbf", "binary", "utf-16"],
  sheet: ["xls", "xlsx"],
};

/** What looks like text may be a DBF with a damaged header, if it begins like one. */
async function mayBe(path: string, format: FormatKind): Promise<boolean> {
  if (format !== "dbf") return format !== "sheet";
  const file = await openFile(path);
  try {
    const [first] = await bytesAt(file, 0, 1);
    return first === undefined || isDbfVersion(first);
  } finally {
    await file.close();
  }
}
