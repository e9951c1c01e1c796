import type { Text } from "./tell.js";

/** What a problem does to the thing it is found in. */
export type Effect =
  | "setAside" // the row, claim or payment waits for a person
  | "finding" // taken as it is, and reported
  | "repair" // mended by a named rule, counted and reported
  | "refuse"; // the whole command is refused

/** What is said about a problem, and what it does. */
export interface ProblemText extends Text {
  readonly effect: Effect;
}
