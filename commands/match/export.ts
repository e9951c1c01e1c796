import { Flags } from "@oclif/core";
import { about, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { exportLines } from "../../src/cli/show/review.js";
import { type ExportReport, exportReview } from "../../src/jobs/match/export-review.js";

export default class MatchExport extends HouseCommand {
  static override summary = summaryOf("match:export");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = {
    ...place,
    ...operator,
    out: Flags.string({ summary: about("out") }),
  };

  async run(): Promise<ExportReport> {
    const { flags } = await this.parse(MatchExport);
    const report = await this.withJob(flags, (job) => exportReview(job, { out: flags.out }));
    this.show(exportLines(report, this.lang));
    return report;
  }
}
