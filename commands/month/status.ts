import { place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { statusLines } from "../../src/cli/show/month.js";
import { type MonthStatus, monthStatus } from "../../src/jobs/month/month-status.js";

export default class MonthStatusCommand extends HouseCommand {
  static override summary = summaryOf("month:status");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = place;

  protected override readonly isReport = true;

  async run(): Promise<readonly MonthStatus[]> {
    const { flags } = await this.parse(MonthStatusCommand);
    const months = await this.withReader(flags, ({ store }) => monthStatus(store));
    this.show(statusLines(months, this.lang));
    return months;
  }
}
