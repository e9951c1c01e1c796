import { Flags } from "@oclif/core";
import { about, operator } from "../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../src/cli/house-command.js";
import { say } from "../src/cli/show/words.js";
import { type InitReport, initWorkspace } from "../src/jobs/init-workspace.js";

export default class Init extends HouseCommand {
  static override summary = summaryOf("init");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --region tongliao --operator 张三",
  ];
  static override flags = {
    ...operator,
    dir: Flags.string({ summary: about("folder"), default: "." }),
    region: Flags.string({ summary: about("region") }),
    "second-person": Flags.string({
      summary: about("secondPerson"),
      options: ["on", "off"],
      default: "on",
    }),
  };

  async run(): Promise<InitReport> {
    const { flags } = await this.parse(Init);
    const report = await initWorkspace({
      folder: flags.dir,
      region: flags.region,
      operator: flags.operator ?? "",
      lang: this.lang,
      hasSecondPerson: flags["second-person"] === "on",
    });
    const { workspace: path, regionName: region } = report;
    this.show([say("workspace", this.lang, { path, region })]);
    return report;
  }
}
