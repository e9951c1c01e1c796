import { outcome } from "../../domain/intake.js";
import { closeTally } from "../../migrate/tally.js";
import type { Store } from "../../store/store.js";
import type { IntakeResult } from "./intake.js";
import type { FileReport } from "./report.js";

/** Where the rows of every file went; each file's count is closed, or nothing is loaded. */
export async function tallyFiles(
  store: Store,
  runId: number,
  files: readonly IntakeResult[],
): Promise<readonly FileReport[]> {
  const counts = await store.intake.outcomes(runId);
  return files.map(({ fileId, path, layout, records: read }) => {
    const rowsWith = (wanted: number): number =>
      counts.find((one) => one.fileId === fileId && one.outcome === wanted)?.rows ?? 0;
    const tally = closeTally(path, {
      read,
      loaded: rowsWith(outcome.loaded),
      merged: rowsWith(outcome.merged),
      setAside: rowsWith(outcome.setAside),
    });
    return { path, record: layout.record, source: layout.source, ...tally };
  });
}
