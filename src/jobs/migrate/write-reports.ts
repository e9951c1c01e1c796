import { join, relative } from "node:path";
import { tellProblem } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import { rowText } from "../../domain/row-number.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { RunOutput } from "../../store/port/runs.js";
import { setAsideHeader } from "../../text/reports.js";
import type { Job } from "../job.js";
import type { Delivery } from "./read-delivery.js";

const PAGE = 2_000;

/**
 * Writes the set-aside rows of a run for the clerk: place, every reason, the text as delivered. The
 * file holds personal data, so it is for its owner's eyes only.
 */
export async function writeReports(
  job: Job,
  runId: number,
  delivery: Delivery,
): Promise<readonly RunOutput[]> {
  // Named by what was delivered, so that another attempt writes the same file.
  const name = `set-aside-${delivery.manifest.month}-${delivery.hash.slice(0, 8)}.csv`;
  const path = join(job.workspace.output, "private", name);
  const content = csvPieces(setAsideRows(job, runId), { bom: true, textColumns: new Set([3]) });
  await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
  const file = relative(job.workspace.root, path);
  return [{ path: file, sha256: await sha256Of(path), isPrivate: true }];
}

async function* setAsideRows(job: Job, runId: number): AsyncGenerator<readonly string[]> {
  const { lang } = job.workspace;
  yield setAsideHeader[lang];
  for (let after: Origin = { fileId: 0, line: 0 }; ; ) {
    const rows = await job.store.intake.setAsideAfter(runId, after, PAGE);
    for (const row of rows) {
      const reasons = row.problems.map((one) => tellProblem(one, lang)).join(";");
      const codes = row.problems.map((one) => one.code).join(" ");
      yield [row.path, rowText(row.line), codes, row.raw, reasons];
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
