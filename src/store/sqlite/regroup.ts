import { partOf } from "../../domain/part.js";
import type { PersonRecord } from "../../domain/records.js";
import type {
  Belongings,
  HeldAccount,
  HeldBenefits,
  NumberedChange,
  PersonMove,
  RegroupStore,
} from "../port/regroup.js";
import { all, type Database, first } from "./database.js";
import { heldClaims } from "./held-claims.js";
import { regrouper } from "./regroup-writer.js";

/** People put together or taken apart, in SQLite. */
export function regroupStore(database: Database): RegroupStore {
  return {
    belongings: async (psnNos) => belongings(database, psnNos),
    record: async (psnNo) => first<PersonRecord>(database.prepare(RECORD), partOf(psnNo), psnNo),
    regroup: regrouper(database),
    moves: async (psnNo) => all<PersonMove>(database.prepare(MOVES_OF_NUMBER), psnNo, psnNo),
    movesOfRow: async ({ fileId, line }) =>
      all<PersonMove>(database.prepare(MOVES_OF_ROW), fileId, line),
    claimHolder: async (claimId) =>
      first<{ psnNo: string }>(database.prepare(CLAIM_HOLDER), claimId)?.psnNo ?? "",
  };
}

const RECORD = `
  SELECT psn_name AS psnName, certno, certno_status AS certnoStatus, gend, brdy, naty, tel,
    household_no AS householdNo, head_relation AS headRelation, insuplc_admdvs AS insuplcAdmdvs
  FROM person WHERE part_no = ? AND psn_no = ?`;

function belongings(database: Database, psnNos: readonly string[]): Belongings {
  const aliases = aliasesOf(database, psnNos);
  const moves = all<PersonMove>(database.prepare(MOVES_OF_ROWS), peopleJson(psnNos));
  const numbers = [...psnNos, ...aliases.keys()];
  const once = moves.flatMap((move) => [move.fromPsnNo, move.toPsnNo]);
  const ever = [...new Set([...numbers, ...once])].sort();
  return {
    aliases,
    moves,
    changes: all<NumberedChange>(database.prepare(CHANGES), peopleJson(ever)),
    benefits: all<HeldBenefits>(database.prepare(BENEFITS), peopleJson(numbers)),
    accounts: all<HeldAccount>(database.prepare(ACCOUNTS), JSON.stringify(psnNos)),
    claims: heldClaims(database, peopleJson(numbers), aliases),
  };
}

/** Numbers, each with its part, so that the primary keys find them. */
function peopleJson(psnNos: readonly string[]): string {
  return JSON.stringify(psnNos.map((psnNo) => [partOf(psnNo), psnNo]));
}

const MOVE = `m.run_id AS runId, m.kind, m.file_id AS fileId, m.line,
  m.from_psn_no AS fromPsnNo, m.to_psn_no AS toPsnNo`;

const MOVES_OF_NUMBER = `
  SELECT ${MOVE} FROM person_move m WHERE m.from_psn_no = ? OR m.to_psn_no = ? ORDER BY m.move_id`;

const MOVES_OF_ROW = `
  SELECT ${MOVE} FROM person_move m WHERE m.file_id = ? AND m.line = ? ORDER BY m.move_id`;

/** The number that it has, or that it moved to, and from there to where that was merged. */
const CLAIM_HOLDER = `
  WITH RECURSIVE step (psn_no, depth) AS (
    SELECT COALESCE(p.psn_no, c.psn_no), 0 FROM claim c
    LEFT JOIN claim_person p ON p.claim_id = c.claim_id WHERE c.claim_id = ?
    UNION
    SELECT a.kept_psn_no, s.depth + 1 FROM step s JOIN person_alias a ON a.psn_no = s.psn_no)
  SELECT COALESCE(psn_no, '') AS psnNo FROM step ORDER BY depth DESC LIMIT 1`;

const MOVES_OF_ROWS = `
  SELECT ${MOVE} FROM json_each(?) j
  JOIN person_row r ON r.part_no = j.value ->> 0 AND r.psn_no = j.value ->> 1
  JOIN person_move m ON m.file_id = r.file_id AND m.line = r.line
  ORDER BY m.move_id`;

function aliasesOf(database: Database, psnNos: readonly string[]): ReadonlyMap<string, string> {
  const rows = all<{ psnNo: string; kept: string }>(
    database.prepare(ALIASES),
    JSON.stringify(psnNos),
  );
  return new Map(rows.map(({ psnNo, kept }) => [psnNo, kept]));
}

const ALIASES = `
  WITH RECURSIVE merged (psn_no, kept) AS (
    SELECT a.psn_no, a.kept_psn_no FROM json_each(?) j
    JOIN person_alias a ON a.kept_psn_no = j.value
    UNION
    SELECT a.psn_no, a.kept_psn_no FROM merged m JOIN person_alias a ON a.kept_psn_no = m.psn_no)
  SELECT psn_no AS psnNo, kept FROM merged ORDER BY psn_no`;

const CHANGES = `
  SELECT c.psn_no AS psnNo, f.run_id AS runId, c.file_id AS fileId, c.line, c.record, c.subject,
    c.field, c.before, c.after, COALESCE(r.psn_no, '') AS holder
  FROM json_each(?) j
  JOIN person_change c ON c.part_no = j.value ->> 0 AND c.psn_no = j.value ->> 1
  JOIN source_file f ON f.file_id = c.file_id
  LEFT JOIN person_row r ON r.file_id = c.file_id AND r.line = c.line
  ORDER BY f.run_id, c.line = 0, c.file_id, c.line, c.record DESC, c.subject, c.field`;

const BENEFITS = `
  SELECT b.psn_no AS psnNo, b.source, b.legacy_id AS legacyId, b.year, b.hifp_pay AS hifpPay,
    b.hifmi_pay AS hifmiPay, b.file_id AS fileId, b.line
  FROM json_each(?) j
  JOIN benefit_history b ON b.part_no = j.value ->> 0 AND b.psn_no = j.value ->> 1
  ORDER BY b.file_id, b.line, b.year`;

const ACCOUNTS = `
  SELECT a.psn_no AS psnNo, a.source, a.household_no AS householdNo, a.balance,
    a.file_id AS fileId, a.line
  FROM family_account a WHERE a.psn_no IN (SELECT value FROM json_each(?))
  ORDER BY a.source, a.household_no`;
