import { Args } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { diffLines } from "../../src/cli/show/diff.js";
import { type DiffReport, diffRuns } from "../../src/jobs/lineage/diff-runs.js";
import { parseSide, sideOf } from "../../src/jobs/lineage/diff-side.js";

export default class RunDiff extends HouseCommand {
  static override summary = summaryOf("run:diff");
  static override examples = [
    "<%= config.bin %> <%= command.id %> 1 2",
    "<%= config.bin %> <%= command.id %> first.db second.db",
    "<%= config.bin %> <%= command.id %> first.db:1 second.db:3",
  ];
  static override args = {
    before: Args.string({ required: true, description: about("before") }),
    after: Args.string({ required: true, description: about("after") }),
  };
  static override flags = place;

  async run(): Promise<DiffReport> {
    const { args, flags } = await this.parse(RunDiff);
    const [one, other] = [parseSide(args.before), parseSide(args.after)];
    const in1 = { ...flags, db: one.database ?? flags.db };
    const in2 = { ...flags, db: other.database ?? flags.db };
    const report = await this.withReader(in1, async ({ store, workspace }) => {
      const before = await sideOf(store, one);
      return this.withReader(in2, async (job) => {
        const after = await sideOf(job.store, other);
        return diffRuns({ ...workspace, output: await this.outputOf(flags) }, before, after);
      });
    });
    this.show(diffLines(report, this.lang));
    return report;
  }

  /** The list of differences belongs to the workspace, not to either of its rehearsals. */
  private async outputOf({ dir }: { readonly dir: string | undefined }): Promise<string> {
    return (await this.workspace({ dir, db: undefined })).output;
  }
}
