import type { Origin } from "../../domain/records.js";
import { nameOfLevel } from "../../match/level.js";
import { nearText } from "../../match/level-steps.js";
import type { PairToReview } from "../../match/pairs-to-review.js";
import { type Comparer, vectorOf } from "../../match/vectors.js";
import type { ReviewPair } from "../../store/port/decisions.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { Store } from "../../store/store.js";
import type { FoundPeople } from "./find-people.js";
import type { PeopleModel } from "./people-model.js";
import type { PeopleTable } from "./people-table.js";
import type { WeighedPeople } from "./people-weights.js";

/** A pair to review before its rows are loaded: where they stand, and what the model found. */
export type FoundPair = Omit<ReviewPair, "left" | "right">;

/** How many pairs are written at once. */
const PAGE = 1_000;

/** The pairs that somebody has to look at, by where their rows stand. */
export function foundPairs(
  { placeOf }: PeopleTable,
  { spec }: PeopleModel,
  weighed: WeighedPeople | undefined,
  { review }: FoundPeople,
): readonly FoundPair[] {
  return review.map(({ left, right, probability, reason }: PairToReview) => {
    const places = [placeOf(left), placeOf(right)].sort(byPlace);
    const [leftRow, rightRow] = places as [Origin, Origin];
    const levels =
      weighed === undefined ? {} : levelsOf(weighed.linked.comparer, spec.near, left, right);
    return { leftRow, rightRow, probability: Number(probability.toFixed(9)), reason, levels };
  });
}

/** On which level every compared field agrees; `near` tells how near the rows are. */
function levelsOf(
  comparer: Comparer,
  near: PeopleModel["spec"]["near"],
  left: number,
  right: number,
): Readonly<Record<string, string>> {
  const { nearness, levels } = vectorOf(comparer.vector(left, right), comparer.fields);
  const key = near[nearness];
  const fields = comparer.fields.map(({ name, levels: all }, at): [string, string] => {
    const level = levels[at] ?? 0;
    const found = all[level - 1];
    const told = level === 0 ? "missing" : found === undefined ? "differs" : nameOfLevel(found);
    return [name, told];
  });
  return Object.fromEntries([["near", key === undefined ? "" : nearText(key)], ...fields]);
}

/**
 * Keeps the pairs that wait for a person, once their rows are loaded. A row that was set aside
 * after all waits for its correction instead, and two rows of one person wait for nobody.
 */
export async function keepReview(
  store: Store,
  runId: number,
  pairs: readonly FoundPair[],
): Promise<void> {
  for (let from = 0; from < pairs.length; from += PAGE) {
    const page = pairs.slice(from, from + PAGE);
    const rows = await store.rows.personRowsAt(page.flatMap((one) => [one.leftRow, one.rightRow]));
    const at = new Map(rows.map((row) => [placeText(row), row]));
    const kept = page.flatMap((pair): ReviewPair[] => {
      const left: KeyedRow | undefined = at.get(placeText(pair.leftRow));
      const right: KeyedRow | undefined = at.get(placeText(pair.rightRow));
      if (left === undefined || right === undefined || left.psnNo === right.psnNo) return [];
      return [{ ...pair, left: left.key, right: right.key }];
    });
    await store.decisions.addReviewPairs(runId, kept);
  }
}

function byPlace(one: Origin, other: Origin): number {
  return one.fileId - other.fileId || one.line - other.line;
}

function placeText({ fileId, line }: Origin): string {
  return `${fileId}:${line}`;
}
