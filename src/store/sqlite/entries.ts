import { partOf } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import type { Amounts } from "../../domain/records.js";
import type {
  Entry,
  HistoricClaim,
  SettlementRow,
  StoredClaim,
  StoredEntry,
} from "../port/claims.js";
import { CLAIM, type ClaimColumns, claimFrom } from "./claim-columns.js";
import { all, type Database, first } from "./database.js";

/**
 * The settled claims of the people of a range of parts, person by person in the order of the fold;
 * each claim names the person whose it is now.
 */
export function historyOf(
  database: Database,
  range: { readonly from: number; readonly to: number },
  psnNos?: readonly string[],
): ReadonlyMap<string, readonly HistoricClaim[]> {
  const named =
    psnNos === undefined ? "" : "WHERE h.owner IN (SELECT value FROM json_each(@names))";
  const query = database.prepare(
    `${HELD} SELECT ${COLUMNS}, h.part_no AS ownerPart, h.owner FROM held h
     CROSS JOIN claim c ON c.claim_id = h.claim_id ${ENTRIES} ${named}
     ORDER BY h.part_no, h.owner, c.enddate, c.setl_day, c.claim_id, s.entry`,
  );
  const names = psnNos === undefined ? {} : { names: JSON.stringify(psnNos) };
  type Row = EntryColumns & { readonly ownerPart: number; readonly owner: string };
  const people = new Map<string, HistoricClaim[]>();
  const values = { ...range, ...names, leads: JSON.stringify(leadsOf(database)) };
  for (const { row, ...found } of claimsOf(all<Row>(query, values))) {
    const { ownerPart: partNo, owner: psnNo } = row;
    const one = { ...found, claim: { ...found.claim, partNo, psnNo } };
    const claims = people.get(psnNo);
    if (claims === undefined) people.set(psnNo, [one]);
    else claims.push(one);
  }
  return people;
}

/** The numbers that were merged away, each with the person that it leads to, and their parts. */
function leadsOf(database: Database): readonly (readonly [number, string, number, string])[] {
  const sql = "SELECT part_no AS partNo, psn_no AS psnNo, kept_psn_no AS kept FROM person_alias";
  const rows = all<{ partNo: number; psnNo: string; kept: string }>(database.prepare(sql));
  const keptOf = new Map(rows.map(({ psnNo, kept }) => [psnNo, kept]));
  return rows.map(({ partNo, psnNo, kept }) => {
    let owner = kept;
    for (let next = keptOf.get(owner); next !== undefined; next = keptOf.get(owner)) owner = next;
    return [partNo, psnNo, partOf(owner), owner];
  });
}

/** What a refund may take back. */
export function originalsOf(database: Database, refund: StoredClaim): readonly HistoricClaim[] {
  const { initMedinsSetlId, mdtrtId, psnNo, fixmedinsCode } = refund;
  const [where, values] =
    initMedinsSetlId === ""
      ? [
          "c.mdtrt_id = ? AND c.psn_no = ? AND c.fixmedins_code = ?",
          [mdtrtId, psnNo, fixmedinsCode],
        ]
      : ["c.medins_setl_id = ?", [initMedinsSetlId]];
  const query = database.prepare(
    `SELECT ${COLUMNS} FROM claim c ${ENTRIES} WHERE ${where} AND c.is_refund = 0
     ORDER BY c.claim_id, s.entry`,
  );
  return claimsOf(all<EntryColumns>(query, ...values)).map(({ row: _row, ...found }) => found);
}

/** The entry in force of a settled claim. */
export function settlementOf(database: Database, claim: StoredClaim): SettlementRow | undefined {
  const query = database.prepare(
    `SELECT ${ENTRY} FROM settlement s WHERE s.claim_id = ? AND s.kind <> 'reversal'
     ORDER BY s.entry DESC LIMIT 1`,
  );
  const row = first<EntryRow>(query, claim.claimId);
  if (row === undefined) return undefined;
  const { month, kind, reason, settledBy, policy, steps, shadow, posted } = entryFrom(row);
  const refund = first<{ found: string }>(database.prepare(REFUND_OF), claim.claimId);
  const refundedBy = refund === undefined ? {} : { refundedBy: refund.found };
  const kept = { claim, month, kind, reason, settledBy, policy, steps, shadow };
  return { ...kept, ...posted, ...refundedBy };
}

const REFUND_OF = `SELECT c.medins_setl_id AS found FROM refund r
  JOIN claim c ON c.claim_id = r.claim_id WHERE r.refund_of = ?`;

