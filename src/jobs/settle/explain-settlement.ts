import { maskName, maskNumber, maskProblem } from "../../domain/mask.js";
import { yuanText } from "../../domain/money.js";
import type { Settlement } from "../../domain/records.js";
import { Refusal } from "../../domain/refusal.js";
import type { Pack } from "../../policy/pack.js";
import { explainSettlement, numbersOf } from "../../settle/explain.js";
import { decodeShadow } from "../../settle/shadow.js";
import { decodeSteps } from "../../settle/steps.js";
import { stepsOf, type TracedStep } from "../../settle/trace.js";
import { verifyTrace, type WrongStep } from "../../settle/verify.js";
import type { SettlementRow, StoredClaim } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import type { Store } from "../../store/store.js";
import { amountName } from "../../text/amount-words.js";
import { explanationTexts } from "../../text/explanation.js";
import { type Lang, tell } from "../../text/tell.js";
import { archivedLaw } from "../law.js";
import { reasonWords } from "./correction-reason.js";
import { feeLineLines } from "./explain-lines.js";

/** A step with the value of the law behind it, as it was archived. */
export interface ExplainedStep {
  readonly rule: string;
  readonly base: string;
  readonly by: string;
  readonly amount: string;
  readonly parameter?: {
    readonly key: string;
    readonly row: string;
    readonly text: string;
    readonly status: string;
    readonly cite: string;
    readonly place: string;
  };
}

/** One settlement, explained; the person is masked. */
export interface Explanation {
  readonly medinsSetlId: string;
  readonly month: string;
  readonly settledBy: "window" | "centre";
  readonly lines: readonly string[];
  readonly steps: readonly ExplainedStep[];
  /** Where the window paid something else than the law gives. */
  readonly differences: readonly {
    readonly field: string;
    readonly paid: string;
    readonly computed: string;
  }[];
  /** Steps whose arithmetic does not hold: none, unless something is wrong. */
  readonly verified: readonly WrongStep[];
}

/**
 * Explains a settlement from what was stored with it and from the archived law that it was settled
 * under; no amount is computed again and no file of the workspace is read. Fee lines are classified
 * again, to be shown.
 */
export async function explainClaim(
  store: Store,
  medinsSetlId: string,
  lang: Lang,
): Promise<Explanation> {
  const row = await settled(store, medinsSetlId);
  if (row.claim.isRefund) return explainRefund(store, row, lang);
  const pack = await archivedLaw(store, row.policy);
  const institution = (await store.registers.institutions()).get(row.claim.fixmedinsCode);
  const { computed, differences: found } = decodeShadow(row.shadow, row);
  const steps = decodeSteps(row.steps);
  const settlement: Settlement = { claimId: row.claim.claimId, ...computed, steps };
  const { claim } = row;
  const differences = found.map(({ field, paid, computed: right }) => ({
    field,
    paid: yuanText(paid),
    computed: yuanText(right),
  }));
  const { settledBy } = row;
  const isRight = settledBy === "window" && differences.length === 0;
  return {
    medinsSetlId,
    month: row.month,
    settledBy,
    lines: [
      ...(await headLines(store, row, institution, lang)),
      ...(await feeLineLines(store, claim, pack, lang)),
      ...explainSettlement({ claim, settlement, pack, lang }),
      ...differences.map((one) => {
        const field = amountName(one.field, lang);
        return tell(explanationTexts.difference, lang, { ...one, field });
      }),
      ...(isRight ? [tell(explanationTexts.agrees, lang)] : []),
    ],
    steps: stepsOf(steps).map((step) => withLaw(step, pack)),
    differences,
    verified: verifyTrace(settlement),
  };
}

/** A refund has no steps of its own: it posts what it takes back. */
async function explainRefund(store: Store, row: SettlementRow, lang: Lang): Promise<Explanation> {
  const institution = (await store.registers.institutions()).get(row.claim.fixmedinsCode);
  const { medinsSetlId } = row.claim;
  const { settledBy, month } = row;
  const lines = await headLines(store, row, institution, lang);
  return { medinsSetlId, month, settledBy, lines, steps: [], differences: [], verified: [] };
}

