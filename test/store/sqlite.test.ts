import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { packageRoot } from "../../src/io/files.js";
import { migrate } from "../../src/store/sqlite/migrations.js";
import { openSqlite } from "../../src/store/sqlite.js";
import type { Store } from "../../src/store/store.js";
import { storeContract } from "./contract.js";
import { factsOf, newRun } from "./rows.js";

const schema = join(packageRoot(), "src/store/schema");

/** A folder of its own for one test, gone when the test is over. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "liutong-store-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Opens a database file, and closes it when the test is over. */
function opened(file: string, schemaFolder = schema): Store {
  const store = openSqlite(file, schemaFolder);
  onTestFinished(() => store.close());
  return store;
}

storeContract("SQLite", async () => {
  const file = join(folder(), "liutong.db");
  return { store: opened(file), open: async () => opened(file) };
});

/** What a database of the first schema may hold. */
const OLD_ROWS = `
  INSERT INTO run VALUES (1, 'migrate', 'x', 'done', '甲', 'u', 'm:1', 't', 't', '{}');
  INSERT INTO run_input VALUES (1, 'layout', 'a.yaml', '1');
  INSERT INTO source_file VALUES (1, 1, 'a.csv', 's', 1, 'people', 'person', 'ncms');
  INSERT INTO enrolment VALUES (7, 'P1', '380', '2010-01-01', '2016-12-31', '', '159921', 1, 3);
  INSERT INTO enrolment VALUES (7, 'P1', '390', '2017-01-01', '', '15', '159921', 1, 4);
  INSERT INTO identity VALUES (7, 'P1', 'minLiving', '2017-01-01', '');
  INSERT INTO person VALUES (7, 'P1', '张三', '', 'missing', '1', '1990-01-01', '', '', 'J1', '01',
    '159921');
  INSERT INTO person_source VALUES ('ncms', 'A1', 1, 3, 7, 'P1', '张三');`;

describe("migrations of the schema", () => {
  /** The shipped schema and one more file after it. */
  function newer(made: string, sql: string): string {
    const later = join(made, "schema");
    mkdirSync(later);
    cpSync(schema, later, { recursive: true });
    writeFileSync(join(later, "900-later.sql"), sql);
    return later;
  }

  test("are applied once, however often the database is opened", async () => {
    const made = folder();
    const later = newer(made, "CREATE TABLE later (number INTEGER) STRICT;");
    const file = join(made, "liutong.db");
    await openSqlite(file, later).close();
    await openSqlite(file, later).close();
    expect(numberOf(file)).toBe(900);
  });

  test("bring an old database forward, with all that it holds", async () => {
    const made = folder();
    const file = join(made, "liutong.db");
    const old = openSqlite(file, schema);
    await old.runs.start(newRun("migrate", "a"));
    await old.runs.archive("1", "law");
    const before = await factsOf(old);
    await old.close();

    const later = newer(made, "CREATE TABLE later (number INTEGER) STRICT;");
    const store = opened(file, later);
    expect((await store.runs.list()).length).toBe(1);
    expect(await factsOf(store)).toEqual(expect.arrayContaining([...before]));
    expect(await factsOf(store)).toContain("# later (number) 0");
  });

  test("bring a database of the first schema to the newest, row by row", () => {
    const made = folder();
    const file = join(made, "liutong.db");
    const first = join(made, "first");
    mkdirSync(first);
    cpSync(join(schema, "001-first.sql"), join(first, "001-first.sql"));
    const database = new Sqlite(file);
    migrate(database, first);
    database.exec(OLD_ROWS);
    database.close();
    opened(file);
    const read = new Sqlite(file, { readonly: true });
    const rows = (sql: string) => read.prepare(sql).raw().all();
    expect(rows("SELECT * FROM run_input")).toEqual([[1, "layout", "a.yaml", "1"]]);
    expect(rows("SELECT corrects, repeats, reading FROM source_file")).toEqual([[null, null, ""]]);
    expect(rows("SELECT psn_idet_type, file_id, line FROM identity")).toEqual([
      ["minLiving", 1, 4],
    ]);
    expect(rows("SELECT folder FROM run")).toEqual([[""]]);
    expect(rows("SELECT line, psn_no, loaded_as, legacy_id, household_no FROM person_row")).toEqual(
      [[3, "P1", "P1", "A1", "J1"]],
    );
    expect(rows("SELECT line, insutype, psn_insu_stas, legacy_id FROM enrolment_row")).toEqual([
      [3, "380", "1", "A1"],
    ]);
    read.close();
  });

  test("one that fails leaves the database as it was", async () => {
    const made = folder();
    const file = join(made, "liutong.db");
    await openSqlite(file, schema).close();
    const before = numberOf(file);
    const broken = newer(made, "CREATE TABLE half (number INTEGER) STRICT; nonsense;");
    expect(() => openSqlite(file, broken)).toThrow(/nonsense/);
    expect(numberOf(file)).toBe(before);
    expect(await factsOf(opened(file))).not.toContain("# half (number) 0");
  });

  function numberOf(file: string): number {
    const database = new Sqlite(file, { readonly: true });
    const found = Number(database.pragma("user_version", { simple: true }));
    database.close();
    return found;
  }
});

test("a decision is never edited and never deleted, whoever writes to the file", async () => {
  const file = join(folder(), "liutong.db");
  const store = opened(file);
  const runId = await store.runs.start(newRun("match-import", "a"));
  const key = { source: "ncms", legacyId: "1", psnName: "张三", place: "" };
  const who = { decidedBy: "李四", decidedOn: "2017-02-01" as Day, reason: "电话核实" };
  const right = { ...key, legacyId: "2" };
  await store.decisions.add(runId, [{ kind: "same", left: key, right, ...who, origin: "review" }]);
  const database = new Sqlite(file);
  onTestFinished(() => {
    database.close();
  });
  expect(() => database.exec("UPDATE match_decision SET kind = 'different'")).toThrow(/edited/);
  expect(() => database.exec("DELETE FROM match_decision")).toThrow(/deleted/);
});
