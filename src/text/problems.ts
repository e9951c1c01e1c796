import { correctionProblems } from "./correction-problems.js";
import { fileProblems } from "./file-problems.js";
import { personProblems } from "./person-problems.js";
import { policyProblems } from "./policy-problems.js";
import type { ProblemText } from "./problem-text.js";
import { recordProblems } from "./record-problems.js";
import { reviewProblems } from "./review-problems.js";
import { rowProblems } from "./row-problems.js";
import { trialProblems } from "./trials.js";

export type { Effect } from "./problem-text.js";

/**
 * Every problem that data can have. `{found}` and the other names are filled in when it is told.
 */
export const problemTexts = {
  ...rowProblems,
  ...personProblems,
  ...recordProblems,
  ...fileProblems,
  ...correctionProblems,
  ...policyProblems,
  ...reviewProblems,
  ...trialProblems,
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problemTexts;
