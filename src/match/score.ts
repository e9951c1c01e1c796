import type { Candidates } from "./candidates.js";
import { commonWeight } from "./common.js";
import type { Frequencies } from "./frequencies.js";
import type { MatchField } from "./spec.js";
import { TogetherWeights } from "./together.js";
import type { Vector } from "./vectors.js";
import { plainWeight, probabilityOf, type Weights } from "./weights.js";

/** What the weight of a pair is made of, beside the fields by themselves. */
export interface PairParts {
  /** What the values weigh more (or less) than usual ones. */
  readonly rarity: number;
  /** What is taken away for what comes together in any case; 0 or less. */
  readonly together: number;
}

/** Scores pairs by what was learnt. */
export class Scorer {
  private readonly together: TogetherWeights;
  /** For every group that people may have in common, which of the fields are in it. */
  private readonly common: readonly (readonly boolean[])[];

  constructor(
    readonly weights: Weights,
    readonly frequencies: Frequencies,
    fields: readonly MatchField[],
  ) {
    this.together = new TogetherWeights(weights.together, fields);
    this.common = (weights.common ?? []).map((group) =>
      fields.map(({ name }) => group.fields.includes(name)),
    );
  }

  /** The weight of two rows with this vector, and its parts. */
  pair(vector: Vector, left: number, right: number): PairParts & { readonly weight: number } {
    const rarity = this.frequencies.weight(left, right, vector.levels);
    const found = -this.together.weight(this.together.patternOf(vector), rarity);
    const together = found - this.inCommon(vector, this.heldLevels(vector), left, right);
    return { rarity, together, weight: plainWeight(this.weights, vector) + rarity + together };
  }

  /** The probabilities of all candidates. */
  candidates({ left, right, vector: places, counted }: Candidates): Float64Array {
    const known = counted.vectors.map((one) => plainWeight(this.weights, one));
    const held = counted.vectors.map((one) => this.heldLevels(one));
    const patterns = counted.vectors.map((one) => this.together.patternOf(one));
    const probability = new Float64Array(left.length);
    for (let pair = 0; pair < left.length; pair++) {
      const place = places[pair] as number;
      const vector = counted.vectors[place] as Vector;
      const [one, other] = [left[pair] as number, right[pair] as number];
      const rarity = this.frequencies.weight(one, other, vector.levels);
      const found = -this.together.weight(patterns[place] as number, rarity);
      const together = found - this.inCommon(vector, held[place] ?? [], one, other);
      probability[pair] = probabilityOf((known[place] as number) + rarity + together);
    }
    return probability;
  }

  /** For every group in common, the levels of its fields; 0 for the others. */
  private heldLevels({ levels }: Vector): readonly (readonly number[])[] {
    return this.common.map((isHeld) => levels.map((one, at) => (isHeld[at] === true ? one : 0)));
  }

  /** What is taken away as two people may have just these fields in common. */
  private inCommon(
    vector: Vector,
    held: readonly (readonly number[])[],
    left: number,
    right: number,
  ): number {
    if (held.length === 0) return 0;
    return commonWeight(this.weights, vector, (group) =>
      this.frequencies.weight(left, right, held[group] ?? []),
    );
  }
}
