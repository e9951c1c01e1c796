import { Flags } from "@oclif/core";
import { about } from "../../src/cli/flags.js";
import { HouseCommand, summaryOf } from "../../src/cli/house-command.js";
import { screenLang } from "../../src/cli/lang.js";
import { dirtHelp, registerLines, sampleLines } from "../../src/cli/show/sample.js";
import { makeCounty, makeShippedLayouts } from "../../src/jobs/make-county.js";
import { makeRegisters, type RegistersReport } from "../../src/jobs/make-registers.js";
import type { SampleReport } from "../../src/jobs/make-sample.js";
import { sampleRates } from "../../src/jobs/sample-rates.js";

export default class SampleMake extends HouseCommand {
  static override summary = summaryOf("sample:make");
  static override description = dirtHelp(screenLang());
  static override examples = [
    "<%= config.bin %> <%= command.id %> --people 2000 --seed 1 --out county",
    "<%= config.bin %> <%= command.id %> --people 200000 --seed 1 --out county --rates intake",
    "<%= config.bin %> <%= command.id %> --people 2000 --seed 1 --out county --rate id-missing=5%",
    "<%= config.bin %> <%= command.id %> --people 300 --seed 1 --out layouts --layouts",
    "<%= config.bin %> <%= command.id %> --people 1000000 --seed 1 --out registers --registers",
  ];
  static override flags = {
    people: Flags.integer({ summary: about("people"), required: true, min: 100, max: 10_000_000 }),
    seed: Flags.string({ summary: about("seed"), required: true }),
    out: Flags.string({ summary: about("out"), required: true }),
    region: Flags.string({ summary: about("region") }),
    layouts: Flags.boolean({ summary: about("layouts"), exclusive: ["rates", "rate"] }),
    registers: Flags.boolean({
      summary: about("registers"),
      exclusive: ["layouts", "rates", "rate", "region"],
    }),
    rates: Flags.string({ summary: about("rates") }),
    rate: Flags.string({ summary: about("rate"), multiple: true, helpValue: "id-missing=2%" }),
  };

  async run(): Promise<SampleReport | RegistersReport> {
    const { flags } = await this.parse(SampleMake);
    if (flags.registers) {
      const made = await makeRegisters(flags);
      this.show(registerLines(made, this.lang));
      return made;
    }
    const find = () => this.workspace({ dir: undefined, db: undefined });
    if (flags.layouts) {
      const made = await makeShippedLayouts({ ...flags, find });
      this.show(sampleLines(made, this.lang));
      return made;
    }
    const rates = await sampleRates(flags.rates, flags.rate ?? []);
    const report = await makeCounty({ ...flags, find, rates });
    this.show(sampleLines(report, this.lang));
    return report;
  }
}
