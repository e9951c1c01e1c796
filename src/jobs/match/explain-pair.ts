import { Refusal } from "../../domain/refusal.js";
import { type Explanation, explain } from "../../match/explain.js";
import { thresholdsOf } from "../../match/outcomes.js";
import type { MatchTable } from "../../match/table.js";
import { type ListsQuestion, matchLists } from "./match-lists.js";
import { type Outcome, outcomeOf } from "./train-weights.js";

export interface ExplainQuestion extends ListsQuestion {
  /** The ids of the two rows. */
  readonly left: string;
  readonly right: string;
}

export interface ExplainReport extends Explanation {
  readonly left: string;
  readonly right: string;
  /** The fields of the neighbourhood that both rows share; empty for strangers. */
  readonly nearBy: readonly string[];
  /** The fields that both rows state otherwise. */
  readonly apartBy: readonly string[];
  readonly outcome: Outcome;
  /** Whether a blocking key brought the pair at all. */
  readonly isCandidate: boolean;
  readonly same: number;
  readonly review: number;
}

/** Explains what speaks for and against two rows being one person; values are not shown. */
export async function explainPair(question: ExplainQuestion): Promise<ExplainReport> {
  const { left, right } = question;
  const { spec, table, linked } = await matchLists(question);
  const [one, other] = [rowOf(table, left, "first"), rowOf(table, right, "last")];
  const explanation = explain(linked, Math.min(one, other), Math.max(one, other));
  const thresholds = thresholdsOf(linked.probability, spec.outcomes);
  const { candidates } = linked;
  const isCandidate = candidates.left.some(
    (row, pair) => row === Math.min(one, other) && candidates.right[pair] === Math.max(one, other),
  );
  const near = explanation.near === undefined ? undefined : spec.near[explanation.near];
  return {
    left,
    right,
    ...explanation,
    nearBy: near?.parts.map(({ field }) => field) ?? [],
    apartBy: near?.apart.map(({ field }) => field) ?? [],
    outcome: outcomeOf(explanation.probability, thresholds),
    isCandidate,
    same: thresholds.same,
    review: thresholds.review,
  };
}

/** Where an id stands; of two lists the one that is named is looked through first. */
function rowOf({ ids, first }: MatchTable, id: string, where: "first" | "last"): number {
  const [inFirst, inSecond] = [ids.indexOf(id), ids.indexOf(id, first)];
  const order = where === "first" ? [inFirst, inSecond] : [inSecond, inFirst];
  const found = order.find((row) => row !== -1);
  if (found === undefined) throw new Refusal("list-row-unknown", { found: id });
  return found;
}
