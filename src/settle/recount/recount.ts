import { fromFen } from "../../domain/money.js";
import type { Amounts, Claim, Insured } from "../../domain/records.js";
import type { CaseFacts, Law, Section } from "../../policy/law.js";
import { type Basic, basicOf } from "./basic.js";
import { Bill, type Past } from "./bill.js";
import { rowFor } from "./choose.js";
import { type Fen, notBelowZero, smaller } from "./exact.js";
import { GrowingPast } from "./growing-past.js";
import { type Later, laterOf, type Unpaid } from "./later.js";

/** One claim of a person's year, with the law of its day. */
export interface RecountQuestion {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly law: Law;
  /** What the window posted, where its amounts bind. */
  readonly posted?: Amounts;
}

/**
 * What the parts of stays that were cut have left to deduct so far: by claim, then by payer (the
 * basic fund is ''). The next part goes on with it.
 */
export type CutStays = Map<number, Map<string, Fen>>;

export interface Recounted {
  readonly claimId: number;
  readonly amounts: Amounts;
  /** The values of the law that decided something, by their places in the pack, ascending. */
  readonly parameters: readonly number[];
}

/**
 * Settles a person's year a second time, from the claims and the law alone, in the order given (the
 * order of the fold). It shares nothing with the engine but the nouns of `domain` and the parsed
 * law: rows are found by reading a table from above, amounts are big integers, and instead of
 * accumulators every claim adds up all earlier ones again. Parts of one stay follow each other,
 * perhaps from one year to the next: then `cutStays` is what the earlier year has left.
 */
export function recountYear(
  questions: readonly RecountQuestion[],
  cutStays: CutStays = new Map(),
): readonly Recounted[] {
  const history: Past[] = [];
  return questions.map((question) => {
    const { recounted, past } = recountClaim(question, history, cutStays);
    if (past !== undefined) history.push(past);
    return recounted;
  });
}

function recountClaim(
  { claim, insured, law, posted }: RecountQuestion,
  history: readonly Past[],
  cutStays: CutStays,
): { readonly recounted: Recounted; readonly past?: Past } {
  const facts = factsOf(claim, insured);
  const bill = new Bill(claim, facts, law, history);
  const kind = rowFor(law.careKind, facts, bill.moment(undefined, BigInt(claim.inscpScpAmt)));
  const section = kind === undefined ? undefined : law.cares.get(kind.value);
  if (kind !== undefined) bill.choose(kind.parameter);
  if (section === undefined) return { recounted: resultOf(bill, 0n, new Map(), 0n) };

  const left = claim.continuesStay ? cutStays.get(claim.claimId) : undefined;
  const inCare = new Bill(claim, { ...facts, care: section.name }, law, history, new Map(left));
  cutStays.set(claim.claimId, inCare.deductiblesLeft);
  if (kind !== undefined) inCare.choose(kind.parameter);
  const basic = basicOf(inCare, section);
  const later = laterOfAll(inCare, basic);
  const recounted = resultOf(inCare, basic.paid, later, basic.deducted);
  return { recounted, past: pastOf(inCare, section, { basic, later, posted }) };
}

function factsOf(claim: Claim, insured: Insured): CaseFacts {
  return {
    scheme: insured.scheme,
    class: insured.class,
    tier: insured.tier,
    level: claim.dedcHospLv,
    care: "",
    place: claim.place,
    referral: claim.referral,
    hospital: claim.hospitalTraits,
    identities: insured.identities,
    disease: claim.diseCodg,
    medType: claim.medType,
    psnType: insured.psnType,
    age: insured.age,
    years: insured.years,
    division: insured.division,
    months: 0,
    days: 0,
    joined: "",
    item: "",
    kind: "",
  };
}

type Payers = ReadonlyMap<string, Later>;

/** The later payers in their order; each pays what was posted, where a window's amounts bind. */
function laterOfAll(bill: Bill, basic: Basic, posted?: ReadonlyMap<string, Fen>): Payers {
  const results = new Map<string, Later>();
  let unpaid = unpaidAfter(bill.claim, basic);
  let funds = basic.paid;
  for (const payer of bill.law.payers) {
    const later = laterOf(bill, payer, { basic, unpaid, funds });
    if (later === undefined) continue;
    const paid = posted?.get(payer.name) ?? later.paid;
    results.set(payer.name, { ...later, paid });
    unpaid = less(unpaid, later.takes, paid);
    funds += paid;
  }
  return results;
}

