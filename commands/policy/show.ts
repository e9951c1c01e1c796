import { Args, Flags } from "@oclif/core";
import { about, day, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { shownPolicyLines } from "../../src/cli/show/policy.js";
import { type ShownPolicy, showPolicy } from "../../src/jobs/show-policy.js";

export default class PolicyShow extends HouseCommand {
  static override summary = summaryOf("policy:show");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --on 2017-06-30",
    "<%= config.bin %> <%= command.id %> example --on 2024-01-01 --for adult",
  ];
  static override args = { pack: Args.string({ description: about("pack") }) };
  static override flags = {
    dir: place.dir,
    on: day({ required: true, summary: about("on") }),
    for: Flags.string({ summary: about("concerning") }),
  };

  async run(): Promise<ShownPolicy> {
    const { args, flags } = await this.parse(PolicyShow);
    const find = () => this.workspace({ dir: flags.dir, db: undefined });
    const question = { place: args.pack, day: flags.on, concerning: flags.for };
    const shown = await showPolicy({ ...question, find, lang: this.lang });
    this.show(shownPolicyLines(shown, this.lang));
    return shown;
  }
}
