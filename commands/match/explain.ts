import { Args, Flags } from "@oclif/core";
import { about, operator, place, reason } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { explainPairLines, explainPeopleLines } from "../../src/cli/show/explain-pair.js";
import { type ExplainReport, explainPair } from "../../src/jobs/match/explain-pair.js";
import { explainPeople } from "../../src/jobs/match/explain-people.js";

export default class MatchExplain extends HouseCommand {
  static override summary = summaryOf("match:explain");
  static override examples = [
    "<%= config.bin %> <%= command.id %> 1599210000000012 urbmi:921000000003",
    "<%= config.bin %> <%= command.id %> A17 B4 --in ncms.csv --in urbmi.csv " +
      "--spec mappings/match/people.yaml --id 编号",
  ];
  static override args = {
    left: Args.string({ required: true, description: about("left") }),
    right: Args.string({ required: true, description: about("right") }),
  };
  static override flags = {
    ...place,
    ...operator,
    reveal: reason({ summary: about("reveal"), exclusive: ["in"] }),
    in: Flags.string({ summary: about("in"), multiple: true, dependsOn: ["spec", "id"] }),
    spec: Flags.string({ summary: about("spec"), dependsOn: ["in"] }),
    id: Flags.string({ summary: about("id"), dependsOn: ["in"] }),
    weights: Flags.string({ summary: about("weights"), dependsOn: ["in"] }),
  };

  async run(): Promise<ExplainReport> {
    const { args, flags } = await this.parse(MatchExplain);
    const { in: lists, spec = "", id = "", weights, dir = process.cwd(), reveal } = flags;
    if (lists === undefined) {
      const work = reveal === undefined ? this.withReader.bind(this) : this.withJob.bind(this);
      const people = await work(flags, (job) => explainPeople(job, { ...args, reveal }));
      this.show(explainPeopleLines(people, this.lang));
      return people;
    }
    const question = { ...args, spec, id, weights, files: lists.slice(0, 2), isAcross: false, dir };
    const report = await this.withProgress((progress) => explainPair({ ...question, progress }));
    this.show(explainPairLines(report, this.lang));
    return report;
  }
}
