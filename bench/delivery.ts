import assert from "node:assert";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../src/io/files.js";
import { makeCounty } from "../src/jobs/make-county.js";
import { MANIFEST } from "../src/jobs/migrate/read-delivery.js";

const MEMBERS = "ncms-members.csv";

/** How many rows the NCMS register of a sample has for each of its people. */
const ROWS_FOR_EACH = 0.863;

/**
 * Makes a sample county whose NCMS register has about so many rows, and cuts its delivery down to
 * that register: the manifest keeps its head, this file with its control totals, and no more.
 */
export async function deliverMembers(folder: string, rows: number): Promise<{ rows: number }> {
  await makeCounty({ people: Math.round(rows / ROWS_FOR_EACH), seed: "bench", out: folder });
  const path = join(folder, MANIFEST);
  const manifest = await readFile(path, "utf8");
  const members = fileIn(manifest);
  const head = manifest.split("\n").filter((line) => /^(title|region|month):/.test(line));
  await writeFile(path, `${[...head, "files:", members].join("\n")}\n`);
  for (const file of await listFiles(folder)) {
    if (file !== MEMBERS && file !== MANIFEST) await rm(join(folder, file));
  }
  return { rows: Number(/rows: (\d+)/.exec(members)?.[1]) };
}

/** The entry of the register in the manifest of a sample: its line and those indented below. */
function fileIn(manifest: string): string {
  const [found] = /^ {2}- path: ncms-members\.csv\n(?: {4}.*\n)+/m.exec(manifest) ?? [];
  assert(found !== undefined, "the manifest of a sample names its NCMS register");
  return found.trimEnd();
}
