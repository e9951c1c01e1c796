import { Refusal } from "../domain/refusal.js";
import type { Pack } from "../policy/pack.js";
import { readPack } from "./policy-files.js";
import { type FindWorkspace, packPlace } from "./policy-places.js";

/** The one pack that a word means (see `packPlace`); refuses it with every problem of its files. */
export async function soundPack(wanted: string | undefined, find: FindWorkspace): Promise<Pack> {
  const place = await packPlace(wanted, find);
  const { pack, problems } = await readPack(place);
  if (pack === undefined) throw new Refusal("files-wrong", { found: place.path }, problems);
  return pack;
}
