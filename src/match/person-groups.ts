import type { MatchDecision } from "../domain/match-decision.js";
import { Clusters } from "./cluster.js";
import type { Apart, Side } from "./decisions.js";

/** What keeps two groups of records apart: that they are two loaded people, or a decision. */
export type Separation = "people" | MatchDecision;

/** What is known of rows before anything is matched. */
export interface KnownIdentities {
  /** Of every row, the loaded person whose row it is, as a number from 0 on; -1 for a new row. */
  readonly personOf: Int32Array;
  /** The side of every row that an entry of the journal names. */
  readonly sideOf: ReadonlyMap<number, Side>;
  readonly apart: Apart;
}

/**
 * Rows on their way to becoming people. Rows of one loaded person are together from the start, and
 * so are rows that one side of the journal names. Nothing ever joins two groups that are kept
 * apart, whoever asks and through however many rows: a group keeps all that keeps its rows.
 */
export class PersonGroups {
  readonly clusters: Clusters;
  /** How often two groups were joined. */
  joins = 0;
  /** By the root of a group. */
  private readonly person: Int32Array;
  private readonly sides = new Map<number, readonly Side[]>();
  private readonly members = new Map<number, number[]>();

  constructor(
    size: number,
    private readonly known: KnownIdentities,
  ) {
    this.clusters = new Clusters(size);
    this.person = known.personOf.slice();
    for (const [row, side] of known.sideOf) this.sides.set(row, [side]);
    this.joinAlike(known.personOf.entries(), (person) => person >= 0);
    this.joinAlike(known.sideOf.entries(), () => true);
  }

  /** Joins two rows' groups, or tells what keeps them apart and leaves them. */
  join(left: number, right: number): Separation | undefined {
    const [one, other] = [this.rootOf(left), this.rootOf(right)];
    if (one === other) return undefined;
    const separation = this.separation(one, other);
    if (separation !== undefined) return separation;
    const [low, high] = one < other ? [one, other] : [other, one];
    const rows = [...this.rowsOf(low), ...this.rowsOf(high)];
    const sides = [...this.sidesOf(low), ...this.sidesOf(high)];
    this.clusters.link(low, high);
    this.joins += 1;
    this.members.delete(high);
    this.members.set(low, rows);
    this.sides.delete(high);
    if (sides.length > 0) this.sides.set(low, [...new Set(sides)]);
    this.person[low] = Math.max(this.person[low] ?? -1, this.person[high] ?? -1);
    return undefined;
  }

  /** The groups of more than one row, by their roots. */
  shared(): Iterable<readonly [number, readonly number[]]> {
    return this.members;
  }

  rootOf(row: number): number {
    return this.clusters.rootOf(row);
  }

  /** The rows of a group, by its root. */
  rowsOf(root: number): readonly number[] {
    return this.members.get(root) ?? [root];
  }

  /** The loaded person that a row has come to, or -1. */
  personAt(row: number): number {
    return this.person[this.rootOf(row)] ?? -1;
  }

  /** Whether a group is somebody already, or stands on a side of the journal. */
  isAnchored(root: number): boolean {
    return (this.person[root] ?? -1) >= 0 || this.sides.has(root);
  }

  /** What keeps two groups apart, by their roots; a decision is told before anything else. */
  separation(one: number, other: number): Separation | undefined {
    for (const left of this.sidesOf(one)) {
      for (const right of this.sidesOf(other)) {
        const entry = this.known.apart.between(left, right);
        if (entry !== undefined) return entry;
      }
    }
    const [left, right] = [this.person[one] ?? -1, this.person[other] ?? -1];
    return left >= 0 && right >= 0 && left !== right ? "people" : undefined;
  }

  private sidesOf(root: number): readonly Side[] {
    return this.sides.get(root) ?? [];
  }

  private joinAlike(rows: Iterable<readonly [number, number]>, counts: (one: number) => boolean) {
    const first = new Map<number, number>();
    for (const [row, one] of rows) {
      if (!counts(one)) continue;
      const before = first.get(one);
      if (before === undefined) first.set(one, row);
      else this.join(before, row);
    }
  }
}
