import { join } from "node:path";
import { DocumentReader } from "../domain/document.js";
import { Refusal } from "../domain/refusal.js";
import { readDocument } from "../io/yaml.js";

/** The region packs of a mappings folder: their names, and which is meant when none is named. */
export interface Regions {
  readonly standard: string;
  readonly names: ReadonlyMap<string, string>;
}

export async function readRegions(mappings: string): Promise<Regions> {
  const path = join(mappings, "regions.yaml");
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const reader = new DocumentReader(path);
  const top = reader.fields(document, ["default", "regions"]);
  const names = reader
    .entries(top["regions"])
    .map(({ key, value }) => [key, reader.text(value)] as const);
  if (reader.problems.length > 0)
    throw new Refusal("files-wrong", { found: path }, reader.problems);
  return { standard: reader.text(top["default"]), names: new Map(names) };
}

/** A region by its key, or the standard one; refuses a name that no pack has. */
export function chosenRegion({ standard, names }: Regions, wanted: string | undefined): string {
  const region = wanted ?? standard;
  if (names.has(region)) return region;
  throw new Refusal("region-unknown", { found: region, expected: [...names.keys()].join(", ") });
}
