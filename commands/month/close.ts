import { month, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { closeLines } from "../../src/cli/show/month.js";
import { type CloseReport, closeMonth } from "../../src/jobs/month/close-month.js";

export default class MonthClose extends HouseCommand {
  static override summary = summaryOf("month:close");
  static override examples = ["<%= config.bin %> <%= command.id %> --month 2017-01"];
  static override flags = { ...place, ...operator, month: month({ required: true }) };

  protected override readonly isReport = true;

  async run(): Promise<CloseReport> {
    const { flags } = await this.parse(MonthClose);
    const report = await this.withJob(flags, (job) => closeMonth(job, flags.month));
    this.show(closeLines(report, this.lang));
    return report;
  }
}
