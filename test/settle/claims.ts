import type { Identity } from "../../src/domain/codes.js";
import { subtract, sum, type Yuan, yuan, yuanText, zero } from "../../src/domain/money.js";
import { type Day, readDay } from "../../src/domain/period.js";
import type { Amounts, Claim, Insured, YearToDate } from "../../src/domain/records.js";
import { lawOn } from "../../src/policy/dated.js";
import type { Law } from "../../src/policy/schema.js";
import { settleClaim } from "../../src/settle/settle.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import { type Change, packOf } from "../policy/packs.js";

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
    claimId: 1,
    psnNo: "15992100000001",
    medinsSetlId: "S1",
    mdtrtId: "V1",
    settledBy: "centre",
    fixmedinsCode: "H15992100001",
    dedcHospLv: "2",
    medType: "21",
    isOffsite: false,
    isReferred: false,
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

export function insuredAs(...identities: readonly Identity[]): Insured {
  return { psnNo: "15992100000001", psnType: "1501", identities };
}

/** A year in which some things have happened, amounts as text. */
export function yearWith(
  amounts: Partial<Record<Exclude<keyof YearToDate, "admissions">, string>>,
  admissions: Partial<YearToDate["admissions"]> = {},
): YearToDate {
  const read = Object.entries(amounts).map(([field, text]) => [field, yuan(text.trim())]);
  return {
    ...emptyYear,
    ...Object.fromEntries(read),
    admissions: { ...emptyYear.admissions, ...admissions },
  };
}

/** Tongliao's law of March 2017, perhaps with changes to its files. */
export function lawWith(...changes: readonly Change[]): Law {
  const { law } = lawOn(packOf("tongliao", changes), dayOf("2017-03-09"));
  if (law === undefined) throw new Error("the pack has no law for March 2017");
  return law;
}

export const tongliao = lawWith();

/** A change of Tongliao's choice whether critical illness counts a part of the bill. */
export function counting(
  part: "Deductible" | "FirstSelfPay" | "OverLimit" | "Outpatient",
  answer: "yes" | "no",
): Change {
  const from = new RegExp(`(critical\\.counts${part}:[^]*?)value: "[a-z]*"`);
  return { file: "critical-illness.yaml", from, to: `$1value: "${answer}"` };
}

/** Settles one claim of a year that is otherwise empty, unless the test says more. */
export function settled(
  facts: Facts,
  more: { readonly identity?: Identity; readonly before?: YearToDate; readonly law?: Law } = {},
): { readonly amounts: Readonly<Record<keyof Amounts, string>>; readonly after: YearToDate } {
  const { settlement, after } = settleClaim({
    claim: claimOf(facts),
    insured: more.identity === undefined ? insuredAs() : insuredAs(more.identity),
    before: more.before ?? emptyYear,
    law: more.law ?? tongliao,
  });
  return { amounts: asTexts(settlement), after };
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
