import { PARTS } from "../src/domain/part.js";
import { CLAIM, type ClaimColumns, OPEN } from "../src/store/sqlite/claim-columns.js";
import { claimStore } from "../src/store/sqlite/claims.js";
import { type Database, inserter, openDatabase } from "../src/store/sqlite/database.js";
import { runStore } from "../src/store/sqlite/runs.js";
import { SETTLEMENT } from "../src/store/sqlite/settled-range.js";
import { MONTH } from "./claims.js";

const RANGE = 64;
const LAW = "bench";
const YEAR = 2017;

/** As long as the steps of a claim are on average: most visits have two, large stays a dozen. */
const STEPS = "A8,50000, F,312045,50000 G,,262045";

/** What a person's year has used up, as long as it is on average. */
const STATE =
  "base:critical=112045 limit:annual=196534 stays=1 stays:hospital/H15992100001=1 stays:level/2=1";

/**
 * Reads and writes the rows of a month's settlement in the same order and transactions, and
 * computes nothing: what the settlement would cost if the law were free. Centre claims are paid
 * nothing.
 */
export async function settlePlainly(file: string): Promise<{ claims: number }> {
  const database = openDatabase(file);
  const claims = claimStore(database);
  await runStore(database).archive(LAW, "");
  await claims.findPeople(MONTH);
  await claims.openCount(MONTH);
  const [read, write] = [reader(database), writer(database)];
  let copied = 0;
  for (let part = 0; part < PARTS; part += RANGE) {
    const rows = read(part);
    database.transaction(write).immediate(rows);
    copied += rows.length;
  }
  await claims.totals(MONTH);
  await claims.openCount(MONTH);
  database.close();
  return { claims: copied };
}

/** Reads the open claims of a range of parts, and of their people all that the law asks. */
function reader(database: Database): (part: number) => readonly ClaimColumns[] {
  const selectClaims = database.prepare(
    `SELECT ${CLAIM} FROM claim c WHERE c.part_no >= ? AND c.part_no < ? AND ${OPEN}
     ORDER BY c.part_no, c.psn_no, c.enddate, c.setl_day, c.claim_id`,
  );
  const ofPeople = [
    "psn_no, psn_name, brdy FROM person WHERE",
    "psn_no, insutype, begndate, enddate, psn_type, insuplc_admdvs FROM enrolment WHERE",
    "psn_no, psn_idet_type, begndate, enddate FROM identity WHERE",
    "* FROM year_to_date WHERE",
  ].map((columns) =>
    database.prepare(
      `SELECT ${columns} part_no >= ? AND part_no < ?
       AND psn_no IN (SELECT value FROM json_each(?)) ORDER BY part_no, psn_no`,
    ),
  );
  return (part) => {
    const range = [part, part + RANGE];
    const rows = selectClaims.all(...range, MONTH, MONTH) as ClaimColumns[];
    const keys = JSON.stringify([...new Set(rows.map((row) => row.psnNo))]);
    for (const select of ofPeople) select.all(...range, keys);
    return rows;
  };
}

/** Writes one settlement a claim, and one year a person. */
function writer(database: Database): (rows: readonly ClaimColumns[]) => void {
  const insert = inserter(database, "settlement", SETTLEMENT);
  const stopWaiting = database.prepare("DELETE FROM waiting_claim WHERE claim_id = ?");
  const putYear = database.prepare("INSERT OR REPLACE INTO year_to_date VALUES (?,?,?,?)");
  return (rows) => {
    const people = new Map<string, number>();
    for (const row of rows) {
      insert.run(...keyOf(row), row.medfeeSumamt, ...amountsOf(row), STEPS, "", null);
      people.set(row.psnNo, row.partNo);
    }
    for (const row of rows) stopWaiting.run(row.claimId);
    for (const [psnNo, partNo] of people) {
      putYear.run(partNo, psnNo, YEAR, STATE);
    }
  };
}

function keyOf(row: ClaimColumns): readonly (string | number)[] {
  const { partNo, psnNo, claimId, settledBy, fixmedinsCode } = row;
  const entry = [0, "settled", "", 1] as const;
  return [partNo, psnNo, claimId, ...entry, MONTH, LAW, settledBy, fixmedinsCode];
}

function amountsOf(row: ClaimColumns): readonly number[] {
  if (row.settledBy === "centre") return [0, 0, 0, 0, 0, 0, row.medfeeSumamt];
  const { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = row;
  return [actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt];
}
