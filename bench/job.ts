import { join } from "node:path";
import { packageRoot } from "../src/io/files.js";
import type { Job } from "../src/jobs/job.js";
import { chosenRegion, readRegions } from "../src/jobs/regions.js";
import type { Workspace } from "../src/jobs/workspace.js";
import { openSqlite } from "../src/store/sqlite.js";

/** Runs work as a job on a database, by the mappings that are shipped, watched by nobody. */
export async function withJob<Result>(
  root: string,
  database: string,
  work: (job: Job) => Promise<Result>,
): Promise<Result> {
  const workspace = await shippedWorkspace(root, database);
  const store = openSqlite(database, join(packageRoot(), "src/store/schema"));
  const progress = { step: () => undefined, advance: () => undefined };
  try {
    return await work({ store, workspace, operator: "bench", progress });
  } finally {
    await store.close();
  }
}

/** A workspace with the region that is the standard one. */
export async function shippedWorkspace(root: string, database: string): Promise<Workspace> {
  const mappings = join(packageRoot(), "mappings");
  return {
    root,
    region: chosenRegion(await readRegions(mappings), undefined),
    database,
    output: join(root, "out"),
    mappings,
    lang: "en",
    operator: "bench",
    hasSecondPerson: false,
  };
}
