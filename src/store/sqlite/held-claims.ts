import { partOf } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import type { Amounts } from "../../domain/records.js";
import type { MonthState } from "../port/months.js";
import type { HeldClaim, SettledAs } from "../port/regroup.js";
import { CLAIM, type ClaimColumns, claimFrom } from "./claim-columns.js";
import { all, type Database } from "./database.js";

/**
 * The claims of some people under all their numbers (`[part, number]`, JSON), each with the number
 * that it belongs to now: in the order of their months, and of the fold within a month.
 */
export function heldClaims(
  database: Database,
  numbers: string,
  aliases: ReadonlyMap<string, string>,
): readonly HeldClaim[] {
  const rows = all<Columns>(database.prepare(HELD), { numbers });
  const held = rows.map((row): HeldClaim => {
    const claim = claimFrom(row);
    const psnNo = endOf(row.movedTo ?? claim.psnNo, aliases);
    const found = { ...claim, partNo: partOf(psnNo), psnNo };
    const { monthState } = row;
    if (row.settledMonth === null) return { claim: found, monthState };
    return { claim: found, monthState, settled: settledAs(row, row.settledMonth) };
  });
  return held.sort(inOrder);
}

/**
 * A claim that moved is found by its new number alone. The months are asked one after the other, so
 * that the index of the work finds a person's claims.
 */
const HELD = `
  WITH RECURSIVE claim_month (month) AS (
    SELECT MIN(month) FROM claim
    UNION ALL
    SELECT (SELECT MIN(c.month) FROM claim c WHERE c.month > m.month) FROM claim_month m
    WHERE m.month IS NOT NULL),
  number AS (SELECT value ->> 0 AS part_no, value ->> 1 AS psn_no FROM json_each(@numbers)),
  held AS (
    SELECT m.claim_id FROM number n
    JOIN claim_person m ON m.part_no = n.part_no AND m.psn_no = n.psn_no
    UNION
    SELECT c.claim_id FROM claim_month d CROSS JOIN number n
    JOIN claim c ON c.month = d.month AND c.part_no = n.part_no AND c.psn_no = n.psn_no
    WHERE NOT EXISTS (SELECT 1 FROM claim_person m WHERE m.claim_id = c.claim_id))
  SELECT ${CLAIM}, p.psn_no AS movedTo, COALESCE(o.state, 'open') AS monthState,
    s.month AS settledMonth, COALESCE(t.state, 'open') AS settledState, s.policy, s.steps, s.shadow,
    s.settled_by AS boundBy, r.claim_id AS refundedBy,
    s.act_pay_dedc AS postedActPayDedc, s.hifp_pay AS postedHifpPay,
    s.hifmi_pay AS postedHifmiPay, s.maf_pay AS postedMafPay, s.oth_pay AS postedOthPay,
    s.fund_pay_sumamt AS postedFundPaySumamt, s.psn_part_amt AS postedPsnPartAmt
  FROM held h CROSS JOIN claim c ON c.claim_id = h.claim_id
  LEFT JOIN claim_person p ON p.claim_id = c.claim_id
  LEFT JOIN settlement s ON s.claim_id = c.claim_id AND s.entry = (
    SELECT MAX(e.entry) FROM settlement e WHERE e.claim_id = c.claim_id AND e.kind <> 'reversal')
  LEFT JOIN refund r ON r.refund_of = c.claim_id
  LEFT JOIN month o ON o.month = c.month
  LEFT JOIN month t ON t.month = s.month`;

type Posted = { readonly [Field in keyof Amounts as `posted${Capitalize<Field>}`]: Amounts[Field] };

type Columns = ClaimColumns &
  Posted & {
    readonly movedTo: string | null;
    readonly monthState: MonthState;
    readonly settledMonth: Month | null;
    readonly settledState: MonthState;
    readonly boundBy: SettledAs["settledBy"];
    readonly refundedBy: number | null;
    readonly policy: string;
    readonly steps: string;
    readonly shadow: string;
  };

function settledAs(row: Columns, month: Month): SettledAs {
  const { policy, steps, shadow } = row;
  const posted: Amounts = {
    actPayDedc: row.postedActPayDedc,
    hifpPay: row.postedHifpPay,
    hifmiPay: row.postedHifmiPay,
    mafPay: row.postedMafPay,
    othPay: row.postedOthPay,
    fundPaySumamt: row.postedFundPaySumamt,
    psnPartAmt: row.postedPsnPartAmt,
  };
  const { boundBy: settledBy, settledState: monthState } = row;
  const isTakenBack = row.refundedBy !== null;
  return { month, monthState, settledBy, isTakenBack, policy, steps, shadow, posted };
}

function endOf(psnNo: string, aliases: ReadonlyMap<string, string>): string {
  let no = psnNo;
  for (let kept = aliases.get(no); kept !== undefined; kept = aliases.get(no)) no = kept;
  return no;
}

/** By the month of the settlement (an open claim's own), then as the fold takes them. */
function inOrder(left: HeldClaim, right: HeldClaim): number {
  const [one, other] = [keyOf(left), keyOf(right)];
  return one < other ? -1 : one > other ? 1 : left.claim.claimId - right.claim.claimId;
}

function keyOf({ claim, settled }: HeldClaim): string {
  return `${settled?.month ?? claim.month} ${claim.enddate} ${claim.setlDay}`;
}
