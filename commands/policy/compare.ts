import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { comparedLines } from "../../src/cli/show/policy.js";
import { type ComparedPolicies, comparePolicies } from "../../src/jobs/show-policy.js";

export default class PolicyCompare extends HouseCommand {
  static override summary = summaryOf("policy:compare");
  static override examples = [
    "<%= config.bin %> <%= command.id %> @2016-12-31 @2017-01-01",
    "<%= config.bin %> <%= command.id %> example@2024-01-01 mappings/policies/mine --all",
  ];
  static override args = {
    left: Args.string({ required: true, description: about("law") }),
    right: Args.string({ required: true, description: about("law") }),
  };
  static override flags = { dir: place.dir, all: Flags.boolean({ summary: about("all") }) };

  async run(): Promise<ComparedPolicies> {
    const { args, flags } = await this.parse(PolicyCompare);
    const find = () => this.workspace({ dir: flags.dir, db: undefined });
    const { left, right } = args;
    const question = { left, right, isAll: flags.all, find, lang: this.lang };
    const compared = await comparePolicies(question);
    this.show(comparedLines(compared, this.lang));
    return compared;
  }
}
