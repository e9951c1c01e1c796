import { month, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { settleLines } from "../../src/cli/show/settle.js";
import { type SettleReport, settleMonth } from "../../src/jobs/settle/settle-month.js";

export default class SettleMonth extends HouseCommand {
  static override summary = summaryOf("settle:month");
  static override examples = ["<%= config.bin %> <%= command.id %> --month 2017-01"];
  static override flags = { ...place, ...operator, month: month({ required: true }) };

  protected override readonly isReport = true;

  async run(): Promise<SettleReport> {
    const { flags } = await this.parse(SettleMonth);
    const report = await this.withJob(flags, (job) => settleMonth(job, flags.month));
    this.show(settleLines(report, this.lang));
    this.warnOf(report.notAccepted.length > 0);
    return report;
  }
}
