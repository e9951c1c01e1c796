import { chmodSync, closeSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { Refusal } from "../../domain/refusal.js";

/**
 * The one connection of a process. Amounts fit a double exactly: they are checked safe integers.
 */
export type Database = Sqlite.Database;
export type Statement = Sqlite.Statement;

/**
 * Opens the database file (`:memory:` for none), waiting at most a moment for another's pen. A file
 * that cannot be opened or is no database is for the user to mend.
 */
export function openDatabase(file: string): Database {
  try {
    if (file !== MEMORY) keepPrivate(file);
    const database = new Sqlite(file);
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = NORMAL");
    database.pragma("foreign_keys = ON");
    database.pragma("busy_timeout = 2000");
    database.pragma("cache_size = -65536");
    database.pragma("temp_store = FILE");
    return database;
  } catch (error) {
    if (!isUnusable(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal("database-unusable", { found: file, reason: code ?? message });
  }
}

const MEMORY = ":memory:";

/** Names and numbers of everybody stand in it: for its owner's eyes only, from the first byte. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
}

/** No such folder, no permission, a folder instead of a file, or a file of another kind. */
function isUnusable(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (/^(ENOENT|EISDIR|EACCES|EPERM|EROFS|ENOTDIR)$/.test(code)) return true;
  const codes = /^SQLITE_(CANTOPEN|NOTADB|CORRUPT|READONLY|PERM|IOERR)/;
  return error instanceof Sqlite.SqliteError && codes.test(error.code);
}

/** Whether an error says that another process holds the database. */
export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** An INSERT for a table with these columns in this order. */
export function inserter(
  database: Database,
  table: string,
  columns: readonly string[],
  conflict = "",
): Statement {
  const marks = columns.map(() => "?").join(", ");
  return database.prepare(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks}) ${conflict}`,
  );
}

/**
 * Runs a batch as a transaction of its own, unless one is open already. The work is synchronous:
 * the driver's transactions may not wait for anything.
 */
export function inBatch<Result>(database: Database, work: () => Result): Result {
  return database.inTransaction ? work() : database.transaction(work).immediate();
}

/** The rows of a query, typed by the caller's knowledge of its columns. */
export function all<Row>(statement: Statement, ...values: readonly unknown[]): readonly Row[] {
  return statement.all(...values) as readonly Row[];
}

export function first<Row>(statement: Statement, ...values: readonly unknown[]): Row | undefined {
  return statement.get(...values) as Row | undefined;
}
