import type { MatchStep } from "./explain.js";
import { nameOfLevel } from "./level.js";
import type { MatchKey, MatchSpec } from "./spec.js";
import { comparedFields } from "./vectors.js";
import { fieldWeight, priorWeight, type Weights } from "./weights.js";

/** What weights a pair that is known by its levels has: of its nearness, and of every field. */
export interface LevelSteps {
  /** The fields that a neighbourhood shares; empty for any two rows. */
  readonly nearBy: readonly string[];
  readonly prior: number;
  readonly steps: readonly MatchStep[];
}

/**
 * Tells what each field says of a pair whose levels were written down (`near`, and a level,
 * `missing` or `differ` by the name of each field), by the weights of that time. How rare a value
 * is was not written down: such a step has no rarity, and the sum may be a little off the
 * probability.
 */
export function levelSteps(
  levels: Readonly<Record<string, string>>,
  spec: MatchSpec,
  weights: Weights,
): LevelSteps {
  const near = nearnessOf(levels["near"] ?? "", spec);
  const steps = comparedFields(spec).map((field, at): MatchStep => {
    const name = levels[field.name] ?? "missing";
    const place = field.levels.findIndex((level) => nameOfLevel(level) === name);
    const level = name === "missing" ? 0 : place === -1 ? field.levels.length + 1 : place + 1;
    const own = weights.fields[at];
    const weight = own === undefined ? 0 : fieldWeight(own, level, near);
    const found = field.levels[level - 1];
    const agreement = level === 0 ? "missing" : found === undefined ? "differs" : "agrees";
    const shown = found === undefined ? {} : { level: found };
    return { field: field.name, ...shown, agreement, weight, rarity: 0 };
  });
  const nearBy = spec.near[near]?.parts.map(({ field }) => field) ?? [];
  return { nearBy, prior: priorWeight(weights, near), steps };
}

/** The neighbourhood that is told by its fields. */
function nearnessOf(told: string, { near }: MatchSpec): number {
  const place = near.findIndex((key) => nearText(key) === told);
  return place === -1 ? near.length : place;
}

/** A neighbourhood by its fields: what both rows share, and what they state otherwise. */
export function nearText({ parts, apart }: Pick<MatchKey, "parts" | "apart">): string {
  const [shared, others] = [parts, apart].map((list) => list.map(({ field }) => field).join(" + "));
  return others === "" ? (shared ?? "") : `${shared} ≠ ${others}`;
}
