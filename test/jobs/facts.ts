import type { Place } from "./place.js";

/** Every fact of the database as a line: what the fingerprint is made of. */
export async function factsOf(place: Place): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of place.job.store.facts()) lines.push(...page);
  return lines;
}
