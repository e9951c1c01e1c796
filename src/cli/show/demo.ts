import { relative } from "node:path";
import type { DemoReport } from "../../jobs/demo.js";
import type { Lang } from "../../text/tell.js";
import { budgetLines } from "./budget.js";
import { bodyLines, sourceLines } from "./migrate.js";
import { closeLines } from "./month.js";
import { settleLines } from "./settle.js";
import { fileLines, say } from "./words.js";

/** The whole road on one screen: what each step came to, and where everything lies. */
export function demoLines(report: DemoReport, lang: Lang): readonly string[] {
  const { migrated, settled, budgeted, closed, workspace } = report;
  const outputs = [...migrated.outputs, ...settled.outputs, ...budgeted.outputs];
  const here = relative(process.cwd(), workspace);
  const files = outputs.map((file) => ({ ...file, path: `${here}/${file.path}` }));
  return [
    say("delivery", lang, { delivery: migrated.delivery, run: migrated.runId }),
    ...sourceLines(migrated, lang),
    ...bodyLines(migrated, lang),
    ...settleLines({ ...settled, outputs: [] }, lang),
    ...budgetLines({ ...budgeted, outputs: [] }, lang),
    ...closeLines(closed, lang),
    say("outputs", lang),
    ...fileLines(files, lang),
    `  ${say("database", lang, { path: `${here}/liutong.db` })}`,
    say("fingerprint", lang, { sha: report.fingerprint }),
  ];
}
