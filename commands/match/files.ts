import { Args, Flags } from "@oclif/core";
import { about, place, probability } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { matchLines } from "../../src/cli/show/match.js";
import { type MatchReport, matchFiles } from "../../src/jobs/match/match-files.js";

export default class MatchFiles extends HouseCommand {
  static override summary = summaryOf("match:files");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --spec mappings/match/people.yaml " +
      "ncms.csv urbmi.csv --id 编号 --out pairs.csv --clusters people.csv",
  ];
  static override args = {
    list: Args.string({ required: true, description: about("list") }),
    other: Args.string({ description: about("other") }),
  };
  static override flags = {
    spec: Flags.string({ summary: about("spec"), required: true }),
    id: Flags.string({ summary: about("id"), required: true }),
    out: Flags.string({ summary: about("out"), required: true }),
    weights: Flags.string({ summary: about("weights") }),
    clusters: Flags.string({ summary: about("clusters") }),
    floor: probability({ summary: about("floor"), default: 0.01 }),
    across: Flags.boolean({ summary: about("across") }),
    workers: Flags.integer({ summary: about("workers"), min: 1, max: 16 }),
    dir: place.dir,
  };

  async run(): Promise<MatchReport> {
    const { args, flags } = await this.parse(MatchFiles);
    const { across: isAcross, dir = process.cwd(), ...words } = flags;
    const files = args.other === undefined ? [args.list] : [args.list, args.other];
    const report = await this.withProgress((progress) =>
      matchFiles({ ...words, files, isAcross, dir, progress }),
    );
    this.show(matchLines(report, this.lang));
    return report;
  }
}
