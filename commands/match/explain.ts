import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { explainPairLines } from "../../src/cli/show/explain-pair.js";
import { type ExplainReport, explainPair } from "../../src/jobs/match/explain-pair.js";

export default class MatchExplain extends HouseCommand {
  static override summary = summaryOf("match:explain");
  static override examples = [
    "<%= config.bin %> <%= command.id %> A17 B4 --in ncms.csv --in urbmi.csv " +
      "--spec mappings/match/people.yaml --id 编号",
  ];
  static override args = {
    left: Args.string({ required: true, description: about("left") }),
    right: Args.string({ required: true, description: about("right") }),
  };
  static override flags = {
    in: Flags.string({ summary: about("in"), required: true, multiple: true }),
    spec: Flags.string({ summary: about("spec"), required: true }),
    id: Flags.string({ summary: about("id"), required: true }),
    weights: Flags.string({ summary: about("weights") }),
    dir: place.dir,
  };

  async run(): Promise<ExplainReport> {
    const { args, flags } = await this.parse(MatchExplain);
    const { in: lists, dir = process.cwd(), ...words } = flags;
    const files = lists.slice(0, 2);
    const report = await this.withProgress((progress) =>
      explainPair({ ...args, ...words, files, isAcross: false, dir, progress }),
    );
    this.show(explainPairLines(report, this.lang));
    return report;
  }
}
