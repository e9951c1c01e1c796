import { Args } from "@oclif/core";
import { about, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { importLines } from "../../src/cli/show/review.js";
import { type ImportReport, importDecisions } from "../../src/jobs/match/import-decisions.js";

export default class MatchImport extends HouseCommand {
  static override summary = summaryOf("match:import");
  static override examples = ["<%= config.bin %> <%= command.id %> out/private/review-3.xlsx"];
  static override args = {
    file: Args.string({ required: true, description: about("reviewed") }),
  };
  static override flags = { ...place, ...operator };

  async run(): Promise<ImportReport> {
    const { args, flags } = await this.parse(MatchImport);
    const report = await this.withJob(flags, (job) => importDecisions(job, args.file));
    this.show(importLines(report, this.lang));
    return report;
  }
}
