import type { Candidates } from "./candidates.js";
import type { Frequencies } from "./frequencies.js";
import type { MatchField } from "./spec.js";
import { TogetherWeights } from "./together.js";
import type { Vector } from "./vectors.js";
import { probabilityOf, type Weights, weightOf } from "./weights.js";

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

  constructor(
    readonly weights: Weights,
    readonly frequencies: Frequencies,
    fields: readonly MatchField[],
  ) {
    this.together = new TogetherWeights(weights.together, fields);
  }

  /** The weight of two rows with this vector, and its parts. */
  pair(vector: Vector, left: number, right: number): PairParts & { readonly weight: number } {
    const rarity = this.frequencies.weight(left, right, vector.levels);
    const together = -this.together.weight(this.together.patternOf(vector), rarity);
    return { rarity, together, weight: weightOf(this.weights, vector) + rarity + together };
  }

  /** The probabilities of all candidates. */
  candidates({ left, right, vector, counted }: Candidates): Float64Array {
    const known = counted.vectors.map((one) => weightOf(this.weights, one));
    const patterns = counted.vectors.map((one) => this.together.patternOf(one));
    const probability = new Float64Array(left.length);
    for (let pair = 0; pair < left.length; pair++) {
      const place = vector[pair] as number;
      const { levels } = counted.vectors[place] as Vector;
      const [one, other] = [left[pair] as number, right[pair] as number];
      const rarity = this.frequencies.weight(one, other, levels);
      const together = -this.together.weight(patterns[place] as number, rarity);
      probability[pair] = probabilityOf((known[place] as number) + rarity + together);
    }
    return probability;
  }
}
