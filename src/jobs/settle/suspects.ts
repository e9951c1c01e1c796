import { join, relative } from "node:path";
import { subtract, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { RunOutput } from "../../store/port/runs.js";
import { amountName } from "../../text/amount-words.js";
import { suspectHeader } from "../../text/reports.js";
import type { Job } from "../job.js";

const PAGE = 2_000;

/** Writes where windows paid something else than the law gives, amount by amount, for the audit. */
export async function writeSuspects(job: Job, month: Month): Promise<RunOutput> {
  const path = join(job.workspace.output, "private", `suspects-${month}.csv`);
  const textColumns = new Set([0, 1, 2]);
  const content = csvPieces(suspectRows(job, month), { bom: true, textColumns });
  await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
  const file = relative(job.workspace.root, path);
  return { path: file, sha256: await sha256Of(path), isPrivate: true };
}

async function* suspectRows(job: Job, month: Month): AsyncGenerator<readonly string[]> {
  const { lang } = job.workspace;
  yield suspectHeader[lang];
  for (let after = { claimId: 0, field: "" }; ; ) {
    const rows = await job.store.claims.suspectsAfter(month, after, PAGE);
    for (const { medinsSetlId, fixmedinsCode, field, paid, computed } of rows) {
      const amounts = [paid, computed, subtract(paid, computed)].map(yuanText);
      yield [medinsSetlId, fixmedinsCode, amountName(field, lang), ...amounts];
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
