import { listEntries, withPlainFile } from "../../io/archive.js";
import { kindOf } from "../../io/file-kind.js";

/** The archive in which a file was found. */
export interface Container {
  readonly container: "zip" | "gzip";
  readonly entry: string;
}

/**
 * Calls `work` with the path of a plain file: the file itself, or one that was unpacked for the
 * time of the work. A ZIP file with several files is refused with their names when none was
 * chosen, for the one that was meant cannot be guessed.
 */
export async function inPlainFile<Result>(
  path: string,
  entry: string | undefined,
  work: (plainPath: string, container: Container | undefined) => Promise<Result>,
): Promise<Result> {
  const kind = await kindOf(path);
  const container = kind === "zip" || kind === "gzip" ? kind : undefined;
  const [first] = (await listEntries(path)) ?? [];
  const found = container && { container, entry: entry ?? first?.name ?? "" };
  return withPlainFile(path, entry, (plain) => work(plain, found));
}