/** The settlement of a claim; refuses with the reasons when the claim waits. */
async function settled(store: Store, medinsSetlId: string): Promise<SettlementRow> {
  const claim = await store.claims.find(medinsSetlId);
  if (claim === undefined) throw new Refusal("claim-unknown", { found: medinsSetlId });
  const row = await store.claims.settlementOf(claim);
  if (row !== undefined) return row;
  const problems = await store.claims.waitingOf(claim.claimId);
  const masked = problems.map(maskProblem);
  throw new Refusal("claim-unsettled", { found: medinsSetlId, month: claim.month }, masked);
}

async function headLines(
  store: Store,
  row: SettlementRow,
  institution: Institution | undefined,
  lang: Lang,
): Promise<readonly string[]> {
  const { claim, month, settledBy } = row;
  const { begndate, enddate, line } = claim;
  const person = `${maskName(claim.psnName)} ${maskNumber(claim.psnNo)}`;
  const where = institution?.fixmedinsName ?? claim.fixmedinsCode;
  const id = claim.medinsSetlId;
  const { path } = await store.claims.originOf(claim);
  const values = { fund: yuanText(row.fundPaySumamt), person: yuanText(row.psnPartAmt) };
  return [
    tell(explanationTexts.head, lang, { id, person, institution: where, begndate, enddate, month }),
    tell(explanationTexts.origin, lang, { file: path, line }),
    ...factLines(row.claim, lang),
    ...reasonLines(row, lang),
    ...(row.refundedBy === undefined
      ? []
      : [tell(explanationTexts.refunded, lang, { found: row.refundedBy })]),
    tell(explanationTexts[claim.isRefund ? "refund" : settledBy], lang, values),
  ];
}

/** What the bill states of the care beyond its days and amounts. */
function factLines(claim: StoredClaim, lang: Lang): readonly string[] {
  const { diseCodg, sessions, prescriptionMonths, transferredFrom } = claim;
  const stated = [
    ...(diseCodg === "" ? [] : (["disease"] as const)),
    ...(sessions > 1 ? (["sessions"] as const) : []),
    ...(prescriptionMonths > 1 ? (["months"] as const) : []),
    ...(claim.isEmergency ? (["emergency"] as const) : []),
    ...(claim.isOffsite ? (["offsite"] as const) : []),
    ...(claim.isReferred ? (["referred"] as const) : []),
    ...(transferredFrom === "" ? [] : (["transferred"] as const)),
  ];
  if (stated.length === 0) return [];
  const values = { diseCodg, sessions, prescriptionMonths, transferredFrom };
  const found = stated.map((name) => tell(explanationTexts[name], lang, values));
  return [tell(explanationTexts.facts, lang, { found: found.join(lang === "zh" ? "、" : ", ") })];
}

/** Why the entry in force follows another. */
function reasonLines({ kind, reason, month }: SettlementRow, lang: Lang): readonly string[] {
  if (kind === "corrected") {
    const values = { month, reason: reasonWords(reason, lang) };
    return [tell(explanationTexts.corrected, lang, values)];
  }
  const [word, ...found] = reason.split(" ");
  if (word !== "refund") return [];
  return [tell(explanationTexts.refundOf, lang, { found: found.join(" ") })];
}

function withLaw(traced: TracedStep, pack: Pack): ExplainedStep {
  const { base = "", by = "", amount = "" } = numbersOf(traced);
  const step = { rule: traced.rule, base: `${base}`, by: `${by}`, amount: `${amount}` };
  const source = pack.values[traced.parameter];
  if (source === undefined) return step;
  const { key, row, text, status, cite, file, line } = source;
  return { ...step, parameter: { key, row, text, status, cite, place: `${file}:${line}` } };
}
