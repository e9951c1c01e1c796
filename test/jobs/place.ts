import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll } from "vitest";
import type { Month } from "../../src/domain/period.js";
import { packageRoot } from "../../src/io/files.js";
import { fingerprint } from "../../src/jobs/fingerprint.js";
import { initWorkspace } from "../../src/jobs/init-workspace.js";
import type { Job } from "../../src/jobs/job.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import { findWorkspace } from "../../src/jobs/workspace.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";

/** The month of the county's delivery, and the one after it. */
export const JANUARY = "2017-01" as Month;
export const FEBRUARY = "2017-02" as Month;

const stores: Store[] = [];
const folders: string[] = [];

// Registered while the test file is read: a hook that a hook registers never runs.
afterAll(async () => {
  for (const store of stores) await store.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where a team works in a test: a workspace with its database, and a job that nobody watches. */
export class Place {
  private constructor(
    readonly root: string,
    readonly job: Job,
  ) {}

  static async open(
    operator = "张三",
    hasSecondPerson = false,
    region = "tongliao",
  ): Promise<Place> {
    const root = newFolder();
    const lang = "zh";
    await initWorkspace({ folder: root, region, operator, lang, hasSecondPerson });
    const workspace = await findWorkspace(root);
    const store = openSqlite(workspace.database, join(packageRoot(), "src/store/schema"));
    stores.push(store);
    return new Place(root, { store, workspace, operator, progress: nobody });
  }

  /** Rows of the database as they stand, past the store. */
  rows<Row>(sql: string, ...values: readonly unknown[]): readonly Row[] {
    const database = new Sqlite(this.job.workspace.database, { readonly: true });
    try {
      return database.prepare(sql).all(...values) as readonly Row[];
    } finally {
      database.close();
    }
  }

  /** The first column of the only row. */
  value(sql: string, ...values: readonly unknown[]): unknown {
    return Object.values(this.rows<Record<string, unknown>>(sql, ...values)[0] ?? {})[0];
  }

  /** Writes past the store, as somebody with the file in their hands would. */
  write(sql: string): void {
    const database = new Sqlite(this.job.workspace.database);
    try {
      database.exec(sql);
    } finally {
      database.close();
    }
  }

  fingerprint(): Promise<string> {
    return fingerprint(this.job.store);
  }

  /** How many runs the journal holds. */
  runs(): unknown {
    return this.value("SELECT COUNT(*) FROM run");
  }
}

const nobody: Job["progress"] = { step: () => undefined, advance: () => undefined };

/** A folder of its own, gone when the tests of the file are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "liutong-jobs-"));
  folders.push(folder);
  return folder;
}

/** A generated county of 3,000 people, dirty on purpose; returns the folder of its delivery. */
export async function newCounty(people = 3_000, region = "tongliao"): Promise<string> {
  const out = join(newFolder(), "county");
  await makeCounty({ people, seed: "road", out, region });
  return out;
}
