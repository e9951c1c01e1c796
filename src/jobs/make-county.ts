import { join } from "node:path";
import { packageRoot } from "../io/files.js";
import { type Rates, usualRates } from "../sample/rates.js";
import { readLaw } from "./law.js";
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

/** Makes a synthetic county for a region, whose windows pay by the law that is shipped for it. */
export async function makeCounty(question: CountyQuestion): Promise<SampleReport> {
  const mappings = join(packageRoot(), "mappings");
  const region = chosenRegion(await readRegions(mappings), question.region);
  const { pack } = await readLaw({ mappings, region });
  const { people, seed, out, rates = usualRates } = question;
  return makeSample({ people, seed, out, region, rates, windowAmounts: windowAmounts(pack) });
}
