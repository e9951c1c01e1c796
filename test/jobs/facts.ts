import type { Job } from "../../src/jobs/job.js";

/** Every fact of the database as a line: what the fingerprint is made of. */
export async function factsOf({ store }: Pick<Job, "store">): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of store.facts()) lines.push(...page);
  return lines;
}
