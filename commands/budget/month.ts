import { month, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { budgetLines } from "../../src/cli/show/budget.js";
import { type BudgetReport, budgetOfMonth } from "../../src/jobs/budget/budget-month.js";

export default class BudgetMonth extends HouseCommand {
  static override summary = summaryOf("budget:month");
  static override examples = ["<%= config.bin %> <%= command.id %> --month 2017-01"];
  static override flags = { ...place, ...operator, month: month({ required: true }) };

  protected override readonly isReport = true;

  async run(): Promise<BudgetReport> {
    const { flags } = await this.parse(BudgetMonth);
    const report = await this.withJob(flags, (job) => budgetOfMonth(job, flags.month));
    this.show(budgetLines(report, this.lang));
    this.warnOf(report.withoutAgreement > 0);
    return report;
  }
}
