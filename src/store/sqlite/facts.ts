import { all, type Database, first } from "./database.js";

/** Tables that are not facts: the journal with its times, and what stands only between steps. */
const NOT_FACTS = new Set([
  "run",
  "run_input",
  "run_output",
  "approval",
  "accepted_difference",
  "match_decision",
  "person_move",
  "merge_undo",
  "staged_person",
  "staged_enrolment",
  "staged_match",
]);

/** Columns that count attempts. */
const NOT_FACT_COLUMNS = new Set(["run_id"]);

const PAGE = 5_000;

/** Every fact as a line, table by table and in the order of all columns, in pages. */
export async function* factLines(database: Database): AsyncGenerator<readonly string[]> {
  for (const table of tables(database)) {
    const columns = columnsOf(database, table);
    const list = columns.join(", ");
    const { count } = first<{ count: number }>(
      database.prepare(`SELECT COUNT(*) AS count FROM ${table}`),
    ) ?? { count: 0 };
    yield [`# ${table} (${list}) ${count}`];
    yield* pages(database, `SELECT ${list} FROM ${table} ORDER BY ${list}`);
  }
}

/** Nothing writes while facts are read, so an open cursor does no harm here. */
function* pages(database: Database, sql: string): Generator<readonly string[]> {
  let page: string[] = [];
  for (const row of database.prepare(sql).raw().iterate()) {
    page.push(JSON.stringify(row));
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

function tables(database: Database): readonly string[] {
  const query = database.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
     ORDER BY name`,
  );
  return all<{ name: string }>(query)
    .map((table) => table.name)
    .filter((name) => !NOT_FACTS.has(name));
}

function columnsOf(database: Database, table: string): readonly string[] {
  const query = database.prepare(`SELECT name FROM pragma_table_info('${table}')`);
  return all<{ name: string }>(query)
    .map((column) => column.name)
    .filter((name) => !NOT_FACT_COLUMNS.has(name));
}
