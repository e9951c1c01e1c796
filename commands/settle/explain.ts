import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { verifiedLines } from "../../src/cli/show/verified.js";
import { type Explanation, explainClaim } from "../../src/jobs/settle/explain-settlement.js";

export default class SettleExplain extends HouseCommand {
  static override summary = summaryOf("settle:explain");
  static override examples = ["<%= config.bin %> <%= command.id %> S201701000001"];
  static override args = {
    settlement: Args.string({ required: true, description: about("settlement") }),
  };
  static override flags = { ...place, verify: Flags.boolean({ summary: about("verify") }) };

  async run(): Promise<Explanation> {
    const { args, flags } = await this.parse(SettleExplain);
    const explanation = await this.withReader(flags, ({ store }) =>
      explainClaim(store, args.settlement, this.lang),
    );
    this.show(flags.verify ? verifiedLines(explanation, this.lang) : explanation.lines);
    this.warnOf(flags.verify && explanation.verified.length > 0);
    return explanation;
  }
}
