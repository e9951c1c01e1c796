import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { inspectLines } from "../../src/cli/show/inspect.js";
import { type InspectReport, inspectSource } from "../../src/jobs/inspect-source.js";

export default class SourceInspect extends HouseCommand {
  static override summary = summaryOf("source:inspect");
  static override examples = [
    "<%= config.bin %> <%= command.id %> county/ncms-members.csv",
    "<%= config.bin %> <%= command.id %> members.txt --propose mappings/legacy/members.yaml",
  ];
  static override args = { file: Args.string({ required: true, description: about("file") }) };
  static override flags = {
    dir: place.dir,
    entry: Flags.string({ summary: about("entry") }),
    sheet: Flags.string({ summary: about("sheet") }),
    propose: Flags.string({ summary: about("propose") }),
  };

  async run(): Promise<InspectReport> {
    const { args, flags } = await this.parse(SourceInspect);
    const dir = flags.dir ?? process.cwd();
    const { entry, sheet, propose } = flags;
    const { file } = args;
    const report = await inspectSource({ file, entry, sheet, propose, dir, lang: this.lang });
    this.show(inspectLines(report, this.lang));
    return report;
  }
}
