import type { DeliveryMode } from "../../domain/update-rule.js";
import type { Manifest } from "../../migrate/manifest.js";
import type { Updated } from "./apply-updates.js";
import type { Ended } from "./ended-enrolments.js";

/** What a later delivery added, updated, ended and left as it was. */
export interface LaterReport {
  readonly mode: DeliveryMode;
  readonly day: string;
  /** New people. */
  readonly added: number;
  /** People whose record was changed, and how often each field was. */
  readonly updated: number;
  readonly fields: Readonly<Record<string, number>>;
  /** Rows of known people that say nothing new. */
  readonly unchanged: number;
  /** Rows of known people that say something else, and wait for a person. */
  readonly waiting: number;
  /** Enrolments that rows have ended, and those that a complete list leaves out. */
  readonly stopped: number;
  readonly ended: number;
  /** Left out of a complete list, but not ended: a line of it could not be read. */
  readonly withheld: number;
}

interface Counted extends Ended {
  readonly people: number;
  readonly knownRows: number;
  readonly updated: Updated;
  readonly stopped: number;
}

/** What a delivery that says what it is came to; nothing of a first one. */
export function laterReport(
  { mode, day, complete }: Manifest,
  { people: added, knownRows, updated, stopped, ended, withheld }: Counted,
): LaterReport | undefined {
  if (mode === "first" && complete.length === 0) return undefined;
  const waiting = updated.waiting.size;
  const unchanged = knownRows - updated.rows - waiting;
  const { people, fields } = updated;
  const ends = { stopped, ended, withheld };
  return { mode, day, added, updated: people, fields, unchanged, waiting, ...ends };
}
