import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setsAside } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import { withPlainFile } from "../../src/io/archive.js";
import { openTable } from "../../src/io/open-table.js";
import { ruinedText } from "../../src/io/ruined.js";
import { checkDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { rowMapper } from "../../src/migrate/map.js";
import { newFolder, Place } from "../jobs/place.js";
import { type Mutated, mutate } from "./mutate.js";
import { archiveOf, type Seed, seedsOf } from "./seeds.js";
import { Watchdog } from "./watchdog.js";

/**
 * Spoiled bytes of every sample file and format: nothing may crash, hang or lose count. A failure
 * names its input: the same seed and number give the same bytes.
 *
 *     LIUTONG_FUZZ_SEED=mine LIUTONG_FUZZ_INPUTS=100000 npm test -- test/fuzz
 */
const SEED = process.env["LIUTONG_FUZZ_SEED"] ?? "liutong";
const INPUTS = Number(process.env["LIUTONG_FUZZ_INPUTS"] ?? 10_500);
const DELIVERIES = Math.ceil(INPUTS / 100);

let seeds: readonly Seed[] = [];
const watchdog = new Watchdog(30);

beforeAll(async () => {
  seeds = await seedsOf(["county", "layouts"]);
});
afterAll(() => watchdog.end());

describe("spoiled bytes", () => {
  test(`of ${INPUTS} inputs are read row by row, or refused (seed ${SEED})`, async () => {
    const folder = newFolder();
    const seen = { rows: 0, sound: 0, setAside: 0, refused: 0 };
    for (let input = 0; input < INPUTS; input++) {
      const { seed, mutated, name } = inputOf(input);
      watchdog.watch(name);
      const path = join(folder, `input-${input % 8}`);
      writeFileSync(path, mutated.bytes);
      try {
        const { entry } = seed.file.packed ?? {};
        const found = await withPlainFile(path, entry, (plain) => rowsOf(plain, seed));
        seen.rows += found.rows;
        seen.sound += found.sound;
        seen.setAside += found.setAside;
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(name, { cause: error });
        seen.refused += 1;
      }
    }
    process.stdout.write(`fuzz ${SEED}: ${INPUTS} inputs, ${JSON.stringify(seen)}\n`);
    expect(seen.rows).toBe(seen.sound + seen.setAside);
    expect(seen.sound).toBeGreaterThan(INPUTS);
    expect(seen.setAside).toBeGreaterThan(INPUTS);
  }, 600_000);

  test(`of ${DELIVERIES} deliveries go the whole way, or are refused`, async () => {
    const place = await Place.open();
    let reported = 0;
    for (let input = 0; input < DELIVERIES; input++) {
      const { seed, mutated, name } = inputOf(1_000_000 + input);
      watchdog.watch(`delivery ${name}`);
      const folder = newFolder();
      const path = join(folder, archiveOf(seed.file));
      writeFileSync(path, mutated.bytes);
      try {
        const { entry } = seed.file.packed ?? {};
        const rows = await withPlainFile(path, entry, (plain) => countOf(plain, seed));
        writeFileSync(join(folder, "delivery.yaml"), manifestOf(seed, rows));
        const { files } = await checkDelivery(place.job, folder);
        for (const { read, loaded, merged, setAside } of files) {
          expect([name, loaded + merged + setAside]).toEqual([name, read]);
        }
        reported += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw new Error(name, { cause: error });
      }
    }
    expect(reported).toBeGreaterThan(DELIVERIES / 4);
  }, 600_000);
});

/** The input of a number: a sample file, spoiled. */
function inputOf(input: number): {
  readonly seed: Seed;
  readonly mutated: Mutated;
  readonly name: string;
} {
  const seed = seeds[input % seeds.length];
  const other = seeds[(input * 7 + 3) % seeds.length];
  if (seed === undefined || other === undefined) throw new Error("there are samples");
  const mutated = mutate(seed.bytes, other.bytes, `${SEED}/${input}`);
  return { seed, mutated, name: `input ${input} of seed ${SEED}: ${seed.name}, ${mutated.how}` };
}

/** Reads a file to its end, as the intake does; places go on and never lap over. */
async function rowsOf(
  path: string,
  { layout, crosswalks, name }: Seed,
): Promise<{ readonly rows: number; readonly sound: number; readonly setAside: number }> {
  const map = rowMapper(layout, name, crosswalks, ruinedText);
  const table = await openTable(path, layout.format);
  const found = { rows: 0, sound: 0, setAside: 0 };
  let end = 0;
  for await (const { rows } of table.batches) {
    for (const row of rows) {
      found.rows += 1;
      expect(row.offset).toBeGreaterThanOrEqual(end);
      end = row.offset + row.length;
      const isAside = row.problem !== undefined || map(row).every((one) => setsAside(one.problems));
      if (isAside) found.setAside += 1;
      else found.sound += 1;
    }
  }
  return found;
}

async function countOf(path: string, { layout }: Seed): Promise<number> {
  const table = await openTable(path, layout.format);
  let count = 0;
  for await (const { rows } of table.batches) count += rows.length;
  return count;
}

function manifestOf({ file, layout }: Seed, rows: number): string {
  const constants = layout.given.map((field) => `      ${field}: "${layout.constants[field]}"\n`);
  return [
    "title: 损坏的交付\nregion: tongliao\nmonth: 2017-01\nfiles:\n",
    `  - path: ${archiveOf(file)}\n    layout: ${file.layout}\n    rows: ${rows}\n`,
    file.packed === undefined ? "" : `    entry: ${file.packed.entry}\n`,
    constants.length === 0 ? "" : `    constants:\n${constants.join("")}`,
  ].join("");
}
