import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for one test, gone when the test is over. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "liutong-io-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file with this content in a folder of its own; returns its path. */
export function testFile(content: string | Uint8Array, name = "given.txt"): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A folder for temporary files that no other test uses, for as long as this test runs. */
export function ownTemporaryFolder(): string {
  const { TMPDIR: before } = process.env;
  const folder = testFolder();
  process.env["TMPDIR"] = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  });
  return folder;
}
