import { amountFields } from "../../domain/amounts.js";
import { plainCare } from "../../domain/care-facts.js";
import type { DocumentNode } from "../../domain/document.js";
import { add, subtract, sum, type Yuan, zero } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import type { Amounts, Claim } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import type { DaysCost } from "../split.js";
import { readLines } from "./read-lines.js";
import type { TrialBill } from "./trial.js";
import type { TrialReader } from "./trial-reader.js";
import { billFields } from "./tried-bill.js";

const amountKeys = ["scope", "whole", "over", "first"] as const;
/** What an example may say of a bill. */
export const billKeys = [
  ...["day", "begndate", "level", "hospital", "traits", "medType", "place", "referral"],
  ...["disease", "sessions", "months", "visit", "from", ...amountKeys],
  ...["lines", "days", "posted", "gives", "year"],
] as const;

const postedFields = ["actPayDedc", "hifpPay", "hifmiPay", "mafPay", "othPay"] as const;
/** What an example may expect of a bill: its parts, and who pays. */
export const expectable = [...billFields, ...amountFields];

type Found = Readonly<Partial<Record<string, DocumentNode>>>;

/**
 * Reads one bill. What it does not say is that of a plain stay at home in a hospital of the first
 * level that the region names, the first on 15 January of the last year covered, the next a month
 * on. `scope` is 政策范围内, `over` and `first` what the hospital took off before, and the rest of
 * `whole` full self-pay; instead of these four there may be `lines`.
 */
export function readBill(reader: TrialReader, node: DocumentNode, index: number): TrialBill {
  const found = reader.keys(node, [], billKeys);
  const lines = readLines(reader, found["lines"]).map(({ line }) => line);
  const parts = lines.length === 0 ? partsOf(reader, found, node) : undefined;
  if (parts === undefined) {
    for (const key of amountKeys) {
      const beside = found[key];
      if (beside !== undefined) reader.unfit(beside, `lines: […] | ${amountKeys.join(", ")}`);
    }
  }
  const whole = sum(lines.map(({ detItemFeeSumamt }) => detItemFeeSumamt));
  const amounts = parts ?? { ...noParts, medfeeSumamt: whole, inscpScpAmt: whole };
  const claim = { ...careOf(reader, found, index), ...amounts };
  const posted = postedOf(reader, found["posted"], claim.medfeeSumamt);
  return {
    claim: posted === undefined ? claim : { ...claim, settledBy: "window" },
    lines,
    days: daysOf(reader, found["days"]),
    ...(posted === undefined ? {} : { posted }),
    gives: reader.givens(found["gives"], expectable),
    year: reader.yearly(found["year"]),
    line: node.line,
  };
}

type BillParts = Pick<Claim, (typeof billFields)[number]>;
const noParts = { fulamtOwnpayAmt: zero, overlmtSelfpay: zero, preselfpayAmt: zero } as const;

/** The parts of a bill as the example gives them: what is in no other part is full self-pay. */
function partsOf(reader: TrialReader, found: Found, node: DocumentNode): BillParts {
  const { scope, over, first, whole } = found;
  if (scope === undefined && whole === undefined) {
    reader.report("key-missing", node, { expected: "scope | whole | lines" });
  }
  const overlmtSelfpay = reader.amount(over);
  const preselfpayAmt = reader.amount(first);
  const inscpScpAmt = reader.amount(scope);
  const known = sum([overlmtSelfpay, preselfpayAmt, inscpScpAmt]);
  const medfeeSumamt = whole === undefined ? known : reader.amount(whole);
  if (whole !== undefined && medfeeSumamt < known) reader.unfit(whole, "≥ scope + over + first");
  const fulamtOwnpayAmt = medfeeSumamt < known ? zero : subtract(medfeeSumamt, known);
  return { medfeeSumamt, fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt };
}

function careOf(
  reader: TrialReader,
  found: Found,
  index: number,
): Omit<Claim, (typeof billFields)[number]> {
  const { pack } = reader;
  const enddate = found["day"] === undefined ? usualDay(pack, index) : reader.day(found["day"]);
  const begndate = found["begndate"] === undefined ? enddate : reader.day(found["begndate"]);
  if (found["begndate"] !== undefined && begndate > enddate) {
    reader.unfit(found["begndate"], `≤ ${enddate}`);
  }
  const [level = ""] = pack.names.labels.levels.keys();
  return {
    ...plainCare,
    ...{ claimId: index + 1, psnNo: "1", medinsSetlId: `${index + 1}`, settledBy: "centre" },
    mdtrtId: found["visit"] === undefined ? `V${index + 1}` : reader.text(found["visit"]),
    fixmedinsCode: reader.matching(found["hospital"], /^[A-Z0-9]{1,30}$/, "H15992100001"),
    dedcHospLv: reader.name(found["level"], "levels", level),
    medType: reader.matching(found["medType"], /^\d{2,6}$/, "21"),
    ...{ begndate, enddate, setlDay: enddate },
    place: reader.oneOf(found["place"], ["local", "province", "country"]),
    referral: reader.oneOf(found["referral"], ["unreferred", "emergency", "referred"]),
    diseCodg: reader.text(found["disease"]),
    sessions: reader.count(found["sessions"]),
    months: reader.count(found["months"]),
    hospitalTraits: reader.names(found["traits"], "hospitals"),
    transferredFrom: reader.text(found["from"]),
  };
}

function daysOf(reader: TrialReader, node: DocumentNode | undefined): readonly DaysCost[] {
  return reader.list(node).map((one) => {
    const { day, cost } = reader.keys(one, ["day", "cost"], []);
    return { feeOcurTime: reader.day(day), detItemFeeSumamt: reader.amount(cost) };
  });
}

/** What the window paid; the person the rest. */
function postedOf(
  reader: TrialReader,
  node: DocumentNode | undefined,
  whole: Yuan,
): Amounts | undefined {
  if (node === undefined) return undefined;
  const found = reader.keys(node, [], postedFields);
  const amounts = {
    actPayDedc: reader.amount(found["actPayDedc"]),
    hifpPay: reader.amount(found["hifpPay"]),
    hifmiPay: reader.amount(found["hifmiPay"]),
    mafPay: reader.amount(found["mafPay"]),
    othPay: reader.amount(found["othPay"]),
  };
  const { hifpPay, hifmiPay, mafPay, othPay } = amounts;
  const fundPaySumamt = add(add(hifpPay, hifmiPay), add(mafPay, othPay));
  const psnPartAmt = subtract(whole, fundPaySumamt);
  if (psnPartAmt < zero) reader.unfit(node, "Σ ≤ whole");
  return { ...amounts, fundPaySumamt, psnPartAmt };
}

function usualDay({ names: { covers } }: Pack, index: number): Day {
  const month = String((index % 12) + 1).padStart(2, "0");
  const day = `${covers.to.slice(0, 4)}-${month}-15` as Day;
  return day < covers.from ? covers.to : day;
}
