import { createHash } from "node:crypto";
import type { Linked } from "../../match/link.js";
import { type TrainedWeights, weightsText } from "../../match/weights-file.js";
import type { MappingInput } from "../mapping-input.js";
import { linkPeople } from "./link-people.js";
import { type GivenWeights, LEARNT, type PeopleModel } from "./people-model.js";
import type { PeopleTable } from "./people-table.js";

/** Whose weights a run used: the workspace's, an earlier run's, its own, or the program's. */
export type WeightsOrigin = "prescribed" | "earlier" | "learnt" | "shipped";

/** The rows of a delivery with their probabilities, and the weights by which they came. */
export interface WeighedPeople {
  readonly linked: Linked;
  readonly origin: WeightsOrigin;
  readonly trained: TrainedWeights;
  readonly input: MappingInput;
}

/** A delivery of fewer rows, or with fewer pairs of one person, is too small to learn from. */
const ENOUGH = { rows: 2_000, pairs: 50 };

/**
 * Compares the rows by the weights that the workspace prescribes; else by those that an earlier run
 * has learnt, so that all deliveries are measured alike; else by what these rows teach. Where they
 * are too few to teach anything, the weights that come with the program are taken; where these do
 * not fit the spec either, nothing is compared.
 */
export async function weighPeople(
  { table }: Pick<PeopleTable, "table">,
  model: PeopleModel,
  earlier: GivenWeights | undefined,
): Promise<WeighedPeople | undefined> {
  const { prescribed, shipped } = model;
  const by = async (given: GivenWeights, origin: WeightsOrigin): Promise<WeighedPeople> => {
    return { linked: await linkPeople(table, model, given.trained), origin, ...given };
  };
  if (prescribed !== undefined) return by(prescribed, "prescribed");
  if (earlier !== undefined) return by(earlier, "earlier");
  if (table.first >= ENOUGH.rows) {
    const linked = await linkPeople(table, model);
    if (linked.expected >= ENOUGH.pairs || shipped === undefined)
      return learnt(linked, model, table.size);
  }
  return shipped === undefined ? undefined : by(shipped, "shipped");
}

function learnt(linked: Linked, { spec }: PeopleModel, rows: number): WeighedPeople {
  const pairs = linked.candidates.left.length;
  const trained = { version: 1, title: spec.title, rows, pairs, weights: linked.weights };
  const text = weightsText(trained, spec);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const input: MappingInput = { role: "weights", path: LEARNT, sha256, text };
  return { linked, origin: "learnt", trained, input };
}
