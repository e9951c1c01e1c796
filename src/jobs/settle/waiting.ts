import { join, relative } from "node:path";
import type { Month } from "../../domain/period.js";
import { problem, tellProblem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { WaitingClaim } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { waitingHeader } from "../../text/reports.js";
import type { Job } from "../job.js";

const PAGE = 2_000;

/** Claims whose old number leads to nobody (or to two people) wait with that reason. */
export async function waitForPeople(store: Store, month: Month): Promise<void> {
  for (let after = 0; ; ) {
    const claims = await store.claims.withoutPerson(month, after, PAGE);
    const waiting = claims.map(({ claimId, legacyId, insuSource }): WaitingClaim => {
      const values = { found: legacyId, source: insuSource };
      return {
        claimId,
        problems: [problem("claim-person-unknown", { file: "", field: "legacy_id" }, values)],
      };
    });
    const nothing = { settled: [], suspects: [], years: [] };
    await store.claims.writeRange({ month, waiting, ...nothing });
    const last = claims.at(-1)?.claimId;
    if (last === undefined) return;
    after = last;
  }
}

/** Writes the claims that wait, each with its reasons and what to do: personal data, owner only. */
export async function writeWaiting(job: Job, month: Month): Promise<RunOutput> {
  const path = join(job.workspace.output, "private", `waiting-${month}.csv`);
  const content = csvPieces(waitingRows(job, month), {
    bom: true,
    textColumns: new Set([0, 1, 4]),
  });
  await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
  const file = relative(job.workspace.root, path);
  return { path: file, sha256: await sha256Of(path), isPrivate: true };
}

async function* waitingRows(job: Job, month: Month): AsyncGenerator<readonly string[]> {
  const { lang } = job.workspace;
  yield waitingHeader[lang];
  for (let after = 0; ; ) {
    const rows = await job.store.claims.waitingAfter(month, after, PAGE);
    for (const { claim, problems } of rows) {
      const reasons = problems.map((one) => tellProblem(one, lang)).join(";");
      const codes = problems.map((one) => one.code).join(" ");
      const file = problems[0]?.place.file ?? "";
      yield [claim.medinsSetlId, file, rowText(claim.line), codes, reasons];
    }
    const last = rows.at(-1)?.claim.claimId;
    if (last === undefined) return;
    after = last;
  }
}
