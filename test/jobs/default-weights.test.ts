import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import { LEARNT, learntBefore, readPeopleModel } from "../../src/jobs/match/people-model.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { weightsText } from "../../src/match/weights-file.js";
import { newFolder, Place } from "./place.js";

const file = join(packageRoot(), "mappings/match/default-weights.yaml");

// Learnt anew with LIUTONG_RENEW_WEIGHTS=1, after a change of the shipped spec or of the sample.
const isRenewed = process.env["LIUTONG_RENEW_WEIGHTS"] === "1";

/** How often neighbours are one person differs from county to county: never taken for usual. */
const MOST_NEAR = 0.05;

const HEAD = [
  "# 交付太小、无从学习时所用的权重:由样例县(20,000 人,种子 weights)学得,不是任何真实地区的。",
  "# Weights for deliveries that are too small to learn from: learnt from a generated county of",
  "# 20,000 people (seed weights). How often close neighbours are one person is capped at 0.05.",
].join("\n");

test.runIf(isRenewed)(
  "learns the weights that come with the program",
  { timeout: 600_000 },
  async () => {
    const place = await Place.open();
    const out = join(newFolder(), "county");
    await makeCounty({ people: 20_000, seed: "weights", out, region: "tongliao" });
    await migrateDelivery(place.job, out);
    const { spec } = await readPeopleModel(place.job.workspace);
    const learnt = await learntBefore(place.job.store, spec);
    expect(learnt?.input.path).toBe(LEARNT);
    if (learnt === undefined) return;
    const { weights } = learnt.trained;
    const prior = weights.prior.map((share) => Math.min(share, MOST_NEAR));
    const trained = { ...learnt.trained, weights: { ...weights, prior } };
    writeFileSync(file, `${HEAD}\n${weightsText(trained, spec)}`);
  },
);

test("the weights that come with the program fit the spec that does", async () => {
  const place = await Place.open();
  const { spec, shipped } = await readPeopleModel(place.job.workspace);
  expect(shipped?.trained.title).toBe(spec.title);
  expect(shipped?.trained.rows).toBeGreaterThan(10_000);
});
