import { yuanText } from "../../domain/money.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Claim, Insured } from "../../domain/records.js";
import type { Law } from "../../policy/law.js";
import type { Pack } from "../../policy/pack.js";
import { benefitYearOf, cutDaysOf, lawForPart } from "../../settle/dates.js";
import { classifyLines } from "../../settle/fee-lines.js";
import type { Part } from "../../settle/settle-parts.js";
import { cutBill } from "../../settle/split.js";
import type { StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { BillLines } from "./fee-lines.js";
import { insuredOf } from "./person-on-day.js";
import type { Ready } from "./ready-claim.js";

/** A bill with its person and the law of its day. */
export interface Asked {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly law: Law;
  readonly pack: Pack;
}

/**
 * A bill that needs its fee lines: to be classified by the catalogue of each line's day, or to be
 * cut in two at New Year or on the switch day. Problems: `claim-lines-missing`,
 * `claim-item-unknown`, `claim-lines-differ`, and those of the parts. Nothing is guessed: without
 * lines such a bill waits.
 */
export function readyByLines(
  stored: StoredClaim,
  person: StoredInsured,
  asked: Asked,
  found: BillLines | undefined,
): Ready | readonly Problem[] {
  const { lines = [], unknown = [] } = found ?? {};
  if (unknown.length > 0) {
    return [...new Set(unknown)].map((code) =>
      problem("claim-item-unknown", at("medins_list_codg"), { found: code }),
    );
  }
  if (lines.length === 0)
    return [problem("claim-lines-missing", at("mdtrt_id"), { found: stored.mdtrtId })];
  const header = stored.isUnclassified ? classifyLines(lines, asked).header : undefined;
  if (header !== undefined && header.medfeeSumamt !== asked.claim.medfeeSumamt) {
    const amounts = [header.medfeeSumamt, asked.claim.medfeeSumamt].map(yuanText);
    const values = { found: amounts[0] ?? "", expected: amounts[1] ?? "" };
    return [problem("claim-lines-differ", at("medfee_sumamt"), values)];
  }
  const claim = { ...asked.claim, ...header };
  const parts = partsOf(stored, person, { ...asked, claim }, lines);
  if (!isParts(parts)) return parts;
  const made = header === undefined ? {} : { header };
  const binding = stored.paid === undefined ? {} : { posted: stored.paid };
  return { parts, pack: asked.pack, ...binding, ...made };
}

type Parts = readonly [Part, ...Part[]];

function isParts(found: Parts | readonly Problem[]): found is Parts {
  const [first] = found;
  return first !== undefined && "question" in first;
}

/** The bill, cut on the days that its law names; a window's amounts bind for the whole of it. */
function partsOf(
  stored: StoredClaim,
  person: StoredInsured,
  { claim, insured, law, pack }: Asked,
  lines: BillLines["lines"],
): Parts | readonly Problem[] {
  const days = stored.paid === undefined ? cutDaysOf(claim, law) : [];
  const [first, ...more] = cutBill(claim, lines, days);
  const only: Part = { question: { claim, insured, law }, year: benefitYearOf(claim, law) };
  if (more.length === 0) return [only];
  const parts: Part[] = [];
  for (const cut of [first, ...more]) {
    const part = partOf(stored, person, cut, pack);
    if (!("question" in part)) return part;
    parts.push(part);
  }
  return [parts[0] ?? only, ...parts.slice(1)];
}

/** A part is settled as a claim of its own days, under the law and for the person of those. */
function partOf(
  { psnNo }: StoredClaim,
  person: StoredInsured,
  claim: Claim,
  pack: Pack,
): Part | readonly Problem[] {
  const { law, day, problems } = lawForPart(claim, pack);
  if (law === undefined) return problems.map((one) => ({ ...one, place: at("enddate") }));
  const insured = insuredOf(psnNo, person, { law, day });
  if (insured === undefined) {
    return [problem("claim-not-entitled", at("enddate"), { found: day })];
  }
  return { question: { claim, insured, law }, year: benefitYearOf(claim, law) };
}

/** The store knows where a claim stands: file and line come from there. */
function at(field: string): Problem["place"] {
  return { file: "", field };
}
