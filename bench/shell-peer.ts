import assert from "node:assert";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { type Measured, timed } from "./measure.js";

/** How many columns the NCMS register has. */
const COLUMNS = 56;

const TABLE = Array.from({ length: COLUMNS }, (_, index) => `c${index + 1} TEXT`).join(", ");

const SCRIPT = `iconv -c -f GB18030 -t UTF-8 "$1" | sqlite3 "$2" "CREATE TABLE member (${TABLE})" \
  ".import --csv --skip 1 /dev/stdin member" "SELECT COUNT(*) FROM member"`;

/** Whether the programs of the peer are installed. */
export function hasShellPeer(): boolean {
  return ["iconv", "sqlite3"].every((name) => spawnSync(name, ["--version"]).status === 0);
}

/** Decodes a register and imports its cells as they are; nearly all of its rows must arrive. */
export function runShellPeer(csv: string, database: string, rows: number): Measured {
  console.error("the same by iconv and sqlite3 …");
  const words = ["sh", "-c", SCRIPT, "sh", csv, database];
  const isTold = tellsMemory();
  const [program = "", ...rest] = isTold ? [TIME, "-f", "%M", ...words] : words;
  const { stdout, stderr, seconds } = timed(program, rest);
  rmSync(database);
  const arrived = Number(stdout.trim());
  assert(Math.abs(arrived - rows) <= rows / 100, `of ${rows} rows ${arrived} arrived`);
  const peak = isTold ? Number(stderr.trim().split("\n").at(-1)) : undefined;
  return { seconds, peak, result: { arrived } };
}

/** GNU time tells the highest memory of the largest process that it waited for. */
const TIME = "/usr/bin/time";

function tellsMemory(): boolean {
  const { stderr } = spawnSync(TIME, ["-f", "%M", "true"], { encoding: "utf8" });
  return /^\d+\s*$/.test(stderr ?? "");
}
