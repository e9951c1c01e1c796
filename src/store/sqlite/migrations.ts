import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "./database.js";

/**
 * Brings a database to the newest schema: applies each numbered file of the folder that it has not
 * seen, in order, one transaction a file. `user_version` remembers the last number.
 */
export function migrate(database: Database, folder: string): void {
  const files = readdirSync(folder).filter((file) => /^\d{3}-.*\.sql$/.test(file));
  for (const file of files.sort()) {
    const number = Number(file.slice(0, 3));
    const done = Number(database.pragma("user_version", { simple: true }));
    if (number <= done) continue;
    const sql = readFileSync(join(folder, file), "utf8");
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`user_version = ${number}`);
    })();
  }
}
