import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { measureMatching } from "./measure-matching.js";
import { measureMigration } from "./measure-migration.js";
import { measurePolicies } from "./measure-policies.js";
import { measureSample } from "./measure-sample.js";
import { measureSettlement } from "./measure-settlement.js";
import { type Line, tableOf } from "./table.js";

/** What is measured, by the word that asks for it alone. */
const PARTS = {
  policies: measurePolicies,
  migration: measureMigration,
  settlement: measureSettlement,
  matching: measureMatching,
} as const satisfies Readonly<Record<string, (folder: string, scale: number) => readonly Line[]>>;

const USAGE = `node dist/bench/bench.js [--quick] [--full] [${Object.keys(PARTS).join("|")}]…`;

/**
 * Measures what takes long, each against a plain peer in the same run, because only the ratio of
 * the two means anything on another machine. `--quick` does a tenth of everything, `--full` makes
 * a city of a million people as well; a part named is measured alone. Whatever is made lies in a
 * temporary folder and is removed.
 */
function main(words: readonly string[]): void {
  const flags = words.filter((word) => word.startsWith("--"));
  const named = words.filter((word): word is keyof typeof PARTS => word in PARTS);
  const isKnown = flags.every((flag) => flag === "--quick" || flag === "--full");
  if (!isKnown || flags.length + named.length < words.length) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const scale = flags.includes("--quick") ? 0.1 : 1;
  const parts = named.length > 0 ? named : (Object.keys(PARTS) as readonly (keyof typeof PARTS)[]);
  const folder = mkdtempSync(join(tmpdir(), "liutong-bench-"));
  try {
    const lines: Line[] = [
      ...parts.flatMap((part) => PARTS[part](folder, scale)),
      ...(flags.includes("--full") ? measureSample(folder, scale) : []),
    ];
    const [cpu] = cpus();
    console.log(`node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? "?"}`);
    console.log("Times are medians of three whole processes, ours and the peer in turn.\n");
    console.log(tableOf(lines));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2));
