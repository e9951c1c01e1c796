import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { trialLines } from "../../src/cli/show/trials.js";
import { type TrialReport, tryPolicy } from "../../src/jobs/try-policy.js";

export default class PolicyTry extends HouseCommand {
  static override summary = summaryOf("policy:try");
  static override examples = [
    "<%= config.bin %> <%= command.id %>",
    "<%= config.bin %> <%= command.id %> examples.yaml --pack mappings/policies/mine --steps",
  ];
  static override args = {
    examples: Args.string({ description: about("examples") }),
  };
  static override flags = {
    dir: place.dir,
    pack: Flags.string({ summary: about("pack") }),
    steps: Flags.boolean({ summary: about("steps") }),
  };

  async run(): Promise<TrialReport> {
    const { args, flags } = await this.parse(PolicyTry);
    const find = () => this.workspace({ dir: flags.dir, db: undefined });
    const question = { path: args.examples, pack: flags.pack, find, lang: this.lang };
    const report = await tryPolicy(question);
    this.show(trialLines(report, flags.steps, this.lang));
    this.warnOf(report.problems.length > 0);
    return report;
  }
}
