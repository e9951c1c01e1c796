import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { packageRoot } from "../../src/io/files.js";

/** What a command left behind on the screen. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a command is started, and what it finds in its environment beside the usual. */
export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the compiled program as a user would, in a terminal without a language of its own. */
export function liutong(
  words: readonly string[],
  { cwd = tmpdir(), env = {} }: Surroundings = {},
): Promise<Outcome> {
  build();
  const program = join(packageRoot(), "bin/run.js");
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  const options = { cwd, env: { ...rest, ...env, COLUMNS: "100" }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** A folder for the commands of one test file, gone when they have all run. */
export function commandFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "liutong-commands-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let state: "new" | "built" | "broken" = "new";

/**
 * Compiles what is not compiled yet. `npm test` has done so already; whoever runs one test file
 * alone gets it here. Test files run side by side, so only one of them may build at a time.
 */
export function build(): void {
  if (state === "built") return;
  if (state === "broken") throw new Error("the program does not compile");
  state = "broken";
  const lock = join(packageRoot(), "node_modules/.liutong-building");
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    execFileSync(process.execPath, [join(packageRoot(), "bin/setup.js")], { stdio: "pipe" });
    state = "built";
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Whether the lock is ours now; one that is older than any build was left by a dead process. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (since > 0 && Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
