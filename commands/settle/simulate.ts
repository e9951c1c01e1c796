import { Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { simulateLines } from "../../src/cli/show/simulate.js";
import { type SimulateReport, simulateYear } from "../../src/jobs/settle/simulate.js";

export default class SettleSimulate extends HouseCommand {
  static override summary = summaryOf("settle:simulate");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --policy mappings/policies/draft --year 2017",
  ];
  static override flags = {
    ...place,
    policy: Flags.string({ required: true, summary: about("tried") }),
    year: Flags.integer({ required: true, summary: about("year"), min: 2000, max: 2099 }),
  };

  async run(): Promise<SimulateReport> {
    const { flags } = await this.parse(SettleSimulate);
    const { policy, year } = flags;
    const report = await this.withReader(flags, (job) => simulateYear(job, { policy, year }));
    this.show(simulateLines(report, this.lang));
    return report;
  }
}
