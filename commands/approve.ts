import { Args } from "@oclif/core";
import { about, operator, place, reason } from "../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../src/cli/house-command.js";
import { closeLines } from "../src/cli/show/month.js";
import { type CloseReport, decide } from "../src/jobs/month/close-month.js";

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

  async run(): Promise<CloseReport> {
    const { args, flags } = await this.parse(Approve);
    const report = await this.withJob(flags, (job) => decide(job, args.approval, flags.refuse));
    this.show(closeLines(report, this.lang));
    return report;
  }
}
