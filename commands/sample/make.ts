import { Flags } from "@oclif/core";
import { about } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { say } from "../../src/cli/show/words.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import type { SampleReport } from "../../src/jobs/make-sample.js";

export default class SampleMake extends HouseCommand {
  static override summary = summaryOf("sample:make");
  static override examples = [
    "<%= config.bin %> <%= command.id %> --people 2000 --seed 1 --out county",
  ];
  static override flags = {
    people: Flags.integer({ summary: about("people"), required: true, min: 100, max: 10_000_000 }),
    seed: Flags.string({ summary: about("seed"), required: true }),
    out: Flags.string({ summary: about("out"), required: true }),
    region: Flags.string({ summary: about("region") }),
  };

  async run(): Promise<SampleReport> {
    const { flags } = await this.parse(SampleMake);
    const report = await makeCounty(flags);
    const rows = report.files.reduce((count, file) => count + file.rows, 0);
    const { out, people, files } = report;
    this.show([say("sampleMade", this.lang, { out, people, files: files.length, rows })]);
    return report;
  }
}
