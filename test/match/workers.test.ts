import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { packageRoot } from "../../src/io/files.js";
import { matchFiles } from "../../src/jobs/match/match-files.js";
import { build } from "../commands/cli.js";
import { newFolder } from "../jobs/place.js";
import { SEED } from "../seeded.js";
import { listsOf } from "./registers.js";
import { type ListRow, peopleSpec } from "./tables.js";

// Workers run what was built.
build();
const folder = newFolder();
const path = join(packageRoot(), "mappings/match/people.yaml");
const header = ["编号", ...peopleSpec.fields.map(({ columns }) => columns[0])].join(",");
const { first, second } = listsOf(peopleSpec, 1500, "workers");
const silent = { step: () => undefined, advance: () => undefined };

function write(name: string, rows: readonly ListRow[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`);
  return file;
}

/** The bytes of the pairs and of the clusters. */
async function matched(rows: readonly (readonly ListRow[])[], workers: number): Promise<string> {
  const files = rows.map((list, at) => write(`list-${at}.csv`, list));
  const [out, clusters] = [join(folder, "pairs.csv"), join(folder, "clusters.csv")];
  const lists = { spec: path, files, id: "编号", isAcross: false, dir: folder };
  await matchFiles({ ...lists, out, clusters, floor: 0.001, workers, progress: silent });
  return readFileSync(out, "utf8") + readFileSync(clusters, "utf8");
}

describe("pairs, probabilities and clusters", async () => {
  const expected = await matched([first, second], 1);

  test("are there", () => {
    expect(expected.split("\r\n").length).toBeGreaterThan(1700);
  });

  test("depend neither on the order of the rows nor on the number of workers", async () => {
    const shuffled = (rows: readonly ListRow[]) =>
      fc.shuffledSubarray([...rows], { minLength: rows.length });
    await fc.assert(
      fc.asyncProperty(
        shuffled(first),
        shuffled(second),
        fc.constantFrom(1, 2, 3),
        async (one, other, workers) => {
          // Compared as a whole: a difference of two megabytes would be printed for minutes.
          expect((await matched([one, other], workers)) === expected).toBe(true);
        },
      ),
      { seed: SEED, numRuns: 6 },
    );
  }, 120_000);
});

test("what a worker refuses is refused as it is without", async () => {
  const twice = [...first, first[7] as ListRow];
  for (const workers of [1, 2]) {
    const refused = await matched([twice, second], workers).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({
      code: "id-repeated",
      values: { id: first[7]?.[0], line: first.length + 2, earlier: 9 },
    });
  }
});
