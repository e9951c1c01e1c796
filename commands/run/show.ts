import { Args, Flags } from "@oclif/core";
import { about, operator, place, reason } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { rowAnswerLines } from "../../src/cli/show/row.js";
import { runLines } from "../../src/cli/show/run.js";
import { type RowAnswer, showRow } from "../../src/jobs/lineage/show-row.js";
import { missingRun, type RunDetails, showRun } from "../../src/jobs/runs.js";

export default class RunShow extends HouseCommand {
  static override summary = summaryOf("run:show");
  static override examples = [
    "<%= config.bin %> <%= command.id %> 1",
    "<%= config.bin %> <%= command.id %> --row person:1599210000000012",
    "<%= config.bin %> <%= command.id %> --row row:claims.csv:12 --reveal 医院核对",
  ];
  static override args = { run: Args.integer({ description: about("run") }) };
  static override flags = {
    ...place,
    ...operator,
    row: Flags.string({ summary: about("row") }),
    delivery: Flags.string({ summary: about("delivery") }),
    reveal: reason({ summary: about("reveal") }),
  };

  async run(): Promise<RunDetails | RowAnswer> {
    const { args, flags } = await this.parse(RunShow);
    const { row, delivery, reveal } = flags;
    if (row !== undefined) {
      const question = { row, runId: args.run, delivery, reveal, lang: this.lang };
      const work = reveal === undefined ? this.withReader.bind(this) : this.withJob.bind(this);
      const answer = await work(flags, (job) => showRow(job, question));
      this.show(rowAnswerLines(answer, this.lang));
      return answer;
    }
    const runId = args.run ?? missingRun();
    const run = await this.withReader(flags, ({ store }) => showRun(store, runId));
    this.show(runLines(run, this.lang));
    return run;
  }
}
