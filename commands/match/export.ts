import { Flags } from "@oclif/core";
import { about, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { exportLines } from "../../src/cli/show/review.js";
import { type ExportReport, exportReview } from "../../src/jobs/match/export-review.js";

export default class MatchExport extends HouseCommand {
  static override summary = summaryOf("match:export");
  static override examples = [
    "<%= config.bin %> <%= command.id %>",
    "<%= config.bin %> <%= command.id %> --decisions",
  ];
  static override flags = {
    ...place,
    ...operator,
    decisions: Flags.boolean({ summary: about("decisions") }),
    out: Flags.string({ summary: about("out") }),
  };

  async run(): Promise<ExportReport> {
    const { flags } = await this.parse(MatchExport);
    const question = { out: flags.out, isJournal: flags.decisions };
    const report = await this.withJob(flags, (job) => exportReview(job, question));
    this.show(exportLines(report, this.lang));
    return report;
  }
}
