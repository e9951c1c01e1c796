import { identities, levels } from "../../src/domain/codes.js";
import { type DocumentNode, DocumentReader } from "../../src/domain/document.js";
import { subtract, sum, type Yuan, yuanText, zero } from "../../src/domain/money.js";
import type { Amounts, Claim, Insured } from "../../src/domain/records.js";
import { parseDocument } from "../../src/io/yaml.js";
import { claimOf, insuredAs } from "../settle/claims.js";

/** A case of law as an expert writes it: one person's claims in order, and what they come to. */
export interface Scenario {
  readonly name: string;
  readonly cite: string;
  readonly insured: Insured;
  readonly claims: readonly ScenarioClaim[];
  readonly settlements: readonly Expected[];
}

export interface ScenarioClaim {
  readonly claim: Claim;
  /** What the window posted, where it did. */
  readonly posted?: Amounts;
}

/** The amounts that the expert states, by field. */
export type Expected = Readonly<Partial<Record<keyof Amounts, string>>>;

/** Reads a file of scenarios; anything in it that is not understood fails the test. */
export function scenariosIn(file: string, text: string): readonly Scenario[] {
  const { document, problems } = parseDocument(file, text);
  const reader = new DocumentReader(file);
  const scenarios = reader.list(document).map((node) => scenarioOf(reader, node));
  const all = [...problems, ...reader.problems];
  if (all.length > 0) throw new Error(JSON.stringify(all, null, 1));
  return scenarios;
}

function scenarioOf(reader: DocumentReader, node: DocumentNode): Scenario {
  const found = reader.fields(node, ["name", "cite", "claims", "settlements"], ["identities"]);
  const some = found["identities"] === undefined ? [] : reader.list(found["identities"]);
  return {
    name: reader.text(found["name"]),
    cite: reader.text(found["cite"]),
    insured: insuredAs(...some.map((one) => reader.oneOf(one, identities))),
    claims: reader.list(found["claims"]).map((one) => scenarioClaim(reader, one)),
    settlements: reader.list(found["settlements"]).map((one) => expectedOf(reader, one)),
  };
}

function scenarioClaim(reader: DocumentReader, node: DocumentNode): ScenarioClaim {
  const found = reader.fields(node, ["enddate", "scope"], optionalFields);
  const enddate = reader.day(found["enddate"]);
  const scope = yuanText(reader.yuan(found["scope"]));
  const amountOf = (field: string, otherwise: Yuan): Yuan =>
    found[field] === undefined ? otherwise : reader.yuan(found[field]);
  const whole = amountOf("whole", reader.yuan(found["scope"]));
  const overlmtSelfpay = amountOf("over", zero);
  const preselfpayAmt = amountOf("first", zero);
  const known = sum([reader.yuan(found["scope"]), overlmtSelfpay, preselfpayAmt]);
  const claim = claimOf({
    scope,
    whole: yuanText(whole),
    fulamtOwnpayAmt: subtract(whole, known),
    overlmtSelfpay,
    preselfpayAmt,
    begndate: found["begndate"] === undefined ? enddate : reader.day(found["begndate"]),
    enddate,
    setlDay: enddate,
    dedcHospLv: found["dedcHospLv"] === undefined ? "2" : reader.oneOf(found["dedcHospLv"], levels),
    medType: found["medType"] === undefined ? "21" : reader.text(found["medType"]),
    isOffsite: isYes(reader, found["offsite"]),
    isReferred: isYes(reader, found["referred"]),
    settledBy: found["posted"] === undefined ? "centre" : "window",
  });
  if (found["posted"] === undefined) return { claim };
  return { claim, posted: postedOf(reader, found["posted"]) };
}

const optionalFields = [
  ...["begndate", "whole", "over", "first", "dedcHospLv", "medType"],
  ...["offsite", "referred", "posted"],
];

const fields = [
  "actPayDedc",
  "hifpPay",
  "hifmiPay",
  "mafPay",
  "othPay",
  "fundPaySumamt",
  "psnPartAmt",
] as const satisfies readonly (keyof Amounts)[];

function expectedOf(reader: DocumentReader, node: DocumentNode): Expected {
  const found = reader.fields(node, [], fields);
  return Object.fromEntries(
    Object.entries(found).map(([field, value]) => [field, yuanText(reader.yuan(value))]),
  );
}

function postedOf(reader: DocumentReader, node: DocumentNode): Amounts {
  const found = reader.fields(node, ["actPayDedc", "hifpPay", "psnPartAmt"]);
  const hifpPay: Yuan = reader.yuan(found["hifpPay"]);
  return {
    actPayDedc: reader.yuan(found["actPayDedc"]),
    hifpPay,
    hifmiPay: zero,
    mafPay: zero,
    othPay: zero,
    fundPaySumamt: hifpPay,
    psnPartAmt: reader.yuan(found["psnPartAmt"]),
  };
}

function isYes(reader: DocumentReader, node: DocumentNode | undefined): boolean {
  return node !== undefined && reader.oneOf(node, ["yes", "no"]) === "yes";
}
