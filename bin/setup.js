// Installs and builds what is missing, so that one command is enough on a fresh clone. Nothing is
// done twice: the lock file and the sources are remembered by their content.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

if (Number(process.versions.node.split(".")[0]) < 20) {
  stop(`需要 Node 20 或更高版本,现为 ${process.version} / Node 20 or newer is needed`);
}
once("node_modules/.liutong-installed", ["package-lock.json"], () => {
  npm(["ci", "--no-audit", "--no-fund"]);
});
once("dist/.liutong-built", ["package.json", "tsconfig.json", "commands", "src", "bench"], () => {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]);
});

/** Does the work unless its inputs are the same as when it was last done. */
function once(stamp, inputs, work) {
  const hash = hashOf(inputs);
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, "utf8") === hash) return;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

function hashOf(paths) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const path of paths) {
    for (const file of filesIn(path)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  const entries = path.includes(".") ? [] : readdirSync(join(root, path), { withFileTypes: true });
  if (path.includes(".")) return [path];
  return entries
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
    )
    .sort();
}

function npm(words) {
  const isWindows = process.platform === "win32";
  run(isWindows ? "npm.cmd" : "npm", words, isWindows);
}

function run(program, words, shell = false) {
  const { status } = spawnSync(program, words, { cwd: root, stdio: "inherit", shell });
  if (status !== 0) stop(`${program} ${words.join(" ")} → ${status}`);
}

function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
