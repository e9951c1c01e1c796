import { month, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { recountLines } from "../../src/cli/show/recount.js";
import { type RecountReport, recountMonth } from "../../src/jobs/settle/recount-month.js";

export default class SettleRecount extends HouseCommand {
  static override summary = summaryOf("settle:recount");
  static override examples = ["<%= config.bin %> <%= command.id %> --month 2017-01"];
  static override flags = { ...place, month: month({ required: true }) };

  async run(): Promise<RecountReport> {
    const { flags } = await this.parse(SettleRecount);
    const report = await this.withReader(flags, (job) => recountMonth(job, flags.month));
    this.show(recountLines(report, this.lang));
    const { agreeing, recounted, cancelling, refunds } = report;
    this.warnOf(agreeing < recounted || cancelling < refunds);
    return report;
  }
}
