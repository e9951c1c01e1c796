import { Clusters } from "./cluster.js";

/** Pairs that are called the same, by their rows and probabilities, in any order. */
export interface Links {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly probability: Float64Array;
}

export interface Joined {
  /** The lowest row of the cluster that each row is in. */
  readonly rootOf: Int32Array;
  /** Links that were not followed, by their place: somebody has to look at them. */
  readonly refused: readonly number[];
}

/** One link is clearly stronger than another when its odds are a hundred times as high. */
const CLEARLY = 100;

/**
 * Joins rows into persons, the strongest link first. A chain (A = B, B = C, but A and C differ) is
 * never closed in silence. Of the two links that meet in B the weaker is not followed, and neither
 * is the stronger unless its odds are a hundred times as high; and no link is followed that would
 * put two rows into one cluster that differ. `differ` says so of any two rows. What is not followed
 * is returned, for a person to decide.
 */
export function joinPersons(
  size: number,
  links: Links,
  differ: (left: number, right: number) => boolean,
): Joined {
  const order = strongestFirst(links);
  const contested = contestedLinks(size, links, order, differ);
  const clusters = new Clusters(size);
  const members = new Map<number, number[]>();
  const refused: number[] = [];
  for (const link of order) {
    const [left, right] = [
      clusters.rootOf(links.left[link] ?? 0),
      clusters.rootOf(links.right[link] ?? 0),
    ];
    if (left === right) continue;
    const ours = members.get(left) ?? [left];
    const theirs = members.get(right) ?? [right];
    const isRefused =
      contested.has(link) ||
      ((ours.length > 1 || theirs.length > 1) &&
        ours.some((one) => theirs.some((other) => differ(one, other))));
    if (isRefused) {
      refused.push(link);
      continue;
    }
    clusters.link(left, right);
    members.delete(Math.max(left, right));
    members.set(Math.min(left, right), [...ours, ...theirs]);
  }
  const rootOf = Int32Array.from({ length: size }, (_, row) => clusters.rootOf(row));
  return { rootOf, refused: refused.sort((one, other) => one - other) };
}

/** The places of the links by falling probability, then by their rows. */
function strongestFirst({ left, right, probability }: Links): Int32Array {
  const at = (numbers: ArrayLike<number>, place: number): number => numbers[place] ?? 0;
  return Int32Array.from(left, (_, place) => place).sort(
    (one, other) =>
      at(probability, other) - at(probability, one) ||
      at(left, one) - at(left, other) ||
      at(right, one) - at(right, other),
  );
}

/** Links that meet in a row whose other ends differ from each other, and are no clear winners. */
function contestedLinks(
  size: number,
  links: Links,
  order: Int32Array,
  differ: (left: number, right: number) => boolean,
): ReadonlySet<number> {
  const contested = new Set<number>();
  for (const meeting of meetings(size, links, order)) {
    meeting.forEach(({ link, other }, at) => {
      for (const stronger of meeting.slice(0, at)) {
        if (!differ(stronger.other, other)) continue;
        contested.add(link);
        if (oddsOf(links, stronger.link) < CLEARLY * oddsOf(links, link))
          contested.add(stronger.link);
      }
    });
  }
  return contested;
}

interface End {
  readonly link: number;
  /** The row at the other end of the link. */
  readonly other: number;
}

/** The links of every row that has several, the strongest first. */
function meetings(size: number, { left, right }: Links, order: Int32Array): readonly End[][] {
  const counts = new Int32Array(size);
  for (const row of [left, right]) for (const one of row) counts[one] = (counts[one] ?? 0) + 1;
  const ends = new Map<number, End[]>();
  const add = (row: number, end: End): void => {
    if ((counts[row] ?? 0) < 2) return;
    const known = ends.get(row);
    if (known === undefined) ends.set(row, [end]);
    else known.push(end);
  };
  for (const link of order) {
    const [one, other] = [left[link] ?? 0, right[link] ?? 0];
    add(one, { link, other });
    add(other, { link, other: one });
  }
  return [...ends.values()];
}

function oddsOf({ probability }: Links, link: number): number {
  const share = probability[link] ?? 0;
  return share / Math.max(1 - share, Number.EPSILON);
}
