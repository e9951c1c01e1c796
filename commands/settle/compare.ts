import { month, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { compareLines } from "../../src/cli/show/compare.js";
import { type CompareReport, compareMonth } from "../../src/jobs/settle/compare.js";

export default class SettleCompare extends HouseCommand {
  static override summary = summaryOf("settle:compare");
  static override examples = ["<%= config.bin %> <%= command.id %> --month 2017-01"];
  static override flags = { ...place, month: month({ required: true }) };

  async run(): Promise<CompareReport> {
    const { flags } = await this.parse(SettleCompare);
    const report = await this.withReader(flags, (job) => compareMonth(job, flags.month));
    this.show(compareLines(report, this.lang));
    return report;
  }
}
