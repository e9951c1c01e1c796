import assert from "node:assert";
import { join } from "node:path";
import { yearOf } from "../domain/period.js";
import { Refusal } from "../domain/refusal.js";
import { packageRoot } from "../io/files.js";
import { lawOn } from "../policy/dated.js";
import type { Pack } from "../policy/pack.js";
import { type Rates, usualRates } from "../sample/rates.js";
import { readLaw } from "./law.js";
import { makeLayouts } from "./make-layouts.js";
import { makeSample, type SampleReport } from "./make-sample.js";
import { isFolder } from "./policy-files.js";
import type { FindWorkspace } from "./policy-places.js";
import { chosenRegion, readRegions } from "./regions.js";
import { windowAmounts } from "./window-amounts.js";
import type { Workspace } from "./workspace.js";

export interface CountyQuestion {
  readonly people: number;
  readonly seed: string;
  readonly out: string;
  /** Without it that of the workspace, or the standard one where there is none. */
  readonly region?: string | undefined;
  /** Where a workspace may be: its own law comes before the one that is shipped. */
  readonly find?: FindWorkspace;
  /** How dirty it is to be; as usual where nothing is said. */
  readonly rates?: Rates;
}

/** Makes a small file in every shipped layout, settled by the law of a region. */
export async function makeShippedLayouts(
  question: Omit<CountyQuestion, "rates">,
): Promise<SampleReport> {
  const { region, pack } = await regionOf(question);
  const { people, seed, out } = question;
  return makeLayouts({ people, seed, out, region, windowAmounts: windowAmounts(pack) });
}

/** Makes a synthetic county for a region, whose windows pay by the region's law. */
export async function makeCounty(question: CountyQuestion): Promise<SampleReport> {
  const { region, pack } = await regionOf(question);
  const { people, seed, out, rates = usualRates } = question;
  const year = switchYearOf(pack);
  return makeSample({ people, seed, out, region, year, rates, windowAmounts: windowAmounts(pack) });
}

/** The year in which the region's unified scheme began. */
function switchYearOf(pack: Pack): number {
  const { law } = lawOn(pack, pack.names.covers.from);
  assert(law !== undefined, `the law of ${pack.region} covers its first day`);
  return yearOf(law.dates.switchDay);
}

/** The region's law: the workspace's own, so that a new city can try what it wrote. */
async function regionOf({ region: asked, find }: Pick<CountyQuestion, "region" | "find">) {
  const own = find === undefined ? undefined : await workspaceNear(find);
  const wanted = asked ?? own?.region;
  if (own !== undefined && wanted !== undefined) {
    const isOwn = await isFolder(join(own.mappings, "policies", wanted));
    if (isOwn) return lawOfRegion(own.mappings, wanted);
  }
  const mappings = join(packageRoot(), "mappings");
  return lawOfRegion(mappings, chosenRegion(await readRegions(mappings), wanted));
}

async function lawOfRegion(mappings: string, region: string) {
  const { pack } = await readLaw({ mappings, region });
  return { region, pack };
}

async function workspaceNear(find: FindWorkspace): Promise<Workspace | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Refusal && error.code === "workspace-missing") return undefined;
    throw error;
  }
}
