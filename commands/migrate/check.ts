import { corrections, delivery, missingCodes, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { migrateLines } from "../../src/cli/show/migrate.js";
import { checkDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";

export default class MigrateCheck extends HouseCommand {
  static override summary = summaryOf("migrate:check");
  static override examples = [
    "<%= config.bin %> <%= command.id %> county",
    "<%= config.bin %> <%= command.id %> county --corrections set-aside.xlsx",
    "<%= config.bin %> <%= command.id %> county --missing-codes missing",
  ];
  static override args = { delivery };
  static override flags = { ...place, ...operator, corrections, "missing-codes": missingCodes };

  async run(): Promise<MigrateReport> {
    const { args, flags } = await this.parse(MigrateCheck);
    const report = await this.withJob(flags, (job) =>
      checkDelivery(job, args.delivery, flags.corrections, flags["missing-codes"]),
    );
    this.show(migrateLines(report, this.lang));
    this.warnOf(report.notAccepted.length > 0);
    return report;
  }
}
