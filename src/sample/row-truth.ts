import type { ProblemCode } from "../text/problems.js";
import { type PersonKind, personKinds } from "./rates.js";

/** What is true of a row: how it was spoiled, and what the intake must say of it. */
export interface RowTruth {
  /** The kind of dirt, empty when the row is clean. */
  readonly spoiled: string;
  /** The problem that must set it aside, empty when it loads or merges. */
  readonly expected: ProblemCode | "";
  /** What else must be reported for it: findings and repairs, and further problems. */
  readonly reported: readonly ProblemCode[];
}

export const clean: RowTruth = { spoiled: "", expected: "", reported: [] };

/** What the first row of a person holds: kinds that only add a second row leave it clean. */
export function firstTruth(kind: PersonKind | undefined): RowTruth {
  const addsRow = kind === "repeated-line" || kind === "cross-scheme" || kind === "same-scheme";
  return addsRow ? clean : truthOf(kind);
}

/** What a row of a kind holds. */
export function truthOf(kind: PersonKind | undefined, more: readonly ProblemCode[] = []): RowTruth {
  if (kind === undefined) return { ...clean, reported: more };
  const { expected, reported } = personKinds[kind];
  return { spoiled: kind, expected, reported: reported === "" ? more : [reported, ...more] };
}
