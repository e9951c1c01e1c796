import { expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { problemsAfter } from "./packs.js";

const regions = ["tongliao", "shangluo", "panjin", "xuzhou", "huzhou", "example"];

test.each(regions)("the pack of %s is complete", (region) => {
  expect(problemsAfter(region, []).map((one) => tellProblem(one, "zh"))).toEqual([]);
});
