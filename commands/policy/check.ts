import { place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { policyLines } from "../../src/cli/show/policy.js";
import { checkPolicy, type PolicyReport } from "../../src/jobs/check-policy.js";

export default class PolicyCheck extends HouseCommand {
  static override summary = summaryOf("policy:check");
  static override examples = ["<%= config.bin %> <%= command.id %>"];
  static override flags = { dir: place.dir };

  async run(): Promise<PolicyReport> {
    const { flags } = await this.parse(PolicyCheck);
    const report = await checkPolicy(await this.workspace({ dir: flags.dir, db: undefined }));
    this.show(policyLines(report, this.lang));
    return report;
  }
}
