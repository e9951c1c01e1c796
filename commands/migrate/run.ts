import { corrections, delivery, operator, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { migrateLines } from "../../src/cli/show/migrate.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";

export default class MigrateRun extends HouseCommand {
  static override summary = summaryOf("migrate:run");
  static override examples = [
    "<%= config.bin %> <%= command.id %> county",
    "<%= config.bin %> <%= command.id %> county --corrections set-aside.xlsx",
  ];
  static override args = { delivery };
  static override flags = { ...place, ...operator, corrections };

  async run(): Promise<MigrateReport> {
    const { args, flags } = await this.parse(MigrateRun);
    const report = await this.withJob(flags, (job) =>
      migrateDelivery(job, args.delivery, flags.corrections),
    );
    this.show(migrateLines(report, this.lang));
    this.warnOf(report.notAccepted.length > 0);
    return report;
  }
}