/** A package puts its price in the place of the cost: only the rest of the bill is out of scope. */
function unpaidAfter(claim: Claim, { scope, paid }: Basic): Unpaid {
  let outside = BigInt(claim.medfeeSumamt) - scope;
  const take = (amount: number): Fen => {
    const taken = smaller(BigInt(amount), outside);
    outside -= taken;
    return taken;
  };
  return {
    scope: notBelowZero(scope - paid),
    firstSelfPay: take(claim.preselfpayAmt),
    overLimit: take(claim.overlmtSelfpay),
    fullSelfPay: take(claim.fulamtOwnpayAmt),
  };
}

/** A payment goes to the payer's own cost in scope first, then part by part. */
function less(unpaid: Unpaid, takes: Unpaid, paid: Fen): Unpaid {
  let rest = paid;
  const after = (name: keyof Unpaid): Fen => {
    const taken = smaller(rest, takes[name]);
    rest -= taken;
    return unpaid[name] - taken;
  };
  return {
    scope: after("scope"),
    firstSelfPay: after("firstSelfPay"),
    overLimit: after("overLimit"),
    fullSelfPay: after("fullSelfPay"),
  };
}

function resultOf(bill: Bill, hifp: Fen, later: Payers, deducted: Fen): Recounted {
  const { claim, law } = bill;
  const of = (field: "hifmiPay" | "mafPay" | "othPay"): Fen =>
    law.payers
      .filter((payer) => payer.field === field)
      .reduce((sum, { name }) => sum + (later.get(name)?.paid ?? 0n), 0n);
  const funds = hifp + of("hifmiPay") + of("mafPay") + of("othPay");
  const amounts: Amounts = {
    actPayDedc: yuan(deducted),
    hifpPay: yuan(hifp),
    hifmiPay: yuan(of("hifmiPay")),
    mafPay: yuan(of("mafPay")),
    othPay: yuan(of("othPay")),
    fundPaySumamt: yuan(funds),
    psnPartAmt: yuan(BigInt(claim.medfeeSumamt) - funds),
  };
  const parameters = [...bill.chosen].sort((left, right) => left - right);
  return { claimId: claim.claimId, amounts, parameters };
}

interface Done {
  readonly basic: Basic;
  readonly later: Payers;
  readonly posted: Amounts | undefined;
}

/**
 * What later claims see of this one. A window's amounts bind: they are what was deducted and paid,
 * and the later payers' bases are those that they left.
 */
function pastOf(bill: Bill, care: Section, done: Done): Past {
  const { claim, facts, law } = bill;
  const { posted } = done;
  const basic: Basic =
    posted === undefined
      ? done.basic
      : { ...done.basic, deducted: BigInt(posted.actPayDedc), paid: BigInt(posted.hifpPay) };
  const later =
    posted === undefined
      ? done.later
      : laterOfAll(bill, basic, postedByPayer(law, posted, done.later));
  const past = new GrowingPast(bill);
  past.section(care, basic);
  for (const payer of law.payers) {
    const one = later.get(payer.name);
    if (one !== undefined) past.payer(payer, one, basic.scope);
  }
  const isAdmission = care.deductible?.per === "stay" && !claim.continuesStay;
  return { claim, care: care.name, facts, isAdmission, ...past.sums };
}

/**
 * A window states one sum for each national field. Payers that share a field have it in their
 * order: each what was computed for it, and the last the rest.
 */
function postedByPayer(
  { payers }: Law,
  posted: Amounts,
  computed: Payers,
): ReadonlyMap<string, Fen> {
  const left = new Map(fields.map((field) => [field, BigInt(posted[field])]));
  const shares = new Map<string, Fen>();
  for (const [at, { name, field }] of payers.entries()) {
    const rest = left.get(field) ?? 0n;
    const isLast = !payers.slice(at + 1).some((later) => later.field === field);
    const share = isLast ? rest : smaller(rest, computed.get(name)?.paid ?? 0n);
    shares.set(name, share);
    left.set(field, rest - share);
  }
  return shares;
}

const fields = ["hifmiPay", "mafPay", "othPay"] as const;

function yuan(fen: Fen): Amounts["hifpPay"] {
  return fromFen(Number(fen));
}
