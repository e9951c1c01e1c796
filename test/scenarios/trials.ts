import { tellProblem } from "../../src/domain/problem.js";
import { parseDocument } from "../../src/io/yaml.js";
import type { Pack } from "../../src/policy/pack.js";
import { parseTrials } from "../../src/settle/trial/parse-trials.js";
import type { Trial } from "../../src/settle/trial/trial.js";
import { packOf } from "../policy/packs.js";
import { packOfRule } from "../policy/rules/rule-pack.js";

/**
 * A file of scenarios: `region: NAME` or a whole policy file, a line `---`, the worked examples
 * that are tried under it. Anything in it that is not understood fails the test.
 */
export function scenarioFile(
  file: string,
  text: string,
): { readonly pack: Pack; readonly trials: readonly Trial[] } {
  const [policy = "", examples = ""] = text.split(/^---$/m);
  const region = /^region: (\w+)$/m.exec(policy)?.[1];
  const pack = region === undefined ? packOfRule(file, policy) : packOf(region);
  return { pack, trials: trialsIn(file, examples, pack) };
}

/** Worked examples alone: they stand beside the law that they try. */
export function trialsIn(file: string, text: string, pack: Pack): readonly Trial[] {
  const { document, problems: unsound } = parseDocument(file, text);
  const parsed = document === undefined ? undefined : parseTrials(file, document, pack);
  const problems = [...unsound, ...(parsed?.problems ?? [])];
  if (problems.length > 0) throw new Error(problems.map((p) => tellProblem(p, "zh")).join("\n"));
  return parsed?.trials ?? [];
}
