import type { Problem } from "../../src/domain/problem.js";
import type { ProblemCode } from "../../src/text/problems.js";

/** One row of the gallery: a tiny bad input, and what the user reads about it, word for word. */
export interface GalleryRow {
  readonly code: ProblemCode;
  /** Runs the bad input through the function that finds the problem; it may find others too. */
  readonly find: () => Promise<readonly Problem[]> | readonly Problem[];
  readonly zh: string;
  readonly en: string;
}
