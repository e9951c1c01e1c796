import type { Text } from "./tell.js";

/** Why a command stops, and what to do. */
export interface RefusalText extends Text {
  /** What the user can do next; a command to type wherever there is one. */
  readonly next: Text;
}
