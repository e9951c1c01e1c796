import { Args } from "@oclif/core";
import { about, operator, place, reason } from "../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../src/cli/house-command.js";
import { decisionLines } from "../src/cli/show/accept.js";
import { approve, type Decision } from "../src/jobs/approve.js";

export default class Approve extends HouseCommand {
  static override summary = summaryOf("approve");
  static override examples = ["<%= config.bin %> <%= command.id %> 1 --operator 李四"];
  static override args = {
    approval: Args.integer({ required: true, description: about("approval") }),
  };
  static override flags = {
    ...place,
    ...operator,
    refuse: reason({ summary: about("refuse") }),
  };

  async run(): Promise<Decision["report"]> {
    const { args, flags } = await this.parse(Approve);
    const decision = await this.withJob(flags, (job) => approve(job, args.approval, flags.refuse));
    this.show(decisionLines(decision, this.lang));
    return decision.report;
  }
}
