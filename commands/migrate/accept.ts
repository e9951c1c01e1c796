import { Flags } from "@oclif/core";
import { about, delivery, operator, place, reason } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { acceptanceLines } from "../../src/cli/show/accept.js";
import { type Accepted, acceptDifference } from "../../src/jobs/migrate/accept-difference.js";

export default class MigrateAccept extends HouseCommand {
  static override summary = summaryOf("migrate:accept");
  static override examples = [
    "<%= config.bin %> <%= command.id %> county --file claims.csv --total rows --amount -1 " +
      "--reason 末行为合计行",
  ];
  static override args = { delivery };
  static override flags = {
    ...place,
    ...operator,
    file: Flags.string({ required: true, summary: about("file") }),
    total: Flags.string({ required: true, summary: about("total") }),
    amount: Flags.string({ required: true, summary: about("amount") }),
    reason: reason({ required: true, summary: about("reason") }),
  };

  async run(): Promise<Accepted> {
    const { args, flags } = await this.parse(MigrateAccept);
    const { file, total, amount, reason: why } = flags;
    const question = { folder: args.delivery, file, total, amount, reason: why };
    const entry = await this.withJob(flags, (job) => acceptDifference(job, question));
    this.show(acceptanceLines(entry, this.lang));
    return entry;
  }
}
