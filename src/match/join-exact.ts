import { Clusters } from "./cluster.js";
import type { PersonGroups, Separation } from "./person-groups.js";

/** Two rows that a rule calls one person. */
export type RowPair = readonly [number, number];

/** Rows that the rules lead to groups that are kept apart: they were joined to none of these. */
export interface Torn {
  /** New rows that the rules call one person. */
  readonly rows: readonly number[];
  /** A row of them, and a row of one of the groups. */
  readonly ends: readonly RowPair[];
  /** What keeps the first two groups apart that are. */
  readonly separation: Separation;
}

/** What the rules came to. */
export interface ExactJoin {
  readonly torn: readonly Torn[];
  /** Pairs of groups that a rule would join directly, and what keeps them apart. */
  readonly parted: readonly { readonly pair: RowPair; readonly separation: Separation }[];
}

/**
 * Joins the rows that the exact rules call one person. A row (or several that are one) that the
 * rules lead to two groups which are kept apart is joined to neither: the order of the rules never
 * decides whose it is.
 */
export function joinExact(groups: PersonGroups, pairs: readonly RowPair[]): ExactJoin {
  const knots = knotsOf(groups, pairs);
  const knotted = new Map<number, RowPair[]>();
  for (const pair of pairs) {
    const knot = knots.rootOf(pair);
    if (knot === undefined) groups.join(...pair);
    else knotted.set(knot, [...(knotted.get(knot) ?? []), pair]);
  }
  const parts = [...knotted.values()].map((those) => untied(groups, those));
  return { torn: parts.flatMap((one) => one.torn), parted: parts.flatMap((one) => one.parted) };
}

/** The pairs that hang together with groups that are kept apart. */
function knotsOf(groups: PersonGroups, pairs: readonly RowPair[]) {
  const { size } = groups.clusters;
  const together = new Clusters(size);
  const anchored = new Set<number>();
  for (const pair of pairs) {
    const [left, right] = rootsOf(groups, pair);
    together.link(left, right);
    for (const root of [left, right]) if (groups.isAnchored(root)) anchored.add(root);
  }
  const met = new Map<number, number[]>();
  for (const root of anchored) {
    const knot = together.rootOf(root);
    met.set(knot, [...(met.get(knot) ?? []), root]);
  }
  const knots = new Set<number>();
  for (const [knot, roots] of met) if (firstApart(groups, roots) !== undefined) knots.add(knot);
  return {
    rootOf(pair: RowPair): number | undefined {
      const knot = together.rootOf(rootsOf(groups, pair)[0]);
      return knots.has(knot) ? knot : undefined;
    },
  };
}

/**
 * Joins what can be joined of pairs that hang together with groups that are kept apart, in the
 * order of their rows: which pair was told first does not matter.
 */
function untied(groups: PersonGroups, told: readonly RowPair[]): ExactJoin {
  const inOrder = ([one, other]: RowPair): RowPair => (one < other ? [one, other] : [other, one]);
  const pairs = told.map(inOrder).sort(([a, b], [c, d]) => a - c || b - d);
  const parted: ExactJoin["parted"][number][] = [];
  const ends: RowPair[] = [];
  const isAnchored = (row: number): boolean => groups.isAnchored(groups.rootOf(row));
  const [direct, others] = [
    pairs.filter((pair) => pair.every(isAnchored)),
    pairs.filter((pair) => !pair.every(isAnchored)),
  ];
  for (const pair of direct) {
    const separation = groups.join(...pair);
    if (separation !== undefined) parted.push({ pair, separation });
  }
  for (const pair of others) {
    const [left, right] = pair;
    if (isAnchored(left)) ends.push([right, left]);
    else if (isAnchored(right)) ends.push(pair);
    else groups.join(left, right);
  }
  const byPart = new Map<number, RowPair[]>();
  for (const end of ends) {
    const part = groups.rootOf(end[0]);
    byPart.set(part, [...(byPart.get(part) ?? []), end]);
  }
  const torn: Torn[] = [];
  for (const [part, those] of [...byPart].sort(([one], [other]) => one - other)) {
    const separation = firstApart(groups, [
      ...new Set(those.map(([, other]) => groups.rootOf(other))),
    ]);
    if (separation !== undefined) torn.push({ rows: groups.rowsOf(part), ends: those, separation });
    else for (const end of those) groups.join(...end);
  }
  return { torn, parted };
}

function firstApart(groups: PersonGroups, roots: readonly number[]): Separation | undefined {
  for (const [at, one] of roots.entries()) {
    for (const other of roots.slice(at + 1)) {
      const separation = groups.separation(one, other);
      if (separation !== undefined) return separation;
    }
  }
  return undefined;
}

function rootsOf(groups: PersonGroups, [left, right]: RowPair): RowPair {
  return [groups.rootOf(left), groups.rootOf(right)];
}
