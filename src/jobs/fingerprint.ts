import { createHash } from "node:crypto";
import type { Store } from "../store/store.js";

/**
 * One SHA-256 over an ordered dump of every fact and over the hash of every output file: two
 * databases with the same fingerprint hold the same facts and wrote the same bytes. Times, attempts
 * and the rest of the journal are left out.
 */
export async function fingerprint(store: Store): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of store.facts()) hash.update(`${lines.join("\n")}\n`);
  for (const [path, sha256] of await newestOutputs(store)) hash.update(`${path} ${sha256}\n`);
  return hash.digest("hex");
}

/** Every output file with the hash it was last written with, in the order of the paths. */
export async function newestOutputs(store: Store): Promise<readonly (readonly [string, string])[]> {
  const newest = new Map<string, string>();
  for (const { runId } of await store.runs.list()) {
    for (const { path, sha256 } of await store.runs.outputs(runId)) newest.set(path, sha256);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1));
}
