import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { csvText } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { writeWorkbook } from "../../io/xlsx.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Job } from "../job.js";
import type { UndoReport } from "./undo-report.js";
import { settlementCsv, undoSheets } from "./undo-sheets.js";

/**
 * Writes what a split changes as a workbook, and its settlements as CSV, for their owner's eyes.
 * The same split has the same files.
 */
export async function writeUndoFiles(
  { workspace }: Pick<Job, "workspace">,
  report: UndoReport,
): Promise<readonly RunOutput[]> {
  const { lang, output, root } = workspace;
  const path = join(output, "private", `match-undo-${report.approval}`);
  const mode = { mode: PRIVATE_MODE };
  await writeFileAtomic(`${path}.xlsx`, await writeWorkbook(undoSheets(report, lang)), mode);
  const rows = settlementCsv(report, lang);
  const options = { bom: true, textColumns: new Set([0, 1, 2, 6, 11]) };
  await writeFileAtomic(`${path}.csv`, csvText(rows, options), mode);
  const files = [`${path}.xlsx`, `${path}.csv`];
  return Promise.all(
    files.map(async (file) => {
      return { path: relative(root, file), sha256: await sha256Of(file), isPrivate: true };
    }),
  );
}

/**
 * One hash over what a split changes: an approval holds for just this. A number that nobody has had
 * is left out, as another may have been given since.
 */
export function listedHash({ psnNo, consequences, leaving }: UndoReport): string {
  const number = leaving.numbering === "new" ? "" : leaving.psnNo;
  const listed = JSON.stringify({ psnNo, number, consequences });
  return createHash("sha256").update(listed).digest("hex");
}
