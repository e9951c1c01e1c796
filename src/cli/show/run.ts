import { acceptedNotes } from "../../jobs/migrate/accepted-differences.js";
import type { RunDetails, Verification } from "../../jobs/runs.js";
import type { Run } from "../../store/port/runs.js";
import type { Lang } from "../../text/tell.js";
import { fileLines, say, table } from "./words.js";

export function runListLines(runs: readonly Run[], lang: Lang): readonly string[] {
  const rows = runs.map((run) => [String(run.runId), ...columnsOf(run)]);
  return table(["run", "command", "subject", "state", "operator", "started"], 6, rows, lang);
}

/** A run, the files it read with their hashes, what it reported and what it wrote. */
export function runLines(run: RunDetails, lang: Lang): readonly string[] {
  const inputs = run.inputs.map(({ role, path, sha256 }) => [role, path, sha256.slice(0, 16)]);
  return [
    ...runListLines([run], lang),
    say("inputs", lang),
    ...table(["role", "file", "sha"], 3, inputs, lang),
    say("outputs", lang),
    ...fileLines(run.outputs, lang),
    say("report", lang),
    run.report === "" ? "" : JSON.stringify(JSON.parse(run.report), null, 2),
    ...run.correctedLater.map((one) => say("correctedLater", lang, { ...one })),
    ...acceptedNotes(run.acceptedDifferences, lang),
  ];
}

export function verificationLines(
  { fingerprint: sha, outputs, changed }: Verification,
  lang: Lang,
): readonly string[] {
  return [
    ...changed.map((path) => say("changedFile", lang, { path })),
    say("verified", lang, { count: outputs - changed.length }),
    say("fingerprint", lang, { sha }),
  ];
}

function columnsOf({ kind, subject, state, operator, startedAt }: Run): readonly string[] {
  return [kind, subject.slice(0, 16), state, operator, startedAt];
}
