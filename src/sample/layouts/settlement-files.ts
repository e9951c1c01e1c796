import assert from "node:assert";
import { medType } from "../../domain/codes.js";
import { add, fromFen, type ReadAmount, type Yuan, yuanText, zero } from "../../domain/money.js";
import { type Day, dayOf } from "../../domain/period.js";
import type { Amounts, Claim } from "../../domain/records.js";
import { claimOf } from "../bills.js";
import { PERSON_TYPES } from "../claims.js";
import { hospitals } from "../hospitals.js";
import type { SamplePerson } from "../person.js";
import type { County } from "../places.js";
import type { Random } from "../random.js";
import { personClass } from "../urbmi-row.js";
import type { WindowAmounts } from "../window.js";
import { type LayoutFile, type LayoutRow, plainCells } from "./layout-file.js";

/** An urban resident with the number that the register gave them. */
export interface Resident {
  readonly person: SamplePerson;
  readonly legacyId: string;
  readonly county: County;
}

/** A bill that a window has settled. */
interface Settled {
  readonly resident: Resident;
  readonly claim: Claim;
  readonly paid: Amounts;
}

/** Settles visits of residents at windows that pay as the caller's law says. */
export class SettlementFiles {
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly windowAmounts: WindowAmounts,
  ) {}

  /** KC24 of the LEMIS platform (standards.md 2.1), one bill for each resident. */
  kc24(residents: readonly Resident[]): LayoutFile {
    return settlementFile(
      "urbmi-kc24",
      residents.map((one) => kc24Row(this.settle(one, false))),
    );
  }

  /** The export of 39 columns (standards.md 2.4): it knows only one day of a stay. */
  columns39(residents: readonly Resident[]): LayoutFile {
    return settlementFile(
      "urbmi-settlements-39",
      residents.map((one) => row39(this.settle(one, true))),
    );
  }

  private settle(resident: Resident, isOneDay: boolean): Settled {
    const { random } = this;
    const { person, county } = resident;
    this.made += 1;
    const isStay = this.made % 3 === 0;
    const known = hospitals.filter((one) => one.urbmiCode !== "" && one.admdvs === county.admdvs);
    const end = random.between(8, 28);
    const endday = january(end);
    const visit = {
      hospital: random.pick(known),
      medType: isStay ? medType.inpatient : medType.outpatient,
      begndate: isStay && !isOneDay ? january(end - random.between(3, 7)) : endday,
      enddate: endday,
      setlDay: endday,
      isReferred: false,
      fee: isStay ? random.between(150_000, 900_000) : random.between(3_000, 30_000),
    };
    const claim = withinLimits(claimOf(visit, person, this.made, "window", random));
    const psnType = PERSON_TYPES[personClass(person)];
    const [paid] = this.windowAmounts({ psnType, identities: [] }, [claim]);
    assert(paid !== undefined, "a window pays every claim that it is given");
    return { resident, claim, paid };
  }
}

/** These systems have no column for what is above a price limit. */
function withinLimits(claim: Claim): Claim {
  const fulamtOwnpayAmt = add(claim.fulamtOwnpayAmt, claim.overlmtSelfpay);
  return { ...claim, fulamtOwnpayAmt, overlmtSelfpay: zero };
}

function settlementFile(layout: string, rows: readonly LayoutRow[]): LayoutFile {
  const writing = { kind: "lines", encoding: "gb18030", delimiter: "\t", header: [] } as const;
  return { path: `${layout}.txt`, layout, writing, constants: {}, rows };
}

function kc24Row({ resident, claim, paid }: Settled): LayoutRow {
  const { person, legacyId } = resident;
  const hospital = hospitals.find((one) => one.fixmedinsCode === claim.fixmedinsCode);
  const serial = claim.mdtrtId.slice(-8);
  const cells = [
    ...[claim.mdtrtId, hospital?.urbmiCode ?? "", serial, legacyId, person.certno],
    ...[person.psnName, personClass(person), claim.medType, claim.begndate, claim.enddate],
    ...[claim.setlDay, "J06.900"],
    ...[claim.medfeeSumamt, claim.fulamtOwnpayAmt, claim.preselfpayAmt].map(yuanText),
    ...[claim.inscpScpAmt, paid.actPayDedc, paid.hifpPay, paid.hifmiPay].map(yuanText),
    ...[add(paid.mafPay, paid.othPay), zero, paid.psnPartAmt].map(yuanText),
    ...["0", "0", "样例经办"],
  ];
  const money = [
    ["medfee_sumamt", exact(claim.medfeeSumamt)],
    ["hifp_pay", exact(paid.hifpPay)],
    ["psn_part_amt", exact(paid.psnPartAmt)],
  ] as const;
  return { ...plainCells(cells, money), person: person.number };
}

function row39({ resident, claim, paid }: Settled): LayoutRow {
  const { person, legacyId, county } = resident;
  const { medfeeSumamt, fulamtOwnpayAmt, preselfpayAmt, inscpScpAmt } = claim;
  const isStay = claim.medType === medType.inpatient;
  const month = claim.setlDay.slice(0, 7).replace("-", "");
  const fees = [zero, medfeeSumamt, fulamtOwnpayAmt, preselfpayAmt, inscpScpAmt];
  const cells = [
    legacyId,
    ...[...fees, paid.actPayDedc, paid.hifpPay, paid.hifmiPay, zero, zero].map(yuanText),
    ...[county.admdvs, "99971", "1", month, personClass(person), "1", "", ""],
    ...[`${claim.setlDay} 10:30:00`, claim.mdtrtId, person.psnName, `S${claim.claimId}`, "390"],
    ...[isStay ? "31" : "11", county.admdvs, "0001", "样例经办"],
    ...[paid.mafPay, zero, zero, paid.othPay].map(yuanText),
    ...["02", "J06.900", "急性上呼吸道感染", county.admdvs, person.certno, "", claim.medinsSetlId],
  ];
  const money = [
    ["medfee_sumamt", exact(medfeeSumamt)],
    ["hifp_pay", exact(paid.hifpPay)],
  ] as const;
  return { ...plainCells(cells, money), person: person.number };
}

function exact(amount: Yuan): ReadAmount {
  return { amount: fromFen(amount), residual: "0" };
}

function january(date: number): Day {
  return dayOf(2017, 1, date) ?? ("2017-01-31" as Day);
}
