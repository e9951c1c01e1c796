import fc from "fast-check";

/** The seed of every property: fast-check prints it with the counterexample when one is found. */
export const SEED = 20170101;

/** Holds a property for a seeded sample of inputs. */
export function holds<Inputs>(property: fc.IProperty<Inputs>, numRuns = 500): void {
  fc.assert(property, { seed: SEED, numRuns });
}
