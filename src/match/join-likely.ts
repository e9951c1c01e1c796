import type { ReviewReason } from "../domain/match-decision.js";
import type { PersonGroups, Separation } from "./person-groups.js";

/** Pairs that are called the same, by their rows and probabilities, in any order. */
export interface LikelyPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly probability: Float64Array;
}

/** What the model says of any two rows. */
export interface Evidence {
  readonly probabilityOf: (left: number, right: number) => number;
  /** Whether two rows are below the threshold for review. */
  readonly differ: (left: number, right: number) => boolean;
  /** The probability from which on two rows are the same person. */
  readonly same: number;
}

/** A pair that was not joined, by its place, and why a person has to look at it. */
export interface RefusedPair {
  readonly pair: number;
  readonly reason: Exclude<ReviewReason, "probability">;
}

/** One link is clearly stronger than another when its odds are a hundred times as high. */
const CLEARLY = 100;

/**
 * Joins the groups that the model calls one person, the strongest pair first. Not followed are
 *
 * - what would put records together that differ (A = B, B = C, A ≠ C): of two pairs that meet in a
 *   group the weaker, and the stronger unless its odds are a hundred times as high (`chain`);
 * - what leads a group to two people who are kept apart, to neither of them (`two-people`); after a
 *   person was split, the side that is clearly the stronger is followed (`decision-split`).
 *
 * What a decision has answered already is neither followed nor told.
 */
export function joinLikely(
  groups: PersonGroups,
  pairs: LikelyPairs,
  { differ }: Pick<Evidence, "differ">,
): readonly RefusedPair[] {
  const links = strongestLinks(groups, pairs);
  const refused = new Map<number, RefusedPair["reason"]>();
  const open = links.filter((link) => {
    if (link.separation === "people") refused.set(link.pair, "two-people");
    return link.separation === undefined;
  });
  const { contested, answered } = contestedLinks(pairs, open, groups, differ);
  for (const { pair } of open) {
    const reason = contested.get(pair);
    if (reason !== undefined) refused.set(pair, reason);
    if (reason !== undefined || answered.has(pair)) continue;
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0];
    const [one, other] = [groups.rootOf(left), groups.rootOf(right)];
    if (one === other) continue;
    const separation = groups.separation(one, other);
    if (separation === "people") refused.set(pair, "two-people");
    if (separation !== undefined) continue;
    if (isChain(groups.rowsOf(one), groups.rowsOf(other), differ)) refused.set(pair, "chain");
    else groups.join(left, right);
  }
  return [...refused].map(([pair, reason]) => ({ pair, reason }));
}

function isChain(
  ours: readonly number[],
  theirs: readonly number[],
  differ: Evidence["differ"],
): boolean {
  if (ours.length === 1 && theirs.length === 1) return false;
  return ours.some((one) => theirs.some((other) => differ(one, other)));
}

/** The strongest pair between two groups. */
interface Link {
  readonly pair: number;
  readonly one: number;
  readonly other: number;
  readonly separation: Separation | undefined;
}

/** Of all pairs between two groups the strongest, by falling probability, then by their rows. */
function strongestLinks(groups: PersonGroups, pairs: LikelyPairs): readonly Link[] {
  const at = (numbers: ArrayLike<number>, place: number): number => numbers[place] ?? 0;
  const { left, right, probability } = pairs;
  const order = Int32Array.from(left, (_, place) => place).sort(
    (one, other) =>
      at(probability, other) - at(probability, one) ||
      at(left, one) - at(left, other) ||
      at(right, one) - at(right, other),
  );
  const seen = new Set<number>();
  const links: Link[] = [];
  for (const pair of order) {
    const [one, other] = [groups.rootOf(at(left, pair)), groups.rootOf(at(right, pair))];
    const key = Math.min(one, other) * groups.clusters.size + Math.max(one, other);
    if (one === other || seen.has(key)) continue;
    seen.add(key);
    links.push({ pair, one, other, separation: groups.separation(one, other) });
  }
  return links;
}

/** Links that meet in a group and lead to what differs, or is kept apart. */
function contestedLinks(
  pairs: LikelyPairs,
  links: readonly Link[],
  groups: PersonGroups,
  differ: Evidence["differ"],
) {
  const contested = new Map<number, RefusedPair["reason"]>();
  /** The weaker links to the other side of a split: the stronger one has answered them. */
  const answered = new Set<number>();
  for (const meeting of meetings(pairs, links)) {
    meeting.forEach((weaker, at) => {
      for (const stronger of meeting.slice(0, at)) {
        const separation = groups.separation(weaker.root, stronger.root);
        if (separation === undefined && !differ(stronger.row, weaker.row)) continue;
        const reason = reasonOf(separation);
        const isClear = oddsOf(pairs, stronger.pair) >= CLEARLY * oddsOf(pairs, weaker.pair);
        if (isClear && reason === "decision-split") {
          answered.add(weaker.pair);
          continue;
        }
        contested.set(weaker.pair, reason);
        if (!isClear || reason === "two-people") contested.set(stronger.pair, reason);
      }
    });
  }
  return { contested, answered };
}

/** Why links to two groups contest each other. */
export function reasonOf(separation: Separation | undefined): RefusedPair["reason"] {
  if (separation === undefined) return "chain";
  if (separation === "people") return "two-people";
  return separation.origin === "undo" ? "decision-split" : "two-people";
}

interface End {
  readonly pair: number;
  /** The row at the other end of the link, and its group. */
  readonly row: number;
  readonly root: number;
}

/** The links of every group that has several, the strongest first. */
function meetings(pairs: LikelyPairs, links: readonly Link[]): readonly (readonly End[])[] {
  const counts = new Map<number, number>();
  for (const { one, other } of links) {
    for (const root of [one, other]) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const ends = new Map<number, End[]>();
  const add = (root: number, end: End): void => {
    if ((counts.get(root) ?? 0) < 2) return;
    ends.set(root, [...(ends.get(root) ?? []), end]);
  };
  for (const { pair, one, other } of links) {
    add(one, { pair, row: pairs.right[pair] ?? 0, root: other });
    add(other, { pair, row: pairs.left[pair] ?? 0, root: one });
  }
  return [...ends.values()];
}

function oddsOf({ probability }: Pick<LikelyPairs, "probability">, pair: number): number {
  return odds(probability[pair] ?? 0);
}

/** Whether the first of two probabilities is clearly the stronger. */
export function isClearly(stronger: number, weaker: number): boolean {
  return odds(stronger) >= CLEARLY * odds(weaker);
}

function odds(share: number): number {
  return share / Math.max(1 - share, Number.EPSILON);
}
