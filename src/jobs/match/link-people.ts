import { type Linked, type LinkOptions, link } from "../../match/link.js";
import type { MatchSpec } from "../../match/spec.js";
import type { MatchTable } from "../../match/table.js";
import type { Weights } from "../../match/weights.js";
import type { TrainedWeights } from "../../match/weights-file.js";
import { Crew, usualWorkers } from "./crew.js";
import type { PeopleModel } from "./people-model.js";

/** Fewer rows are compared before other threads would have started. */
const MANY = 50_000;

/** Threads run what was built; a test that runs the sources does without. */
const isBuilt = import.meta.url.includes("/dist/");

/**
 * Compares the new rows of a table with each other and with the known ones: the only call of the
 * engine inside a migration. Weights that are not given are learnt from these rows.
 */
export async function linkPeople(
  table: MatchTable,
  { spec, hanzi, tables }: Pick<PeopleModel, "spec" | "hanzi" | "tables">,
  given?: TrainedWeights,
): Promise<Linked> {
  const options: LinkOptions = {
    pairing: table.first === table.size ? "all" : "new",
    ...(given === undefined ? {} : { weights: scaled(given, spec, table.size) }),
  };
  const workers = table.size < MANY || !isBuilt ? 1 : usualWorkers();
  if (workers === 1) return link(table, spec, hanzi, options);
  const crew = new Crew(workers);
  try {
    return await crew.link(table, spec, { hanzi, tables }, options);
  } finally {
    await crew.close();
  }
}

/**
 * Weights for another number of rows than they were learnt from. A record has as many partners in
 * a long list as in a short one, but ever more strangers: among strangers a pair is one person the
 * more seldom, the more rows there are. It is never taken to be more often than was learnt.
 */
function scaled(
  { weights, rows: learntFrom }: TrainedWeights,
  { near }: MatchSpec,
  rows: number,
): Weights {
  const share = Math.min(1, learntFrom / rows);
  const isStranger = (nearness: number): boolean => (near[nearness]?.parts ?? []).length === 0;
  return {
    ...weights,
    prior: weights.prior.map((prior, nearness) => (isStranger(nearness) ? prior * share : prior)),
  };
}
