import type { Store } from "../../store/store.js";
import type { IntakeResult } from "./intake.js";
import type { IntakeFile } from "./intake-file.js";

/** A file whose content came before, by name. */
export interface RepeatedFileReport {
  readonly path: string;
  /** The file that brought it, and in which run. */
  readonly other: string;
  readonly run: number;
  /** Records that say nothing new, and those that wait there and were tried again. */
  readonly repeated: number;
  readonly waiting: number;
}

/**
 * A file with the one that brought the same content before, if there is one: in an earlier run, or
 * under another name in this delivery. It must have been read in the same way: with another mapping
 * or crosswalk the same bytes may say something else.
 */
export async function withRepeats(store: Store, file: IntakeFile): Promise<IntakeFile> {
  const { runId, sha256, reading } = file;
  const before = await store.intake.sameContent(sha256, reading);
  if (before === undefined) return file;
  const isCopy = before.runId === runId;
  const waiting = isCopy ? new Set<number>() : await store.intake.waitingLines(before.fileId);
  return { ...file, repeats: { ...before, isCopy, waiting } };
}

/** The files of a delivery that repeat another of it: copy → original. */
export function copiesAmong(files: readonly IntakeResult[]): ReadonlyMap<number, number> {
  return new Map(
    files.flatMap(({ fileId, repeats }) =>
      repeats?.isCopy === true ? [[fileId, repeats.fileId] as const] : [],
    ),
  );
}

export function repeatedFiles(files: readonly IntakeResult[]): readonly RepeatedFileReport[] {
  return files.flatMap(({ path, records, repeats }) => {
    if (repeats === undefined) return [];
    const { path: other, runId: run, records: repeated } = repeats;
    return [{ path, other, run, repeated, waiting: records - repeated }];
  });
}
