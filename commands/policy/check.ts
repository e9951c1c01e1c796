import { Args } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { policyLines } from "../../src/cli/show/policy.js";
import { checkPolicy, type PolicyReport } from "../../src/jobs/check-policy.js";

export default class PolicyCheck extends HouseCommand {
  static override summary = summaryOf("policy:check");
  static override examples = [
    "<%= config.bin %> <%= command.id %>",
    "<%= config.bin %> <%= command.id %> mappings/policies",
    "<%= config.bin %> <%= command.id %> mappings/policies/example",
  ];
  static override args = { pack: Args.string({ description: about("pack") }) };
  static override flags = { dir: place.dir };

  async run(): Promise<PolicyReport> {
    const { args, flags } = await this.parse(PolicyCheck);
    const find = () => this.workspace({ dir: flags.dir, db: undefined });
    const report = await checkPolicy(args.pack, find, this.lang);
    this.show(policyLines(report, this.lang));
    return report;
  }
}
