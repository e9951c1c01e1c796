import { PARTS } from "../../domain/part.js";
import type { HistoricClaim, StoredInsured } from "../../store/port/claims.js";
import type { Store } from "../../store/store.js";
import type { Progress } from "../job.js";
import { Past, type PastClaims } from "./past.js";

const RANGE = 64;

/** A person with everything that was settled for them. */
export interface PersonPast {
  readonly psnNo: string;
  readonly person: StoredInsured;
  readonly history: readonly HistoricClaim[];
  readonly past: PastClaims;
}

/**
 * Everybody with settled claims, in the order of parts and numbers: one range of parts is in memory
 * at a time. Claims that were taken back are left out of the past, unless they are asked for.
 */
export async function* peopleWithPast(
  store: Store,
  progress: Progress,
  { withRefunded = false } = {},
): AsyncGenerator<PersonPast> {
  const reader = await Past.open(store);
  for (let part = 0; part < PARTS; part += RANGE) {
    const histories = await store.claims.history(part, part + RANGE);
    const people = await store.claims.insured(part, part + RANGE, [...histories.keys()]);
    for (const [psnNo, history] of histories) {
      const person = people.get(psnNo);
      if (person === undefined) continue;
      const past = withRefunded
        ? await reader.withRefunded(history, person)
        : await reader.of(history, person);
      yield { psnNo, person, history, past };
    }
    progress.advance(part + RANGE, PARTS);
  }
}
