import { place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { verificationLines } from "../../src/cli/show/run.js";
import { type Verification, verifyRuns } from "../../src/jobs/runs.js";

export default class RunVerify extends HouseCommand {
  static override summary = summaryOf("run:verify");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = place;

  async run(): Promise<Verification> {
    const { flags } = await this.parse(RunVerify);
    const verification = await this.withReader(flags, verifyRuns);
    this.show(verificationLines(verification, this.lang));
    this.warnOf(verification.changed.length > 0);
    return verification;
  }
}
