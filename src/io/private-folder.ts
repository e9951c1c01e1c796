import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folders that are in use now. */
const open = new Set<string>();

/**
 * Gives a folder that only its owner can look into, for what may hold personal data. It is gone
 * when the work is done, has failed, or the process ends before (whoever catches a signal ends it
 * by `process.exit`).
 */
export async function withPrivateFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (open.size === 0) process.once("exit", removeAll);
  const folder = await mkdtemp(join(tmpdir(), "liutong-"));
  open.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    open.delete(folder);
    if (open.size === 0) process.off("exit", removeAll);
  }
}

/** While a process ends, nothing can be waited for. */
function removeAll(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}
