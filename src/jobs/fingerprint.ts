import { createHash } from "node:crypto";
import type { Store } from "../store/store.js";

/**
 * One SHA-256 over an ordered dump of every fact: two databases with the same fingerprint hold the
 * same facts. Times, attempts and the journal of runs are left out.
 */
export async function fingerprint(store: Store): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of store.facts()) hash.update(`${lines.join("\n")}\n`);
  return hash.digest("hex");
}
