import { join, relative } from "node:path";
import { fromFen, sum } from "../../domain/money.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { type Column, type Sheet, writeWorkbook } from "../../io/xlsx.js";
import type { RunOutput } from "../../store/port/runs.js";
import { reviewSummary } from "../../text/review-summary.js";
import { type Lang, tell } from "../../text/tell.js";
import type { Job } from "../job.js";
import type { DecidedMerges } from "./merge-decided.js";
import { settlementSheet, subsidySheet } from "./undo-sheets.js";

/** Writes who was put together, and what it means in money, as a workbook for its owner's eyes. */
export async function writeMerges(
  { workspace }: Job,
  runId: number,
  merges: DecidedMerges,
): Promise<RunOutput> {
  const { lang, output, root } = workspace;
  const { consequences } = merges;
  const path = join(output, "private", `merged-${runId}.xlsx`);
  const sheets = [
    mergedSheet(merges, lang),
    subsidySheet(consequences, lang),
    settlementSheet(consequences.settlements, consequences.sums, lang),
  ];
  await writeFileAtomic(path, await writeWorkbook(sheets), { mode: PRIVATE_MODE });
  return { path: relative(root, path), sha256: await sha256Of(path), isPrivate: true };
}

/** Every merge with what was settled under the number that is gone. */
function mergedSheet({ merged }: DecidedMerges, lang: Lang): Sheet {
  const say = (name: keyof typeof reviewSummary): string => tell(reviewSummary[name], lang);
  const columns: readonly Column[] = [
    { header: say("kept"), kind: "text" },
    { header: say("gone"), kind: "text" },
    { header: say("settledClaims"), kind: "count" },
    { header: say("settledFund"), kind: "amount" },
  ];
  const rows = merged.map(({ kept, gone, settled }) => {
    const claims = settled.reduce((count, one) => count + one.claims, 0);
    return [kept, gone, claims, sum(settled.map((one) => fromFen(one.fundPaySumamt)))];
  });
  return { name: say("mergedSheet"), columns, rows };
}
