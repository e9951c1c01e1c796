import type { RunInput } from "../store/port/runs.js";

/** A file that a run read, with its text for the archive. */
export interface MappingInput extends RunInput {
  readonly text: string;
}
