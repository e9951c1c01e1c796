import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { measureMatching } from "./measure-matching.js";
import { measureMigration } from "./measure-migration.js";
import { measurePolicies } from "./measure-policies.js";
import { measureSample } from "./measure-sample.js";
import { measureSettlement } from "./measure-settlement.js";
import { type Line, tableOf } from "./table.js";

const USAGE = "node dist/bench/bench.js [--quick] [--full]";

/**
 * Measures what takes long, each against a plain peer in the same run, because only the ratio of
 * the two means anything on another machine. `--quick` does a tenth of everything, `--full` makes
 * a city of a million people as well. Whatever is made lies in a temporary folder and is removed.
 */
function main(words: readonly string[]): void {
  if (words.some((word) => word !== "--quick" && word !== "--full")) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const scale = words.includes("--quick") ? 0.1 : 1;
  const folder = mkdtempSync(join(tmpdir(), "liutong-bench-"));
  try {
    const lines: Line[] = [
      ...measurePolicies(),
      ...measureMigration(folder, scale),
      ...measureSettlement(folder, scale),
      ...measureMatching(folder, scale),
      ...(words.includes("--full") ? measureSample(folder, scale) : []),
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
