import { insutype } from "../../domain/codes.js";
import type { Day, Month } from "../../domain/period.js";
import type { StoredInsured, Work } from "../port/claims.js";
import { CLAIM, type ClaimColumns, claimFrom, OPEN } from "./claim-columns.js";
import { all, type Database } from "./database.js";

/** Reads the open work of a range of parts: claims in the order of the fold, and their people. */
export function workOf(database: Database, month: Month, fromPart: number, toPart: number): Work {
  const query = database.prepare(
    `SELECT ${CLAIM} FROM claim c WHERE c.part_no >= ? AND c.part_no < ? AND ${OPEN}
     ORDER BY c.part_no, c.psn_no, c.enddate, c.setl_day, c.claim_id`,
  );
  const claims = all<ClaimColumns>(query, fromPart, toPart, month, month).map(claimFrom);
  const keys = JSON.stringify([...new Set(claims.map((claim) => claim.psnNo))]);
  return { claims, people: peopleOf(database, fromPart, toPart, keys) };
}

/** The people of the range that have work, each with enrolments, identities and years. */
function peopleOf(
  database: Database,
  fromPart: number,
  toPart: number,
  keys: string,
): ReadonlyMap<string, StoredInsured> {
  const read = <Row>(columns: string, table: string): readonly (Row & { psnNo: string })[] =>
    all(
      database.prepare(
        `SELECT psn_no AS psnNo, ${columns} FROM ${table} WHERE part_no >= ? AND part_no < ?
         AND psn_no IN (SELECT value FROM json_each(?)) ORDER BY part_no, psn_no`,
      ),
      fromPart,
      toPart,
      keys,
    );
  const people = new Map<string, Mutable>();
  for (const { psnNo, psnName } of read<{ psnName: string }>("psn_name AS psnName", "person")) {
    people.set(psnNo, { psnName, enrolments: [], identities: [], years: new Map() });
  }
  type Enrolment = StoredInsured["enrolments"][number];
  const enrolled = "begndate, enddate, psn_type AS psnType";
  const resident = `(SELECT * FROM enrolment WHERE insutype = '${insutype.resident}')`;
  for (const { psnNo, ...one } of read<Enrolment>(enrolled, resident)) {
    people.get(psnNo)?.enrolments.push(one);
  }
  type Identity = { psnIdetType: string; begndate: Day };
  for (const { psnNo, ...one } of read<Identity>(
    "psn_idet_type AS psnIdetType, begndate",
    "identity",
  )) {
    people.get(psnNo)?.identities.push(one);
  }
  for (const row of read<YearRow>(YEAR, "year_to_date")) {
    people.get(row.psnNo)?.years.set(row.year, row.state);
  }
  return people;
}

interface Mutable {
  readonly psnName: string;
  readonly enrolments: StoredInsured["enrolments"][number][];
  readonly identities: StoredInsured["identities"][number][];
  readonly years: Map<number, string>;
}

const YEAR = "year, admissions AS state";

interface YearRow {
  readonly year: number;
  readonly state: string;
}
