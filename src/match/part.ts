import { type ComparedPairs, comparePairs, type Pairing } from "./candidates.js";
import { type Draw, drawAt } from "./chance.js";
import { type Groups, groupsOf } from "./groups.js";
import type { Hanzi } from "./hanzi.js";
import type { MatchKey, MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { Comparer, type Nearby } from "./vectors.js";

/** What is linked; the same for all parts of the work. */
export interface Linking {
  readonly table: MatchTable;
  readonly spec: MatchSpec;
  readonly pairing: Pairing;
}

/** A part of the linkage that can be done beside others, by any thread. */
export type Part =
  | { readonly kind: "groups"; readonly key: MatchKey }
  | {
      readonly kind: "pairs";
      readonly nearby: Nearby;
      readonly keys: readonly Groups[];
      readonly share: number;
    }
  | { readonly kind: "draw"; readonly nearby: Nearby; readonly nearness: number };

/** What each part comes to. */
export interface PartResults {
  readonly groups: Groups;
  readonly pairs: ComparedPairs;
  readonly draw: Draw;
}

export type PartResult = PartResults[Part["kind"]];

/** Does parts one after the other; what one has prepared serves the next. */
export class Workplace {
  private comparer: Comparer | undefined;

  constructor(
    private readonly linking: Linking,
    private readonly hanzi: Hanzi,
  ) {}

  do(part: Part): PartResult {
    const { table, pairing, spec } = this.linking;
    switch (part.kind) {
      case "groups":
        return groupsOf(table, part.key, this.hanzi);
      case "pairs": {
        const comparer = this.comparerFor(part.nearby);
        return comparePairs({ spec, table, comparer, keys: part.keys }, pairing, part.share);
      }
      case "draw":
        return drawAt(table, this.comparerFor(part.nearby), pairing, part.nearness);
    }
  }

  /** The comparer of this place; neighbourhoods are the same for all parts. */
  comparerFor(nearby: Nearby): Comparer {
    const { table, spec } = this.linking;
    this.comparer ??= new Comparer(spec, table, this.hanzi, nearby);
    return this.comparer;
  }
}
