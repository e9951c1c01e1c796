import { join } from "node:path";
import { packageRoot } from "../../src/io/files.js";
import { openTable } from "../../src/io/open-table.js";
import { readTable } from "../../src/io/table.js";
import { readDocument } from "../../src/io/yaml.js";
import { makeSample, type SampleReport } from "../../src/jobs/make-sample.js";
import { type Crosswalk, readCrosswalk } from "../../src/migrate/crosswalk.js";
import { type Layout, parseLayout } from "../../src/migrate/layout.js";
import type { SampleFile } from "../../src/sample/files.js";
import { type Rates, usualRates } from "../../src/sample/rates.js";
import { simpleWindow } from "./window-stub.js";

export const mappings = join(packageRoot(), "mappings");

/** A sample of so many people in a folder. */
export function sampleIn(
  out: string,
  people: number,
  seed = "test",
  rates: Rates = usualRates,
): Promise<SampleReport> {
  return makeSample({
    ...{ people, seed, out, rates },
    ...{ region: "tongliao", year: 2017, windowAmounts: simpleWindow },
  });
}

/** A row of a sample file without its header: line, fields, text. */
export interface FileRow {
  readonly line: number;
  readonly fields: readonly string[];
  readonly text: string;
}

/** The data rows of a file of a sample, decoded as its mapping says. */
export async function rowsIn(folder: string, file: SampleFile): Promise<readonly FileRow[]> {
  const layout = await layoutOf(file.layout);
  const rows: FileRow[] = [];
  const table = await openTable(join(folder, file.path), layout.format);
  for await (const batch of table.batches) rows.push(...batch.rows);
  return rows;
}

/** A mapping of the project, which must be without problems. */
export async function layoutOf(name: string): Promise<Layout> {
  const path = join(mappings, "legacy", `${name}.yaml`);
  const { document, problems } = await readDocument(path, `${name}.yaml`);
  if (document === undefined) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  const parsed = parseLayout(name, `${name}.yaml`, document);
  if (parsed.problems.length > 0) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return parsed.layout;
}

/** A crosswalk of the project. */
export async function crosswalkIn(table: string): Promise<Crosswalk> {
  const { rows } = await readTable(join(mappings, "codes", `${table}.csv`));
  const { crosswalk, problems } = readCrosswalk(table, rows);
  if (problems.length > 0) throw new Error(`${table}: not a crosswalk`);
  return crosswalk;
}

/** One line of truth.csv. */
export interface Truth {
  readonly file: string;
  readonly line: number;
  readonly person: string;
  readonly spoiled: string;
  readonly expected: string;
  /** Codes of what else must be reported, with spaces between them. */
  readonly reported: string;
}

/** The truth of a sample, row by row. */
export async function truthIn(folder: string): Promise<readonly Truth[]> {
  const { rows } = await readTable(join(folder, "truth.csv"));
  return rows.slice(1).map(([file = "", line = "", person = "", spoiled = "", ...codes]) => {
    const [expected = "", reported = ""] = codes;
    return { file, line: Number(line), person, spoiled, expected, reported };
  });
}
