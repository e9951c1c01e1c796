import { Flags } from "@oclif/core";
import { about, month, operator, place, reason } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { correctLines } from "../../src/cli/show/correct.js";
import { type CorrectReport, correctSettlements } from "../../src/jobs/settle/correct.js";

export default class SettleCorrect extends HouseCommand {
  static override summary = summaryOf("settle:correct");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --month 2017-03",
    "<%= config.bin %> <%= command.id %> --month 2017-03 --claim S1 --reason 医院等级用错",
  ];
  static override flags = {
    ...place,
    ...operator,
    month: month({ required: true }),
    claim: Flags.string({ summary: about("toCentre") }),
    reason: reason({ summary: about("reason") }),
  };

  async run(): Promise<CorrectReport> {
    const { flags } = await this.parse(SettleCorrect);
    const { claim } = flags;
    const question = { month: flags.month, claim, reason: flags.reason };
    const report = await this.withJob(flags, (job) => correctSettlements(job, question));
    this.show(correctLines(report, this.lang));
    return report;
  }
}
