import { Args } from "@oclif/core";
import { about, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { runLines } from "../../src/cli/show/run.js";
import { type RunDetails, showRun } from "../../src/jobs/runs.js";

export default class RunShow extends HouseCommand {
  static override summary = summaryOf("run:show");
  static override examples = ["<%= config.bin %> <%= command.id %> 1"];
  static override args = { run: Args.integer({ required: true, description: about("run") }) };
  static override flags = place;

  async run(): Promise<RunDetails> {
    const { args, flags } = await this.parse(RunShow);
    const run = await this.withReader(flags, ({ store }) => showRun(store, args.run));
    this.show(runLines(run, this.lang));
    return run;
  }
}
