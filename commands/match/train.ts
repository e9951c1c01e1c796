import { Args, Flags } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { trainLines } from "../../src/cli/show/match.js";
import { type TrainReport, trainWeights } from "../../src/jobs/match/train-weights.js";

export default class MatchTrain extends HouseCommand {
  static override summary = summaryOf("match:train");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --spec mappings/match/people.yaml " +
      "ncms.csv urbmi.csv --id 编号 --out people.weights.yaml",
  ];
  static override args = {
    list: Args.string({ required: true, description: about("list") }),
    other: Args.string({ description: about("other") }),
  };
  static override flags = {
    spec: Flags.string({ summary: about("spec"), required: true }),
    id: Flags.string({ summary: about("id"), required: true }),
    out: Flags.string({ summary: about("out"), required: true }),
    across: Flags.boolean({ summary: about("across") }),
    workers: Flags.integer({ summary: about("workers"), min: 1, max: 16 }),
    dir: place.dir,
  };

  async run(): Promise<TrainReport> {
    const { args, flags } = await this.parse(MatchTrain);
    const { across: isAcross, dir = process.cwd(), ...words } = flags;
    const files = args.other === undefined ? [args.list] : [args.list, args.other];
    const report = await this.withProgress((progress) =>
      trainWeights({ ...words, files, isAcross, dir, progress }),
    );
    this.show(trainLines(report, this.lang));
    return report;
  }
}
