import type { Month } from "../../domain/period.js";
import type { Amounts } from "../../domain/records.js";
import type { Entry, HistoricClaim, SettlementRow, StoredClaim } from "../port/claims.js";
import { CLAIM, type ClaimColumns, claimFrom } from "./claim-columns.js";
import { all, type Database, first } from "./database.js";

/** The settled claims of a range of parts, person by person in the order of the fold. */
export function historyOf(
  database: Database,
  fromPart: number,
  toPart: number,
  psnNos?: readonly string[],
): ReadonlyMap<string, readonly HistoricClaim[]> {
  const named = psnNos === undefined ? "" : "AND c.psn_no IN (SELECT value FROM json_each(?))";
  const query = database.prepare(
    `${HISTORIC} WHERE c.part_no >= ? AND c.part_no < ? ${named}
     ORDER BY c.part_no, c.psn_no, c.enddate, c.setl_day, c.claim_id, s.entry`,
  );
  const names = psnNos === undefined ? [] : [JSON.stringify(psnNos)];
  const people = new Map<string, HistoricClaim[]>();
  for (const one of claimsOf(all<EntryColumns>(query, fromPart, toPart, ...names))) {
    const { psnNo } = one.claim;
    const claims = people.get(psnNo);
    if (claims === undefined) people.set(psnNo, [one]);
    else claims.push(one);
  }
  return people;
}

/** What a refund may take back. */
export function originalsOf(database: Database, refund: StoredClaim): readonly HistoricClaim[] {
  const { initMedinsSetlId, mdtrtId, psnNo, fixmedinsCode } = refund;
  const [where, values] =
    initMedinsSetlId === ""
      ? ["c.mdtrt_id = ? AND c.psn_no = ? AND c.fixmedins_code = ?", [mdtrtId, psnNo, fixmedinsCode]]
      : ["c.medins_setl_id = ?", [initMedinsSetlId]];
  const query = database.prepare(
    `${HISTORIC} WHERE ${where} AND c.is_refund = 0 ORDER BY c.claim_id, s.entry`,
  );
  return claimsOf(all<EntryColumns>(query, ...values));
}

/** The entry in force of a settled claim. */
export function settlementOf(database: Database, claim: StoredClaim): SettlementRow | undefined {
  const query = database.prepare(
    `SELECT ${ENTRY} FROM settlement s WHERE s.claim_id = ? AND s.kind <> 'reversal'
     ORDER BY s.entry DESC LIMIT 1`,
  );
  const row = first<StoredEntry>(query, claim.claimId);
  if (row === undefined) return undefined;
  const { month, kind, reason, settledBy, policy, steps, shadow, posted } = entryFrom(row);
  return { claim, month, kind, reason, settledBy, policy, steps, shadow, ...posted };
}

const ENTRY = `s.entry, s.kind, s.reason, s.cases, s.month AS entryMonth, s.policy,
  s.settled_by AS entrySettledBy, s.medfee_sumamt AS entryFee, s.steps, s.shadow,
  s.act_pay_dedc AS postedDedc, s.hifp_pay AS postedHifp, s.hifmi_pay AS postedHifmi,
  s.maf_pay AS postedMaf, s.oth_pay AS postedOth, s.fund_pay_sumamt AS postedFunds,
  s.psn_part_amt AS postedPsn`;

const HISTORIC = `SELECT ${CLAIM}, ${ENTRY}, r.claim_id AS refundedBy
  FROM claim c JOIN settlement s ON s.claim_id = c.claim_id
  LEFT JOIN refund r ON r.refund_of = c.claim_id`;

interface StoredEntry extends Pick<Entry, "entry" | "kind" | "reason" | "cases" | "policy"> {
  readonly entryMonth: Month;
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

type EntryColumns = ClaimColumns & StoredEntry & { readonly refundedBy: number | null };

/** Rows of one claim follow each other. */
function claimsOf(rows: readonly EntryColumns[]): readonly HistoricClaim[] {
  const claims: (HistoricClaim & { readonly entries: HistoricClaim["entries"][number][] })[] = [];
  for (const row of rows) {
    const last = claims.at(-1);
    if (last?.claim.claimId === row.claimId) {
      last.entries.push(entryFrom(row));
      continue;
    }
    const claim = claimFrom(row);
    const refunded = row.refundedBy === null ? {} : { refundedBy: row.refundedBy };
    claims.push({ claim, entries: [entryFrom(row)], ...refunded });
  }
  return claims;
}

function entryFrom(row: StoredEntry): Entry & { readonly month: Month } {
  return {
    entry: row.entry,
    kind: row.kind,
    reason: row.reason,
    cases: row.cases,
    month: row.entryMonth,
    policy: row.policy,
    settledBy: row.entrySettledBy,
    medfeeSumamt: row.entryFee,
    steps: row.steps,
    shadow: row.shadow,
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
