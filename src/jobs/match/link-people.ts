import type { Hanzi } from "../../match/hanzi.js";
import { type Linked, link } from "../../match/link.js";
import type { MatchSpec } from "../../match/spec.js";
import type { MatchTable } from "../../match/table.js";
import type { Weights } from "../../match/weights.js";
import type { TrainedWeights } from "../../match/weights-file.js";

/**
 * Compares the new rows of a table with each other and with the known ones: the only call of the
 * engine inside a migration. Weights that are not given are learnt from these rows.
 */
export async function linkPeople(
  table: MatchTable,
  spec: MatchSpec,
  hanzi: Hanzi,
  given?: TrainedWeights,
): Promise<Linked> {
  const pairing = table.first === table.ids.length ? "all" : "new";
  if (given === undefined) return link(table, spec, hanzi, { pairing });
  return link(table, spec, hanzi, { pairing, weights: scaled(given, spec, table.ids.length) });
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
