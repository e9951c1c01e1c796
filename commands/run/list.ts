import { place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { runListLines } from "../../src/cli/show/run.js";
import { listRuns, type Run } from "../../src/jobs/runs.js";

export default class RunList extends HouseCommand {
  static override summary = summaryOf("run:list");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = place;

  protected override readonly isReport = true;

  async run(): Promise<readonly Run[]> {
    const { flags } = await this.parse(RunList);
    const runs = await this.withReader(flags, ({ store }) => listRuns(store));
    this.show(runListLines(runs, this.lang));
    return runs;
  }
}
