import assert from "node:assert";
import { join } from "node:path";
import { packageRoot } from "../src/io/files.js";
import { parseDocument } from "../src/io/yaml.js";
import { readPack } from "../src/jobs/policy-files.js";
import { packPlaces } from "../src/jobs/policy-places.js";

/**
 * Reads every shipped pack once, the first with nothing warm: milliseconds of the slowest and of
 * all, and what the YAML of the same files takes by itself when everything is warm.
 */
export async function readPacks(): Promise<Readonly<Record<string, number>>> {
  const policies = join(packageRoot(), "mappings", "policies");
  const places = await packPlaces(policies, () => Promise.reject(new Error("no workspace")));
  const times: number[] = [];
  let yaml = 0;
  for (const place of places) {
    const start = performance.now();
    const { pack, inputs } = await readPack(place);
    times.push(performance.now() - start);
    assert(pack !== undefined, `the pack ${place.region} is sound`);
    const again = performance.now();
    for (const { path, text } of inputs) parseDocument(path, text);
    yaml += performance.now() - again;
  }
  const total = times.reduce((whole, one) => whole + one, 0);
  return { packs: places.length, slowest: Math.max(...times), total, yaml };
}
