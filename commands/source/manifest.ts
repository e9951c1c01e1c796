import { Args, Flags } from "@oclif/core";
import { about, month, place } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { manifestScreen } from "../../src/cli/show/manifest.js";
import { draftManifest, type ManifestReport } from "../../src/jobs/manifest/draft-manifest.js";

export default class SourceManifest extends HouseCommand {
  static override summary = summaryOf("source:manifest");
  static override examples = [
    "<%= config.bin %> <%= command.id %> towns --month 2017-01",
    "<%= config.bin %> <%= command.id %> towns --month 2017-01 --out towns/draft.yaml",
  ];
  static override args = {
    delivered: Args.string({ required: true, description: about("delivered") }),
  };
  static override flags = {
    dir: place.dir,
    month: month({ required: true }),
    title: Flags.string({ summary: about("title") }),
    out: Flags.string({ summary: about("out") }),
  };

  async run(): Promise<ManifestReport> {
    const { args, flags } = await this.parse(SourceManifest);
    const workspace = await this.workspace({ dir: flags.dir, db: undefined });
    const { title, out } = flags;
    const question = { folder: args.delivered, workspace, month: flags.month, title, out };
    const report = await draftManifest(question);
    this.show(manifestScreen(report, args.delivered, this.lang));
    return report;
  }
}
