import assert from "node:assert";
import { join } from "node:path";
import { yearOf } from "../domain/period.js";
import { packageRoot } from "../io/files.js";
import { lawOn } from "../policy/dated.js";
import type { Pack } from "../policy/pack.js";
import { type Rates, usualRates } from "../sample/rates.js";
import { readLaw } from "./law.js";
import { makeLayouts } from "./make-layouts.js";
import { makeSample, type SampleReport } from "./make-sample.js";
import { chosenRegion, readRegions } from "./regions.js";
import { windowAmounts } from "./window-amounts.js";

export interface CountyQuestion {
  readonly people: number;
  readonly seed: string;
  readonly out: string;
  readonly region?: string | undefined;
  /** How dirty it is to be; as usual where nothing is said. */
  readonly rates?: Rates;
}

/** Makes a small file in every shipped layout, settled by the law of a region. */
export async function makeShippedLayouts(
  question: Omit<CountyQuestion, "rates">,
): Promise<SampleReport> {
  const { region, pack } = await regionOf(question.region);
  const { people, seed, out } = question;
  return makeLayouts({ people, seed, out, region, windowAmounts: windowAmounts(pack) });
}

/** Makes a synthetic county for a region, whose windows pay by the law that is shipped for it. */
export async function makeCounty(question: CountyQuestion): Promise<SampleReport> {
  const { region, pack } = await regionOf(question.region);
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

async function regionOf(asked: string | undefined) {
  const mappings = join(packageRoot(), "mappings");
  const region = chosenRegion(await readRegions(mappings), asked);
  const { pack } = await readLaw({ mappings, region });
  return { region, pack };
}
