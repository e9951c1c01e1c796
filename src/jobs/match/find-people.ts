import type { Torn } from "../../match/join-exact.js";
import { type Evidence, joinLikely } from "../../match/join-likely.js";
import { type Thresholds, thresholdsOf } from "../../match/outcomes.js";
import { type PairToReview, pairsToReview } from "../../match/pairs-to-review.js";
import type { PersonGroups } from "../../match/person-groups.js";
import { settleTorn } from "../../match/settle-torn.js";
import type { RuledPeople, RulesQuestion } from "./apply-rules.js";
import type { WeighedPeople } from "./people-weights.js";

/** Which rows are one person, and what somebody has to look at. */
export interface FoundPeople {
  readonly groups: PersonGroups;
  /** New rows whose own numbers lead to two loaded people. */
  readonly contradicting: readonly Torn[];
  readonly review: readonly PairToReview[];
  /** Rows of the delivery that the rules lead to a loaded person: they state its record again. */
  readonly restated: ReadonlySet<number>;
  /** How often groups were joined by the model. */
  readonly byModel: number;
}

/** Pairs of rows with their probabilities. */
export type WeighedPairs = Parameters<typeof joinLikely>[1];

/** Nothing was compared: nobody is called the same, and nobody is asked about. */
export const NOTHING_COMPARED: Thresholds = thresholdsOf(new Float64Array(0), {
  wrongPer10000: 1,
  missedPer10000: 1,
});

/**
 * The pairs about which the model is asked: those that neither a decision nor an exact rule has
 * settled. What the outcomes may cost is asked of them alone, for the certain ones would hide it.
 */
export function openPairs(
  weighed: WeighedPeople | undefined,
  { groups }: Pick<RuledPeople, "groups">,
): WeighedPairs {
  const empty = new Int32Array(0);
  if (weighed === undefined) return { left: empty, right: empty, probability: new Float64Array(0) };
  const { candidates, probability } = weighed.linked;
  return filtered(
    { left: candidates.left, right: candidates.right, probability },
    (left, right) => {
      const [one, other] = [groups.rootOf(left), groups.rootOf(right)];
      if (one === other) return false;
      const separation = groups.separation(one, other);
      return separation === undefined || separation === "people";
    },
  );
}

/**
 * Finds which rows are one person, after decisions and exact rules: what these have torn is
 * settled, what the model calls the same is joined, and the rest is asked.
 */
export function findPeople(question: {
  readonly asked: RulesQuestion;
  readonly ruled: RuledPeople;
  readonly weighed: WeighedPeople | undefined;
  readonly open: WeighedPairs;
  readonly thresholds: Thresholds;
}): FoundPeople {
  const { ruled, weighed, open, thresholds } = question;
  const { groups, torn, parted, isSameRecord } = ruled;
  const evidence = evidenceOf(weighed, thresholds);
  const { contradicting, asked } = settleTorn(groups, torn, evidence, isSameRecord);
  const restated = restatedRows(question.asked, groups);
  const between = parted.flatMap(({ pair: [left, right], separation }) =>
    separation === "people" ? [{ left, right, reason: "two-people" as const }] : [],
  );
  const before = groups.joins;
  const waiting = new Set(contradicting.flatMap(({ rows }) => rows));
  const compared = filtered(open, (left, right) => !waiting.has(left) && !waiting.has(right));
  const likely = filtered(compared, (_left, _right, share) => share >= thresholds.same);
  const refused = joinLikely(groups, likely, evidence).map(({ pair, reason }) => {
    return { left: likely.left[pair] ?? 0, right: likely.right[pair] ?? 0, reason };
  });
  const questions = [...asked, ...between, ...refused];
  const { probabilityOf } = evidence;
  return {
    groups,
    contradicting,
    restated,
    review: pairsToReview(groups, compared, thresholds, questions, probabilityOf),
    byModel: groups.joins - before,
  };
}

/** A row that only a decision has joined to somebody is another record of theirs. */
function restatedRows({ people, known }: RulesQuestion, groups: PersonGroups): ReadonlySet<number> {
  const restated = new Set<number>();
  if (people.people.length === 0) return restated;
  const named = new Set(known.map(({ rowNo }) => rowNo));
  people.rowNos.forEach((rowNo, row) => {
    if (rowNo < 0 || groups.personAt(row) < 0) return;
    if (named.has(rowNo) || !people.sideOf.has(row)) restated.add(row);
  });
  return restated;
}

function evidenceOf(weighed: WeighedPeople | undefined, thresholds: Thresholds): Evidence {
  const { same, review } = thresholds;
  const probabilityOf = weighed?.linked.probabilityOf ?? (() => 0);
  return { probabilityOf, same, differ: (left, right) => probabilityOf(left, right) < review };
}

function filtered(
  { left, right, probability }: WeighedPairs,
  keeps: (left: number, right: number, probability: number) => boolean,
): WeighedPairs {
  const places: number[] = [];
  for (let pair = 0; pair < left.length; pair++) {
    if (keeps(left[pair] ?? 0, right[pair] ?? 0, probability[pair] ?? 0)) places.push(pair);
  }
  return {
    left: Int32Array.from(places, (pair) => left[pair] ?? 0),
    right: Int32Array.from(places, (pair) => right[pair] ?? 0),
    probability: Float64Array.from(places, (pair) => probability[pair] ?? 0),
  };
}
