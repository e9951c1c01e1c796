import assert from "node:assert";

/**
 * Rows that are the same person, joined link by link (union–find over row numbers 0 … size − 1).
 * The order of the links does not matter: the root of a cluster is always its lowest row.
 */
export class Clusters {
  private readonly parent: Int32Array;
  private readonly linked = new Set<number>();

  constructor(readonly size: number) {
    this.parent = Int32Array.from({ length: size }, (_, row) => row);
  }

  link(left: number, right: number): void {
    const [low, high] = [this.rootOf(left), this.rootOf(right)].sort((a, b) => a - b);
    assert(low !== undefined && high !== undefined);
    this.parent[high] = low;
    this.linked.add(left).add(right);
  }

  /** Whether a row shares its cluster with another. */
  isShared(row: number): boolean {
    return this.linked.has(row);
  }

  /** The lowest row of the cluster that a row is in. */
  rootOf(row: number): number {
    let root = row;
    for (let next = this.above(root); next !== root; next = this.above(root)) root = next;
    for (let at = row; at !== root; ) {
      const next = this.above(at);
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  private above(row: number): number {
    const parent = this.parent[row];
    assert(parent !== undefined, `row ${row} outside the clusters`);
    return parent;
  }
}
