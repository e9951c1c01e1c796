import { Clusters } from "../../match/cluster.js";
import type { QueuedPair } from "../../store/port/review.js";

/** A pair with the number of its group. */
export interface OrderedPair extends QueuedPair {
  readonly group: number;
}

/**
 * The order in which a queue is worked on. The likeliest pairs come first: a subsidy is the same
 * sum for everybody, so they are where most money was paid twice. Pairs that have a person in
 * common are one group and stay together, because a decision on one of them bears on the others.
 */
export function inReviewOrder(pairs: readonly QueuedPair[]): readonly OrderedPair[] {
  const people = new Map<string, number>();
  const placeOf = (psnNo: string): number => {
    const known = people.get(psnNo) ?? people.size;
    people.set(psnNo, known);
    return known;
  };
  const links = pairs.map(({ leftPsnNo, rightPsnNo }) => {
    return [placeOf(leftPsnNo), placeOf(rightPsnNo)] as const;
  });
  const clusters = new Clusters(people.size);
  for (const [left, right] of links) clusters.link(left, right);
  const rooted = pairs.map((pair, at) => ({ pair, root: clusters.rootOf(links[at]?.[0] ?? 0) }));
  const best = new Map<number, number>();
  for (const { pair, root } of rooted) {
    best.set(root, Math.max(best.get(root) ?? 0, pair.probability));
  }
  // Sorting is stable: pairs that are alike stay in the order of their places.
  rooted.sort(
    (one, other) =>
      (best.get(other.root) ?? 0) - (best.get(one.root) ?? 0) ||
      one.root - other.root ||
      other.pair.probability - one.pair.probability,
  );
  const groups = new Map<number, number>();
  return rooted.map(({ pair, root }) => {
    const group = groups.get(root) ?? groups.size + 1;
    groups.set(root, group);
    return { ...pair, group };
  });
}
