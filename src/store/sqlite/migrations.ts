import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { type Database, first } from "./database.js";

/**
 * Brings a database to the newest schema: applies each numbered file of the folder that it has not
 * seen, in order, one transaction a file. `user_version` remembers the last number.
 */
export function migrate(database: Database, folder: string): void {
  if (isForeign(database)) {
    throw new Refusal("database-unusable", { found: database.name, reason: "SQLite, not liutong" });
  }
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

/** A database that somebody else made: it has tables, but never had a schema of ours. */
function isForeign(database: Database): boolean {
  if (Number(database.pragma("user_version", { simple: true })) > 0) return false;
  const tables = database.prepare("SELECT COUNT(*) AS count FROM sqlite_master");
  return (first<{ count: number }>(tables)?.count ?? 0) > 0;
}
