import { Flags } from "@oclif/core";
import { about, operator, place, reason } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { undoLines } from "../../src/cli/show/undo.js";
import { askedSplit } from "../../src/jobs/match/asked-split.js";
import { undoMerge } from "../../src/jobs/match/undo-merge.js";
import type { UndoReport } from "../../src/jobs/match/undo-report.js";

export default class MatchUndo extends HouseCommand {
  static override summary = summaryOf("match:undo");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --person 1599210000000012 " +
      "--records urbmi:8812 --reason 父子共用一个证件号",
    "<%= config.bin %> <%= command.id %> --decision 7 --reason 认错了人",
  ];
  static override flags = {
    ...place,
    ...operator,
    person: Flags.string({ summary: about("person") }),
    records: Flags.string({ summary: about("records"), helpValue: "ncms:1001,urbmi:8812" }),
    decision: Flags.integer({ summary: about("decision"), multiple: true }),
    reason: reason({ required: true, summary: about("reason") }),
  };

  protected override readonly isReport = true;

  async run(): Promise<UndoReport> {
    const { flags } = await this.parse(MatchUndo);
    const question = askedSplit(flags);
    const report = await this.withJob(flags, (job) =>
      undoMerge(job, { ...question, reason: flags.reason }),
    );
    this.show(undoLines(report, this.lang));
    return report;
  }
}
