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

/** People of the range (keys: a JSON list), each with enrolments, identities and years. */
export function peopleOf(
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
  type Named = { psnName: string; brdy: Day };
  for (const { psnNo, psnName, brdy } of read<Named>("psn_name AS psnName, brdy", "person")) {
    const nothing = { otherNames: [], enrolments: [], identities: [], years: new Map() };
    people.set(psnNo, { psnName, brdy, ...nothing });
  }
  for (const { psnNo, psnName } of read<{ psnName: string }>("psn_name AS psnName", OTHER_NAMES)) {
    people.get(psnNo)?.otherNames.push(psnName);
  }
  type Enrolment = StoredInsured["enrolments"][number];
  for (const { psnNo, ...one } of read<Enrolment>(ENROLMENT, "enrolment")) {
    people.get(psnNo)?.enrolments.push(one);
  }
  type Identity = StoredInsured["identities"][number];
  for (const { psnNo, ...one } of read<Identity>(IDENTITY, "identity")) {
    people.get(psnNo)?.identities.push(one);
  }
  type Year = { year: number; state: string };
  for (const { psnNo, year, state } of read<Year>("year, state", "year_to_date")) {
    people.get(psnNo)?.years.set(year, state);
  }
  return people;
}

/** Records of one person may spell the name otherwise: a bill goes by its own record. */
const OTHER_NAMES = `(
  SELECT r.part_no, r.psn_no, r.psn_name FROM person_row r
  JOIN person p ON p.part_no = r.part_no AND p.psn_no = r.psn_no
  WHERE r.psn_name <> p.psn_name)`;

const ENROLMENT = `insutype, begndate, enddate, psn_type AS psnType,
  insuplc_admdvs AS insuplcAdmdvs`;
const IDENTITY = "psn_idet_type AS psnIdetType, begndate, enddate";

interface Mutable {
  readonly psnName: string;
  readonly brdy: Day;
  readonly otherNames: string[];
  readonly enrolments: StoredInsured["enrolments"][number][];
  readonly identities: StoredInsured["identities"][number][];
  readonly years: Map<number, string>;
}
