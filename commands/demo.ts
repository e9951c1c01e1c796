import { operator } from "../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../src/cli/house-command.js";
import { demoLines } from "../src/cli/show/demo.js";
import { type DemoReport, demonstrate, freshWorkspace } from "../src/jobs/demo.js";

export default class Demo extends HouseCommand {
  static override summary = summaryOf("demo");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = operator;

  async run(): Promise<DemoReport> {
    const { flags } = await this.parse(Demo);
    const name = flags.operator ?? "演示员";
    const workspace = await freshWorkspace(name, this.lang);
    const report = await this.withStore(workspace, name, demonstrate);
    this.show(demoLines(report, this.lang));
    this.warnOf(report.migrated.notAccepted.length > 0);
    return report;
  }
}
