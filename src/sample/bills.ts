import { careFactsOf } from "../domain/care-facts.js";
import type { SettledBy } from "../domain/codes.js";
import { allocate, fromFen, negate, type Yuan, yuanText } from "../domain/money.js";
import type { Amounts, Claim } from "../domain/records.js";
import type { RegisterEntry, SamplePerson } from "./person.js";
import type { Random } from "./random.js";
import type { Visit } from "./visits.js";

/** A bill as the hospital sends it; `paid` is what the window gave, absent for the centre. */
export interface Bill {
  readonly claim: Claim;
  readonly person: SamplePerson;
  readonly entry: RegisterEntry;
  readonly isRefund: boolean;
  readonly paid: Amounts | undefined;
}

/** A claim of a visit, its fee split into the four parts that make it up. */
export function claimOf(
  visit: Visit,
  person: SamplePerson,
  claimId: number,
  settledBy: SettledBy,
  random: Random,
): Claim {
  const { hospital, fee, medType, begndate, enddate, setlDay, isReferred } = visit;
  const outOfScope = random.between(1, 9);
  const overLimit = random.percent(20) ? random.between(1, 4) : 0;
  const firstSelfPay = random.between(2, 9);
  const inScope = 100 - outOfScope - overLimit - firstSelfPay;
  const parts = allocate(fromFen(fee), [outOfScope, overLimit, firstSelfPay, inScope]);
  const [fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt] = parts as [
    Yuan,
    Yuan,
    Yuan,
    Yuan,
  ];
  const serial = String(claimId).padStart(10, "0");
  return {
    claimId,
    psnNo: String(person.number),
    medinsSetlId: `${hospital.fixmedinsCode}${setlDay.replaceAll("-", "")}${serial}`,
    mdtrtId: `${hospital.admdvs}${serial}`,
    settledBy,
    fixmedinsCode: hospital.fixmedinsCode,
    dedcHospLv: hospital.level,
    medType,
    ...careFactsOf({ medType, isOffsite: hospital.isOffsite, isReferred }),
    begndate,
    enddate,
    setlDay,
    medfeeSumamt: fromFen(fee),
    fulamtOwnpayAmt,
    overlmtSelfpay,
    preselfpayAmt,
    inscpScpAmt,
  };
}

/** The line of a bill in claims.csv; a refund repeats the bill with every amount below zero. */
export function billLine({ claim, person, entry, isRefund, paid }: Bill): string {
  const money = isRefund ? (amount: Yuan) => yuanText(negate(amount)) : yuanText;
  const flag = (isTrue: boolean): string => (isTrue ? "1" : "0");
  const who = [entry.source, entry.legacyId, person.psnName, person.certno];
  const place = [claim.settledBy, claim.fixmedinsCode, claim.medType];
  const flags = [flag(claim.place !== "local"), flag(claim.referral === "referred")];
  const days = [claim.begndate, claim.enddate, claim.setlDay, flag(isRefund)];
  const fees = [
    claim.medfeeSumamt,
    claim.fulamtOwnpayAmt,
    claim.overlmtSelfpay,
    claim.preselfpayAmt,
    claim.inscpScpAmt,
  ].map(money);
  const payers = paid === undefined ? Array.from({ length: 7 }, () => "") : paidOf(paid).map(money);
  return [
    ...[claim.medinsSetlId, claim.mdtrtId],
    ...who,
    ...place,
    ...flags,
    ...days,
    ...fees,
    ...payers,
  ].join(",");
}

function paidOf(paid: Amounts): readonly Yuan[] {
  const { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = paid;
  return [actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt];
}
