import { Args } from "@oclif/core";
import { about, month, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { type BudgetExplanation, explainBudget } from "../../src/jobs/budget/explain-budget.js";

export default class BudgetExplain extends HouseCommand {
  static override summary = summaryOf("budget:explain");
  static override examples = ["<%= config.bin %> <%= command.id %> H15992100001 --month 2017-01"];
  static override args = {
    hospital: Args.string({ required: true, description: about("hospital") }),
  };
  static override flags = { ...place, month: month({ required: true }) };

  async run(): Promise<BudgetExplanation> {
    const { args, flags } = await this.parse(BudgetExplain);
    const explanation = await this.withReader(flags, ({ store }) =>
      explainBudget(store, args.hospital, flags.month, this.lang),
    );
    this.show(explanation.lines);
    return explanation;
  }
}
