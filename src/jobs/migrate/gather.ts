import { negated } from "../../domain/amounts.js";
import { plainCare } from "../../domain/care-facts.js";
import { exactText, negate } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Claim } from "../../domain/records.js";
import { claimOf, type UndatedClaim } from "../../migrate/claims.js";
import { CodeCoverage } from "../../migrate/code-coverage.js";
import { claimChecks } from "../../migrate/cross-checks.js";
import type { MappedRow } from "../../migrate/mapped-row.js";
import { balanceOf, deductionOf, listRowOf } from "../../migrate/registers.js";
import type { RecordKind } from "../../migrate/targets.js";
import { feeLineOf, visitOf } from "../../migrate/visits.js";
import { lawOn } from "../../policy/dated.js";
import type { Pack } from "../../policy/pack.js";
import { accountingMonthOf } from "../../settle/dates.js";
import { checkBill, checkWindow } from "../../settle/window.js";
import { gatherBoth, gatherEmployee, gatherEnrolment, gatherPerson } from "./gather-people.js";
import type { Gathered, ReadRow } from "./gathered.js";

export function newGathered(pack: Pack, closed: ReadonlySet<Month>): Gathered {
  return {
    pack,
    closed,
    persons: [],
    enrolments: [],
    claims: [],
    visits: [],
    feeLines: [],
    lists: { institution: [], "institution-code": [], catalogue: [], "catalogue-code": [] },
    balances: [],
    lostBalances: [],
    repeatedBalances: [],
    deductions: [],
    codes: new CodeCoverage(),
  };
}

/** Keeps nothing of a row but its money, which the same content brought before. */
export function gatherRepeated(gather: Gatherer, row: ReadRow, gathered: Gathered): void {
  const aside = newGathered(gathered.pack, gathered.closed);
  gather({ ...row, isSound: false }, aside);
  for (const person of aside.persons) gathered.persons.push({ ...person, isRepeated: true });
  gathered.repeatedBalances.push(...aside.lostBalances);
}

/** Makes the record of a row and keeps it, unless it is set aside; returns what else is wrong. */
export type Gatherer = (row: ReadRow, gathered: Gathered) => readonly Problem[];

/** How the rows of a file become records. */
export function gathererFor(record: RecordKind): Gatherer {
  switch (record) {
    case "person":
      return gatherPerson;
    case "enrolment":
      return gatherEnrolment;
    case "person-enrolment":
      return gatherBoth;
    case "employee-insured":
      return gatherEmployee;
    case "claim":
      return gatherClaim;
    case "fund-balance":
      return ({ mapped, origin, isSound }, { balances, lostBalances }) => {
        (isSound ? balances : lostBalances).push(balanceOf(mapped, origin));
        return [];
      };
    case "deduction":
      return gatherDeduction;
    case "visit":
      return ({ mapped, origin, isSound }, { visits }) => {
        if (isSound) visits.push(visitOf(mapped, origin));
        return [];
      };
    case "fee-line":
      return gatherFeeLine;
    case "institution":
    case "institution-code":
    case "catalogue":
    case "catalogue-code":
      return ({ mapped, origin, isSound }, { lists }) => {
        if (isSound) lists[record].push(listRowOf(mapped, origin));
        return [];
      };
  }
}

function gatherClaim(row: ReadRow, { claims, closed, pack }: Gathered): readonly Problem[] {
  const { origin } = row;
  const { record, problems } = claimOf(row.mapped, origin);
  if (!row.isSound || problems.length > 0) return problems;
  const place = { file: origin.file, line: origin.line };
  const days = claimChecks(record, origin);
  const wrong = [...tooFine(row.mapped, place), ...days, ...amountChecks(record, place)];
  const { law, problems: lawless } = lawOn(pack, record.setlDay);
  if (law === undefined || wrong.length > 0)
    return [...wrong, ...lawless.map((one) => ({ ...one, place }))];

  const month = accountingMonthOf(asClaim(record), law);
  if (closed.has(month)) {
    return [problem("claim-month-closed", place, { found: record.setlDay, month })];
  }
  claims.push({ ...record, month });
  return [];
}

/** A refund is a bill with every amount below zero: it is checked as what it takes back. */
function amountChecks(
  record: UndatedClaim,
  place: { readonly file: string; readonly line: number },
): readonly Problem[] {
  const stated = record.isUnclassified ? { ...record, inscpScpAmt: record.medfeeSumamt } : record;
  const bill = record.isRefund ? asBill(stated) : stated;
  const claim = asClaim(bill);
  return bill.paid === undefined ? checkBill(claim, place) : checkWindow(claim, bill.paid, place);
}

function asBill(refund: UndatedClaim): UndatedClaim {
  const { paid } = refund;
  return {
    ...refund,
    medfeeSumamt: negate(refund.medfeeSumamt),
    fulamtOwnpayAmt: negate(refund.fulamtOwnpayAmt),
    overlmtSelfpay: negate(refund.overlmtSelfpay),
    preselfpayAmt: negate(refund.preselfpayAmt),
    inscpScpAmt: negate(refund.inscpScpAmt),
    paid: paid === undefined ? undefined : negated(paid),
  };
}

/** Bills and deductions are exact to the fen: nothing of them may be rounded away. */
function tooFine(
  mapped: MappedRow,
  place: { readonly file: string; readonly line: number },
): readonly Problem[] {
  return mapped.finerThanFen().map((field) => {
    const values = { found: exactText(mapped.amount(field)) };
    return problem("amount-too-fine", { ...place, field }, values);
  });
}

/** The claim as the settlement sees it; person and level are not known yet and not asked. */
function asClaim(record: UndatedClaim): Claim {
  const { prescriptionMonths: months } = record;
  return { ...plainCare, ...record, months, claimId: 0, psnNo: "", dedcHospLv: "" };
}

function gatherFeeLine(row: ReadRow, { feeLines }: Gathered): readonly Problem[] {
  if (!row.isSound) return [];
  const { origin, mapped } = row;
  const { record, problems } = feeLineOf(mapped, origin);
  const wrong = [...tooFine(mapped, { file: origin.file, line: origin.line }), ...problems];
  if (wrong.length === 0) feeLines.push(record);
  return wrong;
}

function gatherDeduction(
  { mapped, origin, isSound }: ReadRow,
  { deductions, closed }: Gathered,
): readonly Problem[] {
  if (!isSound) return [];
  const deduction = deductionOf(mapped, origin);
  const place = { file: origin.file, line: origin.line };
  const fine = tooFine(mapped, place);
  if (fine.length > 0) return fine;
  if (deduction.dedAmt < 0) {
    return [problem("amount-negative", { ...place, field: "ded_amt" }, { found: "ded_amt < 0" })];
  }
  if (closed.has(deduction.month)) {
    const values = { found: deduction.month, month: deduction.month };
    return [problem("claim-month-closed", place, values)];
  }
  deductions.push(deduction);
  return [];
}
