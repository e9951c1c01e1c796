import type { Text } from "./tell.js";

/** What is said about a refusal. */
export interface RefusalText extends Text {
  /** What the user can do next; a command to type wherever there is one. */
  readonly next: Text;
}
