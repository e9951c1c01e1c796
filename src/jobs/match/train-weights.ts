import { existsSync } from "node:fs";
import { writeFileAtomic } from "../../io/files.js";
import type { Linked } from "../../match/link.js";
import { type Thresholds, thresholdsOf } from "../../match/outcomes.js";
import { Scorer } from "../../match/score.js";
import { type TrainedWeights, weightsText } from "../../match/weights-file.js";
import type { FilledField } from "./build-table.js";
import { type ListsQuestion, matchLists, refuseOverInput } from "./match-lists.js";
import { readSpec, readWeights } from "./read-spec.js";

export interface TrainQuestion extends Omit<ListsQuestion, "weights"> {
  readonly out: string;
}

export interface TrainReport {
  readonly version: number;
  readonly rows: readonly number[];
  /** Which columns were read, field by field. */
  readonly fields: readonly FilledField[];
  readonly candidates: number;
  readonly expected: number;
  readonly rounds: number;
  readonly thresholds: Thresholds;
  /** How many pairs of these lists get another outcome than by the weights before. */
  readonly changes: readonly OutcomeChange[];
  readonly file: string;
}

export type Outcome = "same" | "review" | "different";

export interface OutcomeChange {
  readonly before: Outcome;
  readonly now: Outcome;
  readonly pairs: number;
}

/**
 * Learns the weights of a spec from one or two lists and writes them with the next version number.
 * Where the file held weights already, it tells which outcomes would change on these lists.
 */
export async function trainWeights(question: TrainQuestion): Promise<TrainReport> {
  const { out } = question;
  refuseOverInput(question, [out]);
  const before = await weightsBefore(question);
  const { spec, table, linked, rows, fields } = await matchLists(question);
  const { candidates, expected, rounds, weights, probability } = linked;
  const version = (before?.version ?? 0) + 1;
  const pairs = candidates.left.length;
  const trained = { version, title: spec.title, rows: table.ids.length, pairs, weights };
  const thresholds = thresholdsOf(probability, spec.outcomes);
  const changes =
    before === undefined ? [] : changesSince(before, linked, thresholds, spec.outcomes);
  await writeFileAtomic(out, weightsText(trained, spec));
  return {
    version,
    rows,
    fields,
    candidates: pairs,
    expected,
    rounds,
    thresholds,
    changes,
    file: out,
  };
}

/** The weights that the file holds; those of another spec cannot be compared and are refused. */
async function weightsBefore(question: TrainQuestion): Promise<TrainedWeights | undefined> {
  if (!existsSync(question.out)) return undefined;
  return readWeights(question.out, await readSpec(question.spec));
}

function changesSince(
  before: TrainedWeights,
  { candidates, comparer, scorer, probability }: Linked,
  now: Thresholds,
  allowed: Parameters<typeof thresholdsOf>[1],
): readonly OutcomeChange[] {
  const scoredBefore = new Scorer(before.weights, scorer.frequencies, comparer.fields);
  const earlier = scoredBefore.candidates(candidates);
  const then = thresholdsOf(earlier, allowed);
  const counts = new Map<string, number>();
  probability.forEach((share, pair) => {
    const change = `${outcomeOf(earlier[pair] ?? 0, then)} ${outcomeOf(share, now)}`;
    counts.set(change, (counts.get(change) ?? 0) + 1);
  });
  return [...counts]
    .map(([change, pairs]) => {
      const [one, other] = change.split(" ") as [Outcome, Outcome];
      return { before: one, now: other, pairs };
    })
    .filter(({ before: one, now: other }) => one !== other)
    .sort((one, other) => other.pairs - one.pairs || (one.before < other.before ? -1 : 1));
}

/** What two thresholds make of a probability. */
export function outcomeOf(probability: number, { same, review }: Thresholds): Outcome {
  if (probability >= same) return "same";
  return probability >= review ? "review" : "different";
}
