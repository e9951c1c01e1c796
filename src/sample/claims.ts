import assert from "node:assert";
import { add, negate, type Yuan, yuan } from "../domain/money.js";
import type { Amounts, Claim } from "../domain/records.js";
import type { ProblemCode } from "../text/problems.js";
import { type Bill, billLine, claimOf } from "./bills.js";
import type { Books } from "./books.js";
import type { RegisterEntry, SamplePerson } from "./person.js";
import type { County } from "./places.js";
import type { Random } from "./random.js";
import { type ClaimKind, claimKinds, type Rates, ratesFor } from "./rates.js";
import { clean } from "./row-truth.js";
import type { SampleRow } from "./rows.js";
import { Schedule } from "./schedule.js";
import { personClass } from "./urbmi-row.js";
import { VisitMaker } from "./visits.js";
import { faultyAmounts, type WindowAmounts, type WindowQuestion } from "./window.js";

/** A person who may have been ill, as the registers have them. */
export interface Patient {
  readonly person: SamplePerson;
  readonly entry: RegisterEntry;
  readonly county: County;
  /** The problem that sets the person's own row aside, empty when it loads. */
  readonly expected: ProblemCode | "";
}

const CLAIMS_PER_HUNDRED_PEOPLE = 7;
const UNKNOWN_HOSPITAL = "H15992199999";

/** Makes the month's claims of one person after the other, and spoils a few. */
export class ClaimMaker {
  private readonly visits: VisitMaker;
  private readonly dirt: Schedule<ClaimKind>;
  private made = 0;

  constructor(
    private readonly random: Random,
    people: number,
    private readonly windowAmounts: WindowAmounts,
    private readonly books: Books,
    rates: Rates,
  ) {
    this.visits = new VisitMaker(random.fork("visits"));
    const expected = Math.floor((people * CLAIMS_PER_HUNDRED_PEOPLE) / 100);
    const claimRates = ratesFor(claimKinds, rates);
    this.dirt = new Schedule(random.fork("dirt"), claimRates, expected);
  }

  rowsOf(patient: Patient): readonly SampleRow[] {
    const visits = this.visits.visitsOf(patient.person, patient.county);
    if (visits.length === 0) return [];
    const claims = visits.map((visit) => {
      this.made += 1;
      const settledBy = this.random.percent(85) ? "window" : "centre";
      return claimOf(visit, patient.person, this.made, settledBy, this.random);
    });
    const question = this.windowQuestion(patient, claims);
    const right = this.windowAmounts(question.person, claims);
    return claims.flatMap((claim, index) => {
      const amounts = right[index];
      assert(amounts !== undefined, "a window pays every claim that it is given");
      const bill = billOf(patient, claim, amounts);
      // Only a person's last claim is spoiled: what it does to later ones need not be known.
      const isLast = index === claims.length - 1;
      const kind = this.dirt.next((name) => isLast && fits(name, bill, patient, amounts, question));
      if (kind !== undefined) this.books.befell(kind);
      return this.spoiledRows({ kind, bill, patient, amounts, question });
    });
  }

  private windowQuestion(patient: Patient, claims: readonly Claim[]): WindowQuestion {
    const { person } = patient;
    const psnType = PERSON_TYPES[personClass(person)];
    const identities = person.identity === "" ? [] : [person.identity];
    return { person: { psnType, identities }, claims, windowAmounts: this.windowAmounts };
  }

  private spoiledRows(spoiling: {
    readonly kind: ClaimKind | undefined;
    readonly bill: Bill;
    readonly patient: Patient;
    readonly amounts: Amounts;
    readonly question: WindowQuestion;
  }): readonly SampleRow[] {
    const { kind, bill, patient, amounts, question } = spoiling;
    const unknown = patient.expected === "" ? "" : "claim-person-unknown";
    const spoiled = kind === undefined ? bill : spoil(bill, kind, amounts, question);
    const expected = kind === undefined ? unknown : claimKinds[kind].expected;
    if (kind !== "settlement-repeated" && kind !== "refund") {
      const row = rowOf(spoiled, kind ?? "", expected);
      if (expected === "") {
        this.books.claimed(bill.claim.fixmedinsCode, (spoiled.paid ?? amounts).hifpPay);
      }
      return [row];
    }
    this.books.claimed(bill.claim.fixmedinsCode, amounts.hifpPay);
    return [rowOf(bill, "", ""), rowOf(spoiled, kind, expected)];
  }
}

/** 人员类别 psn_type of the classes of AKC021 (standards.md 2.2). */
export const PERSON_TYPES = {
  "81": "1402",
  "82": "15",
  "83": "16",
  "84": "1404",
  "85": "1403",
} as const;

function billOf(patient: Patient, claim: Claim, amounts: Amounts): Bill {
  const { person, entry } = patient;
  const paid = claim.settledBy === "window" ? amounts : undefined;
  return { claim, person, entry, isRefund: false, paid };
}

function fits(
  kind: ClaimKind,
  bill: Bill,
  patient: Patient,
  right: Amounts,
  question: WindowQuestion,
): boolean {
  if (patient.expected !== "") return false;
  if (kind === "institution-unknown" || kind === "person-unknown") return true;
  if (bill.paid === undefined) return false;
  if (!kind.startsWith("window-")) return true;
  return faultyAmounts(kind, right, question) !== undefined;
}

function spoil(bill: Bill, kind: ClaimKind, right: Amounts, question: WindowQuestion): Bill {
  const { claim, entry, paid } = bill;
  switch (kind) {
    case "institution-unknown":
      return { ...bill, claim: { ...claim, fixmedinsCode: UNKNOWN_HOSPITAL } };
    case "person-unknown":
      return { ...bill, entry: { ...entry, legacyId: `0000${entry.legacyId.slice(4)}` } };
    case "amounts-disagree":
      if (paid === undefined) return bill;
      return { ...bill, paid: { ...paid, psnPartAmt: oneYuanMore(paid.psnPartAmt) } };
    case "settlement-repeated":
      return { ...bill, claim: { ...claim, mdtrtId: `${claim.mdtrtId}2` } };
    case "refund":
      return {
        ...bill,
        claim: { ...claim, medinsSetlId: `${claim.medinsSetlId.slice(0, -10)}T${claim.claimId}` },
        isRefund: true,
      };
    default:
      return { ...bill, paid: faultyAmounts(kind, right, question) };
  }
}

function oneYuanMore(amount: Yuan): Yuan {
  return add(amount, yuan("1"));
}

function rowOf(bill: Bill, spoiled: string, expected: ProblemCode | ""): SampleRow {
  const { claim, isRefund, person } = bill;
  const amount = isRefund ? negate(claim.medfeeSumamt) : claim.medfeeSumamt;
  return {
    file: "claims",
    text: billLine(bill),
    person: person.number,
    ...clean,
    spoiled,
    expected,
    money: [["medfee_sumamt", { amount, residual: "0" }]],
  };
}
