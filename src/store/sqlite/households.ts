import type { BesideHead, HouseholdMember, HouseholdStore } from "../port/households.js";
import { all, type Database, inBatch } from "./database.js";

const MEMBER = ["row_no", "file_id", "line", "head_relation", "certno", "brdy", "gend"];

/** The columns of a member under the names of the port, with a prefix for those of the head. */
function columnsOf(table: string, prefix: string): string {
  const named = [...MEMBER, "is_set_aside"].map((column) => {
    const name = column.replace(/_./g, (letters) => (letters[1] ?? "").toUpperCase());
    return `${table}.${column} AS ${prefix}${name}`;
  });
  return named.join(", ");
}

/**
 * A household with two heads, one marked 01 and one 02, gives a member once, beside the first:
 * SQLite takes the other columns from the row that has the minimum.
 */
const BESIDE_HEAD = `SELECT ${columnsOf("p", "")}, ${columnsOf("h", "head_")}, MIN(h.row_no)
  FROM staged_person p CROSS JOIN staged_person h
    ON h.source = p.source AND h.household_no = p.household_no AND h.row_no <> p.row_no
  WHERE p.row_no > ? AND p.household_no <> '' AND h.head_relation IN ('01', '02')
    AND p.head_relation NOT IN ('', '01', '02')`;

/** Households in SQLite: staged rows beside the heads of their households. */
export function households(database: Database): HouseholdStore {
  return {
    async withNumberOfHead(afterRow, limit) {
      indexed(database);
      return pageOf(
        database,
        `p.certno <> '' AND h.certno <> '' AND h.certno = p.certno AND h.psn_name <> p.psn_name`,
        afterRow,
        limit,
      );
    },
    async withUnusualAge(afterRow, limit) {
      indexed(database);
      return pageOf(
        database,
        `p.is_set_aside = 0 AND h.is_set_aside = 0 AND p.brdy <> '' AND h.brdy <> '' AND (
          p.head_relation < '50' AND p.brdy <= h.brdy
          OR p.head_relation >= '50' AND p.brdy >= h.brdy)`,
        afterRow,
        limit,
      );
    },
    async dropProblems(rows, codes) {
      const remove = database.prepare(
        `DELETE FROM problem WHERE file_id = ? AND line = ?
         AND code IN (SELECT value FROM json_each(?))`,
      );
      const list = JSON.stringify(codes);
      inBatch(database, () => {
        for (const { fileId, line } of rows) remove.run(fileId, line, list);
      });
    },
  };
}

/** Both indexes serve matching as well, and are made once all rows are staged. */
function indexed(database: Database): void {
  database.exec(
    `CREATE INDEX IF NOT EXISTS staged_certno ON staged_person (certno) WHERE certno <> '';
     CREATE INDEX IF NOT EXISTS staged_household ON staged_person (source, household_no)`,
  );
}

type Row = Readonly<Record<string, string | number>>;

function pageOf(
  database: Database,
  where: string,
  afterRow: number,
  limit: number,
): readonly BesideHead[] {
  const query = database.prepare(`${BESIDE_HEAD} AND ${where}
    GROUP BY p.row_no ORDER BY p.row_no LIMIT ?`);
  return all<Row>(query, afterRow, limit).map((row) => {
    const ofHead = Object.entries(row).filter(([name]) => name.startsWith("head_"));
    const head = Object.fromEntries(ofHead.map(([name, value]) => [name.slice(5), value]));
    return { ...(row as unknown as HouseholdMember), head: head as unknown as HouseholdMember };
  });
}
