import { fromFen } from "../../domain/money.js";
import type { Amounts, Claim, Insured } from "../../domain/records.js";
import type { CaseFacts, Law } from "../../policy/law.js";
import { type Basic, basicOf } from "./basic.js";
import { Bill, type Past } from "./bill.js";
import { rowFor } from "./choose.js";
import { type Fen, smaller } from "./exact.js";
import { type Later, laterOf } from "./later.js";
import { monthOf } from "./section.js";

/** One claim of a person's year, with the law of its day. */
export interface RecountQuestion {
  readonly claim: Claim;
  readonly insured: Insured;
  readonly law: Law;
  /** What the window posted, where its amounts bind. */
  readonly posted?: Amounts;
}

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
 * accumulators every claim adds up all earlier ones again.
 */
export function recountYear(questions: readonly RecountQuestion[]): readonly Recounted[] {
  const history: Past[] = [];
  return questions.map((question) => {
    const { recounted, past } = recountClaim(question, history);
    if (past !== undefined) history.push(past);
    return recounted;
  });
}

function recountClaim(
  { claim, insured, law, posted }: RecountQuestion,
  history: readonly Past[],
): { readonly recounted: Recounted; readonly past?: Past } {
  const facts = factsOf(claim, insured);
  const bill = new Bill(claim, facts, law, history);
  const kind = rowFor(law.careKind, facts, bill.moment(undefined, BigInt(claim.inscpScpAmt)));
  const section = kind === undefined ? undefined : law.cares.get(kind.value);
  if (kind !== undefined) bill.choose(kind.parameter);
  if (section === undefined) return { recounted: resultOf(bill, 0n, new Map(), 0n) };

  const inCare = new Bill(claim, { ...facts, care: section.name }, law, history);
  const basic = basicOf(inCare, section);
  const later = laterOfAll(inCare, basic);
  const recounted = resultOf(inCare, basic.paid, later, basic.deducted);
  return { recounted, past: pastOf(inCare, section.name, { basic, later, posted }) };
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
    months: 0,
    joined: "",
    item: "",
    kind: "",
  };
}

/** The later payers in their order; each pays what was posted, where a window's amounts bind. */
function laterOfAll(
  bill: Bill,
  basic: Basic,
  posted?: ReadonlyMap<string, Fen>,
): ReadonlyMap<string, Later> {
  const results = new Map<string, Later>();
  let funds = basic.paid;
  for (const payer of bill.law.payers) {
    const computed = laterOf(bill, payer, { basic, funds });
    const paid = posted?.get(payer.name) ?? computed.paid;
    results.set(payer.name, { ...computed, paid });
    funds += paid;
  }
  return results;
}

function resultOf(
  bill: Bill,
  hifp: Fen,
  later: ReadonlyMap<string, Later>,
  deducted: Fen,
): Recounted {
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
  readonly later: ReadonlyMap<string, Later>;
  readonly posted: Amounts | undefined;
}

/**
 * What later claims see of this one. A window's amounts bind: they are what was deducted and paid,
 * and the later payers' bases are those that they left.
 */
function pastOf(bill: Bill, care: string, done: Done): Past {
  const { basic: computed, posted } = done;
  const { claim, facts, law } = bill;
  const basic: Basic =
    posted === undefined
      ? computed
      : { ...computed, deducted: BigInt(posted.actPayDedc), paid: BigInt(posted.hifpPay) };
  const later =
    posted === undefined
      ? done.later
      : laterOfAll(bill, basic, postedByPayer(law, posted, done.later));
  const deducted = new Map<string, Fen>();
  const paid = new Map([["basic", basic.paid]]);
  const own = new Map<string, Fen>();
  const used = new Map(basic.used);
  const take = (name: string, amount: Fen): void => {
    deducted.set(name, amount);
    deducted.set(`${name}@${monthOf(bill)}`, amount);
  };
  const use = (pools: readonly string[], amount: Fen): void => {
    for (const pool of pools) used.set(pool, (used.get(pool) ?? 0n) + amount);
  };
  take(care, basic.deducted);
  use(basic.payingPools, basic.paid);
  for (const [name, one] of later) {
    take(name, one.deducted);
    use(one.payingPools, one.paid);
    paid.set(name, one.paid);
    own.set(name, one.own);
  }
  const isAdmission = law.cares.get(care)?.deductible?.per === "stay";
  const { scope, onLadder } = basic;
  const total = BigInt(claim.medfeeSumamt);
  const ladder = new Map([[care, onLadder]]);
  return { claim, care, facts, isAdmission, deducted, onLadder: ladder, used, own, paid, scope, total };
}

/**
 * A window states one sum for each national field. Payers that share a field have it in their
 * order: each what was computed for it, and the last the rest.
 */
function postedByPayer(
  { payers }: Law,
  posted: Amounts,
  computed: ReadonlyMap<string, Later>,
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
