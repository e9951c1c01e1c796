import type { MatchDecision } from "../../domain/match-decision.js";
import { Refusal } from "../../domain/refusal.js";
import { type ApartEntry, apartEntries } from "../../match/apart-decisions.js";
import type { Store } from "../../store/store.js";
import { type Lang, tell } from "../../text/tell.js";
import { decisionText } from "../../text/undo.js";
import type { SplitPlan } from "./plan-split.js";
import { writeRegrouped } from "./regroup.js";

/** Who splits, when and why. */
export type SplitBy = Pick<MatchDecision, "decidedBy" | "decidedOn" | "reason">;

/**
 * Takes a person apart, inside the transaction of its caller: each half gets back its records and
 * all that goes with them, every move is an entry, and the journal says that the halves are not one
 * person, so that no later run joins them again. Returns the numbers of those entries.
 */
export async function splitPerson(
  store: Store,
  runId: number,
  plan: SplitPlan,
  by: SplitBy,
): Promise<readonly number[]> {
  const entries = await entriesOf(store, plan, by);
  await writeRegrouped(store, runId, plan.grouping, plan.regrouped);
  return store.decisions.add(runId, entries);
}

/**
 * What the journal will say of a split; refuses where a decision that is in force says the
 * opposite, naming it, and where nothing tells the records of both halves apart.
 */
export async function entriesOf(
  store: Store,
  { leaving, staying, takenBack, psnNo }: SplitPlan,
  by: SplitBy,
): Promise<readonly ApartEntry[]> {
  const { entries, contradiction, alike } = apartEntries({
    journal: await store.decisions.all(),
    leaving: leaving.rows.map((row) => row.key),
    staying: staying.rows.map((row) => row.key),
    takenBack,
    by,
  });
  const [one] = alike;
  if (one !== undefined) {
    const found = `${one.source}:${one.legacyId}`;
    throw new Refusal("undo-records-alike", { person: psnNo, found });
  }
  if (contradiction === undefined) return entries;
  const same = contradiction.against.filter((entry) => entry.kind === "same");
  const decisions = (lang: Lang): string =>
    same.map((entry) => `  ${tell(decisionText, lang, told(entry))}`).join("\n");
  const known = takenBack.map((entry) => entry.decisionId);
  const all = [...new Set([...known, ...same.map((entry) => entry.decisionId)])];
  const flags = all.map((id) => ` --decision ${id}`).join("");
  throw new Refusal("undo-decided-same", { decisions, flags });
}

function told({ decisionId, decidedBy, decidedOn, reason, left, right }: MatchDecision) {
  const values = { decision: decisionId, operator: decidedBy, day: decidedOn, reason };
  const [one, other] = [left, right].map(({ source, legacyId, place }) => {
    return legacyId === "" ? place : `${source}:${legacyId}`;
  });
  return { ...values, left: one ?? "", right: other ?? "" };
}
