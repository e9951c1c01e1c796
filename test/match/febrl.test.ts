import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { buildTable } from "../../src/jobs/match/build-table.js";
import { openList, readList } from "../../src/jobs/match/read-list.js";
import { readSpec } from "../../src/jobs/match/read-spec.js";
import { link } from "../../src/match/link.js";
import { plainHanzi } from "./tables.js";

const folder = join(packageRoot(), "../shared/data/febrl");
const silent = { step: () => undefined, advance: () => undefined };

/** `rec-12-org` and `rec-12-dup-3` are one person. */
const personOf = (id: string): string => id.split("-")[1] ?? "";

// Only records of one person are looked at by name here: the comparison never sees the ids.
describe.skipIf(!existsSync(folder))("FEBRL (skipped where the data are absent)", () => {
  test.each([
    ["dataset1.csv", 500],
    ["dataset2.csv", 1934],
  ])("%s at p ≥ 0.95: precision 1.000, recall clearly above exact rules", async (name, pairs) => {
    const path = join(folder, name);
    const spec = await readSpec(join(packageRoot(), "bench/match/febrl.yaml"));
    const list = await openList(path);
    const table = await buildTable([list], spec, "rec_id", silent);
    const { candidates, probability } = link(table, spec, plainHanzi, { pairing: "all" });
    let [right, wrong] = [0, 0];
    probability.forEach((share, pair) => {
      if (share < 0.95) return;
      const ends = [candidates.left[pair], candidates.right[pair]].map((row) =>
        personOf(table.ids[row ?? 0] ?? ""),
      );
      if (ends[0] === ends[1]) right += 1;
      else wrong += 1;
    });
    const exact = await exactPairs(path);
    const precision = right / (right + wrong);
    const words = [name, "precision", precision.toFixed(4), "recall", (right / pairs).toFixed(4)];
    process.stdout.write(`  ${words.join(" ")} exact rules ${(exact / pairs).toFixed(4)}\n`);
    expect(precision).toBe(1);
    expect(right / pairs).toBeGreaterThan(0.99);
    expect(right / pairs).toBeGreaterThan(exact / pairs + 0.03);
  });
});

/** How many pairs of one person have one social-security number, or one name and birth date. */
async function exactPairs(path: string): Promise<number> {
  const list = await openList(path);
  const at = (column: string): number => list.header.indexOf(column);
  const known = new Map<string, string[]>();
  const ids: string[] = [];
  const keys = new Map<string, readonly string[]>();
  for await (const { fields } of readList(list)) {
    const cell = (column: string): string => (fields[at(column)] ?? "").trim();
    const names = ["given_name", "surname", "date_of_birth"].map(cell);
    const isNamed = names.every((one) => one !== "");
    const id = cell("rec_id");
    ids.push(id);
    keys.set(id, [cell("soc_sec_id"), ...(isNamed ? [names.join("|")] : [])]);
    known.set(personOf(id), [...(known.get(personOf(id)) ?? []), id]);
  }
  return [...known.values()].reduce((count, group) => count + sharing(group, keys), 0);
}

function sharing(ids: readonly string[], keys: ReadonlyMap<string, readonly string[]>): number {
  let count = 0;
  ids.forEach((one, at) => {
    for (const other of ids.slice(at + 1)) {
      const theirs = keys.get(other) ?? [];
      if ((keys.get(one) ?? []).some((key) => key !== "" && theirs.includes(key))) count += 1;
    }
  });
  return count;
}
