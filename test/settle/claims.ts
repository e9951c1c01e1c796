import { plainCare } from "../../src/domain/care-facts.js";
import { subtract, sum, type Yuan, yuan, yuanText, zero } from "../../src/domain/money.js";
import { type Day, readDay } from "../../src/domain/period.js";
import type { Amounts, Claim, Insured } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/law.js";
import type { DeductiblesLeft } from "../../src/settle/bill.js";
import { type Settled, settleClaim } from "../../src/settle/settle.js";
import { numberOfName } from "../../src/settle/tally-names.js";
import { emptyYear, GrowingYear, type YearToDate } from "../../src/settle/year-to-date.js";

/** What a test says about a claim; the rest is a plain level 2 stay of March 2017. */
export interface Facts extends Partial<Omit<Claim, "inscpScpAmt" | "medfeeSumamt">> {
  /** Cost within scope, as text. */
  readonly scope: string;
  /** The whole bill, as text; without it nothing is out of scope. */
  readonly whole?: string;
}

export function claimOf({ scope, whole = scope, ...facts }: Facts): Claim {
  const [inscpScpAmt, medfeeSumamt] = [yuan(scope.trim()), yuan(whole.trim())];
  return {
    ...plainCare,
    claimId: 1,
    psnNo: "15992100000001",
    medinsSetlId: "S1",
    mdtrtId: "V1",
    settledBy: "centre",
    fixmedinsCode: "H15992100001",
    dedcHospLv: "2",
    medType: "21",
    begndate: dayOf("2017-03-01"),
    enddate: dayOf("2017-03-09"),
    setlDay: dayOf("2017-03-10"),
    medfeeSumamt,
    fulamtOwnpayAmt: subtract(medfeeSumamt, inscpScpAmt),
    overlmtSelfpay: zero,
    preselfpayAmt: zero,
    inscpScpAmt,
    ...facts,
  };
}

/** The parts of a bill, as text; what is left out is nothing. */
export interface Parts {
  readonly scope: string;
  readonly own?: string;
  readonly over?: string;
  readonly first?: string;
}

/** A bill by its parts, else the same plain stay; the whole is their sum. */
export function billOf({ scope, own = "0.00", over = "0.00", first = "0.00" }: Parts): Facts {
  const whole = yuanText(sum([scope, own, over, first].map(amount)));
  return {
    scope,
    whole,
    fulamtOwnpayAmt: amount(own),
    overlmtSelfpay: amount(over),
    preselfpayAmt: amount(first),
  };
}

/** An adult of forty who holds these identities. */
export function insuredAs(...identities: readonly string[]): Insured {
  return { ...adult, identities };
}

export const adult: Insured = {
  psnNo: "15992100000001",
  scheme: "resident",
  class: "adult",
  tier: "",
  psnType: "1501",
  identities: [],
  age: 40,
  years: 0,
  division: "159921",
};

/** A year in which some things have happened: fen or counts by name, `limit:annual`. */
export function yearWith(amounts: Readonly<Record<string, number>>): YearToDate {
  const year = new GrowingYear(emptyYear);
  for (const [name, amount] of Object.entries(amounts)) year.add(numberOfName(name), amount);
  return year.done();
}

export interface Circumstances {
  readonly law: Law;
  readonly insured?: Insured;
  readonly before?: YearToDate;
  readonly posted?: Amounts;
  readonly deductiblesLeft?: DeductiblesLeft;
}

/** Settles one claim of a year that is otherwise empty, unless the test says more. */
export function settled(facts: Facts, more: Circumstances): Settled {
  const claim = claimOf(facts);
  return settleClaim({ claim, insured: adult, before: emptyYear, ...more });
}

/** A year of claims in order, each after the ones before it. */
export function settledInOrder(
  claims: readonly Claim[],
  more: Omit<Circumstances, "posted">,
): readonly Settled[] {
  let before = more.before ?? emptyYear;
  return claims.map((claim) => {
    const one = settleClaim({ claim, insured: adult, ...more, before });
    before = one.after;
    return one;
  });
}

/** Amounts as text, so that a test reads like a bill. */
export function asTexts(amounts: Amounts): Readonly<Record<keyof Amounts, string>> {
  const text = (field: keyof Amounts): string => yuanText(amounts[field]);
  return {
    actPayDedc: text("actPayDedc"),
    hifpPay: text("hifpPay"),
    hifmiPay: text("hifmiPay"),
    mafPay: text("mafPay"),
    othPay: text("othPay"),
    fundPaySumamt: text("fundPaySumamt"),
    psnPartAmt: text("psnPartAmt"),
  };
}

export function dayOf(text: string): Day {
  const day = readDay(text);
  if (day === undefined) throw new Error(`no day: ${text}`);
  return day;
}

export function amount(text: string): Yuan {
  return yuan(text.trim());
}