const ENTRY = `s.entry, s.kind, s.reason, s.cases, s.month AS entryMonth,
  s.psn_no AS entryPsnNo, s.policy,
  s.settled_by AS entrySettledBy, s.medfee_sumamt AS entryFee, s.steps, s.shadow,
  COALESCE(s.run_id, 0) AS runId,
  s.act_pay_dedc AS postedDedc, s.hifp_pay AS postedHifp, s.hifmi_pay AS postedHifmi,
  s.maf_pay AS postedMaf, s.oth_pay AS postedOth, s.fund_pay_sumamt AS postedFunds,
  s.psn_part_amt AS postedPsn`;

const COLUMNS = `${CLAIM}, ${ENTRY}, r.claim_id AS refundedBy`;
const ENTRIES = `JOIN settlement s ON s.claim_id = c.claim_id
  LEFT JOIN refund r ON r.refund_of = c.claim_id`;

/**
 * Whose a settled claim is now: the number that it was settled under, unless that was merged away
 * (an alias leads on, perhaps to another), or the claim moved when a merge was undone.
 */
const HELD = `
  WITH leads (number_part, number, part_no, owner) AS (
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(@leads)),
  held (claim_id, part_no, owner) AS (
    SELECT s.claim_id, s.part_no, s.psn_no FROM settlement s
    WHERE s.part_no >= @from AND s.part_no < @to AND s.entry = 0
      AND NOT EXISTS (SELECT 1 FROM claim_person m WHERE m.claim_id = s.claim_id)
      AND NOT EXISTS (SELECT 1 FROM leads l WHERE l.number = s.psn_no)
    UNION ALL
    SELECT s.claim_id, l.part_no, l.owner FROM leads l
    JOIN settlement s ON s.part_no = l.number_part AND s.psn_no = l.number AND s.entry = 0
    WHERE l.part_no >= @from AND l.part_no < @to
      AND NOT EXISTS (SELECT 1 FROM claim_person m WHERE m.claim_id = s.claim_id)
    UNION ALL
    SELECT m.claim_id, COALESCE(l.part_no, m.part_no), COALESCE(l.owner, m.psn_no)
    FROM claim_person m LEFT JOIN leads l ON l.number = m.psn_no
    WHERE COALESCE(l.part_no, m.part_no) >= @from AND COALESCE(l.part_no, m.part_no) < @to)`;

interface EntryRow extends Pick<Entry, "entry" | "kind" | "reason" | "cases" | "policy" | "runId"> {
  readonly entryMonth: Month;
  readonly entryPsnNo: string;
  readonly entrySettledBy: Entry["settledBy"];
  readonly entryFee: Entry["medfeeSumamt"];
  readonly steps: string;
  readonly shadow: string;
  readonly postedDedc: Amounts["actPayDedc"];
  readonly postedHifp: Amounts["hifpPay"];
  readonly postedHifmi: Amounts["hifmiPay"];
  readonly postedMaf: Amounts["mafPay"];
  readonly postedOth: Amounts["othPay"];
  readonly postedFunds: Amounts["fundPaySumamt"];
  readonly postedPsn: Amounts["psnPartAmt"];
}

type EntryColumns = ClaimColumns & EntryRow & { readonly refundedBy: number | null };

/** Claims with their entries, each with its first row; rows of one claim follow each other. */
function claimsOf<Row extends EntryColumns>(
  rows: readonly Row[],
): readonly (HistoricClaim & { readonly row: Row })[] {
  type Growing = HistoricClaim & { readonly entries: HistoricClaim["entries"][number][] };
  const claims: (Growing & { readonly row: Row })[] = [];
  for (const row of rows) {
    const last = claims.at(-1);
    if (last?.claim.claimId === row.claimId) {
      last.entries.push(entryFrom(row));
      continue;
    }
    const refunded = row.refundedBy === null ? {} : { refundedBy: row.refundedBy };
    claims.push({ claim: claimFrom(row), entries: [entryFrom(row)], ...refunded, row });
  }
  return claims;
}

function entryFrom(row: EntryRow): StoredEntry {
  return {
    entry: row.entry,
    kind: row.kind,
    reason: row.reason,
    cases: row.cases,
    month: row.entryMonth,
    psnNo: row.entryPsnNo,
    policy: row.policy,
    settledBy: row.entrySettledBy,
    medfeeSumamt: row.entryFee,
    steps: row.steps,
    shadow: row.shadow,
    runId: row.runId,
    posted: {
      actPayDedc: row.postedDedc,
      hifpPay: row.postedHifp,
      hifmiPay: row.postedHifmi,
      mafPay: row.postedMaf,
      othPay: row.postedOth,
      fundPaySumamt: row.postedFunds,
      psnPartAmt: row.postedPsn,
    },
  };
}
