import { partOf } from "../../domain/part.js";
import type { Origin } from "../../domain/records.js";
import type { MadePerson, Regrouping } from "../port/regroup.js";
import { type Database, first, inBatch } from "./database.js";

/** The function that writes people again under other numbers, as one transaction. */
export function regrouper(database: Database): (regrouping: Regrouping) => Promise<void> {
  return async (regrouping) => {
    inBatch(database, () => {
      noteMoves(database, regrouping);
      clear(database, regrouping.before);
      for (const person of regrouping.after) addPerson(database, person);
      if (regrouping.newNumber !== undefined) standAlone(database, regrouping.newNumber);
      writeAliases(database, regrouping);
      moveClaims(database, regrouping);
    });
  };
}

/** A row goes under another number; where it already stands, nothing moves. */
function noteMoves(database: Database, { runId, kind, after }: Regrouping): void {
  const find = database.prepare("SELECT psn_no FROM person_row WHERE file_id = ? AND line = ?");
  const note = database.prepare(
    `INSERT INTO person_move (run_id, kind, file_id, line, from_psn_no, to_psn_no)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { psnNo, rows } of after) {
    for (const { fileId, line } of rows) {
      const from = first<{ psn_no: string }>(find, fileId, line)?.psn_no;
      if (from === undefined || from === psnNo) continue;
      note.run(runId, kind, fileId, line, from, psnNo);
    }
  }
}

/** What is made again goes first. Years are a fold of claims, and written by who settles. */
const MADE_AGAIN = ["person", "enrolment", "identity", "year_to_date"];

function clear(database: Database, psnNos: readonly string[]): void {
  for (const table of MADE_AGAIN) {
    const remove = database.prepare(`DELETE FROM ${table} WHERE part_no = ? AND psn_no = ?`);
    for (const psnNo of psnNos) remove.run(partOf(psnNo), psnNo);
  }
}

function addPerson(database: Database, person: MadePerson): void {
  const { psnNo, record, enrolments, identities } = person;
  const partNo = partOf(psnNo);
  database
    .prepare(
      `INSERT INTO person VALUES (@partNo, @psnNo, @psnName, @certno, @certnoStatus, @gend, @brdy,
       @naty, @tel, @householdNo, @headRelation, @insuplcAdmdvs)`,
    )
    .run({ partNo, psnNo, ...record });
  moveRows(database, "person_row", psnNo, person.rows);
  moveRows(database, "enrolment_row", psnNo, person.enrolmentRows);
  const enrol = database.prepare(
    `INSERT INTO enrolment VALUES (@partNo, @psnNo, @insutype, @begndate, @enddate, @psnType,
     @insuplcAdmdvs, @fileId, @line)`,
  );
  for (const one of enrolments) enrol.run({ ...one, partNo, psnNo });
  const identify = database.prepare(
    `INSERT INTO identity (part_no, psn_no, psn_idet_type, begndate, enddate, file_id, line)
     VALUES (@partNo, @psnNo, @psnIdetType, @begndate, '', @fileId, @line)`,
  );
  for (const one of identities) identify.run({ ...one, partNo, psnNo });
  moveBenefits(database, person);
  const hold = database.prepare(
    `UPDATE family_account SET part_no = ?, psn_no = ? WHERE source = ? AND household_no = ?`,
  );
  for (const { source, householdNo } of person.accounts) {
    hold.run(partNo, psnNo, source, householdNo);
  }
}

function moveRows(
  database: Database,
  table: "person_row" | "enrolment_row",
  psnNo: string,
  rows: readonly Origin[],
): void {
  const move = database.prepare(
    `UPDATE ${table} SET part_no = ?, psn_no = ? WHERE file_id = ? AND line = ?`,
  );
  for (const { fileId, line } of rows) move.run(partOf(psnNo), psnNo, fileId, line);
}

/**
 * Benefits go along, unless the person has some of the same old number and year already: then they
 * stay under the number that was merged away, which leads to the person all the same.
 */
function moveBenefits(database: Database, { psnNo, benefits }: MadePerson): void {
  const move = database.prepare(
    `UPDATE OR IGNORE benefit_history SET part_no = ?, psn_no = ?
     WHERE part_no = ? AND psn_no = ? AND source = ? AND legacy_id = ? AND year = ?`,
  );
  for (const { psnNo: from, source, legacyId, year } of benefits) {
    if (from === psnNo) continue;
    move.run(partOf(psnNo), psnNo, partOf(from), from, source, legacyId, year);
  }
}

/** Records that got a new number stand for themselves under it, whatever comes later. */
function standAlone(database: Database, psnNo: string): void {
  for (const table of ["person_row", "enrolment_row"]) {
    database
      .prepare(`UPDATE ${table} SET loaded_as = ? WHERE part_no = ? AND psn_no = ?`)
      .run(psnNo, partOf(psnNo), psnNo);
  }
}

function writeAliases(database: Database, { after, aliases }: Regrouping): void {
  const forget = database.prepare("DELETE FROM person_alias WHERE part_no = ? AND psn_no = ?");
  for (const { psnNo } of after) forget.run(partOf(psnNo), psnNo);
  const write = database.prepare(
    `INSERT INTO person_alias VALUES (?, ?, ?)
     ON CONFLICT (part_no, psn_no) DO UPDATE SET kept_psn_no = excluded.kept_psn_no`,
  );
  for (const [psnNo, kept] of aliases) write.run(partOf(psnNo), psnNo, kept);
}

/**
 * An open claim goes to its person itself; of a settled one it is noted beside, where neither the
 * number under which it was settled nor what that leads to says so.
 */
function moveClaims(database: Database, { after, aliases, nobodys }: Regrouping): void {
  const move = database.prepare(
    "UPDATE claim SET part_no = @partNo, psn_no = @psnNo WHERE claim_id = @claimId",
  );
  const note = database.prepare("INSERT OR REPLACE INTO claim_person VALUES (?, ?, ?)");
  const forget = database.prepare("DELETE FROM claim_person WHERE claim_id = ?");
  const find = database.prepare("SELECT psn_no FROM claim WHERE claim_id = ?");
  for (const { psnNo, claims } of after) {
    const leading = new Set([psnNo, ...leadingTo(psnNo, aliases)]);
    for (const { claim, settled } of claims) {
      const { claimId } = claim;
      const now = first<{ psn_no: string | null }>(find, claimId)?.psn_no ?? "";
      if (settled === undefined) {
        if (now !== psnNo) move.run({ partNo: partOf(psnNo), psnNo, claimId });
      } else if (leading.has(now)) forget.run(claimId);
      else note.run(claimId, partOf(psnNo), psnNo);
    }
  }
  for (const { claim } of nobodys) {
    move.run({ partNo: null, psnNo: null, claimId: claim.claimId });
  }
}

function leadingTo(psnNo: string, aliases: ReadonlyMap<string, string>): readonly string[] {
  const direct = [...aliases].filter(([, kept]) => kept === psnNo).map(([no]) => no);
  return direct.flatMap((no) => [no, ...leadingTo(no, aliases)]);
}
