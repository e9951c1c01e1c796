import type { SettledRange } from "../port/claims.js";
import { type Database, inBatch, inserter } from "./database.js";

/** The columns of a settlement, in the order in which they are written. */
export const SETTLEMENT = [
  "part_no",
  "psn_no",
  "claim_id",
  "entry",
  "kind",
  "reason",
  "cases",
  "month",
  "policy",
  "settled_by",
  "fixmedins_code",
  "medfee_sumamt",
  "act_pay_dedc",
  "hifp_pay",
  "hifmi_pay",
  "maf_pay",
  "oth_pay",
  "fund_pay_sumamt",
  "psn_part_amt",
  "steps",
  "shadow",
  "run_id",
];

/** The function that writes what a range of parts came to, as one transaction. */
export function rangeWriter(database: Database): (range: SettledRange) => Promise<void> {
  const writers = [
    settlementWriter(database),
    partsWriter(database),
    suspectWriter(database),
    waitingWriter(database),
    yearWriter(database),
  ];
  return async (range) => {
    inBatch(database, () => {
      for (const write of writers) write(range);
    });
  };
}

type Writer = (range: SettledRange) => void;

function settlementWriter(database: Database): Writer {
  const insert = inserter(database, "settlement", SETTLEMENT);
  const refund = inserter(database, "refund", ["claim_id", "refund_of"]);
  return ({ month, settled }) => {
    for (const { claim, posted, refundOf, ...entry } of settled) {
      insert.run(
        claim.partNo,
        claim.psnNo,
        claim.claimId,
        entry.entry,
        entry.kind,
        entry.reason,
        entry.cases,
        month,
        entry.policy,
        entry.settledBy,
        claim.fixmedinsCode,
        entry.medfeeSumamt,
        posted.actPayDedc,
        posted.hifpPay,
        posted.hifmiPay,
        posted.mafPay,
        posted.othPay,
        posted.fundPaySumamt,
        posted.psnPartAmt,
        entry.steps,
        entry.shadow,
        entry.runId,
      );
      if (refundOf !== undefined) refund.run(claim.claimId, refundOf);
    }
  };
}

/** A bill that stated no parts has them from now on; it stays marked as classified by us. */
function partsWriter(database: Database): Writer {
  const update = database.prepare(
    `UPDATE claim SET fulamt_ownpay_amt = @fulamtOwnpayAmt, overlmt_selfpay = @overlmtSelfpay,
     preselfpay_amt = @preselfpayAmt, inscp_scp_amt = @inscpScpAmt
     WHERE claim_id = @claimId AND is_unclassified = 1`,
  );
  return ({ classified = [] }) => {
    for (const { claimId, fulamtOwnpayAmt, overlmtSelfpay, ...rest } of classified) {
      const { preselfpayAmt, inscpScpAmt } = rest;
      update.run({ claimId, fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt });
    }
  };
}

function suspectWriter(database: Database): Writer {
  const columns = ["claim_id", "month", "field", "paid", "computed"];
  const insert = inserter(database, "suspect", columns);
  return ({ month, suspects }) => {
    for (const one of suspects) {
      insert.run(one.claimId, month, one.field, one.paid, one.computed);
    }
  };
}

/** A claim waits with the reasons of its last trial only. */
function waitingWriter(database: Database): Writer {
  const columns = ["claim_id", "month", "code", "field", "detail"];
  const insert = inserter(database, "waiting_claim", columns, "ON CONFLICT DO NOTHING");
  const clear = database.prepare("DELETE FROM waiting_claim WHERE claim_id = ?");
  return ({ month, waiting, settled }) => {
    for (const { claim } of settled) clear.run(claim.claimId);
    for (const { claimId, problems } of waiting) {
      clear.run(claimId);
      for (const { code, place, values } of problems) {
        insert.run(claimId, month, code, place.field ?? "", JSON.stringify(values));
      }
    }
  };
}

function yearWriter(database: Database): Writer {
  const upsert = database.prepare("INSERT OR REPLACE INTO year_to_date VALUES (?,?,?,?)");
  return ({ years }) => {
    for (const { partNo, psnNo, year, state } of years) upsert.run(partNo, psnNo, year, state);
  };
}
