import { describe, expect, test } from "vitest";
import { type Ratio, ratioText, type Yuan, yuanText, zero } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import { lawOn } from "../../src/policy/dated.js";
import type {
  Band,
  CaseFacts,
  Effect,
  Law,
  Rate,
  Row,
  Section,
  Table,
} from "../../src/policy/law.js";
import { factsOf } from "./facts.js";
import { packOf } from "./packs.js";

type Facts = Partial<CaseFacts>;
type Figure = readonly [key: string, facts: Facts, days: Readonly<Record<string, string>>];

const poor: Facts = { identities: ["registeredPoor"] };
const offsite: Facts = { place: "country", level: "3" };

// What the cities' reports say (policy.md part 1), and what held on the days around each change.
// "–" is no row: nothing is added, taken, limited or paid under that name.
const figures: Readonly<Record<string, readonly Figure[]>> = {
  tongliao: [
    ["funding.subsidy", {}, { "2017-12-31": "450.00", "2018-01-01": "490.00" }], // T17
    ["inpatient.deductible", offsite, { "2016-12-31": "2000.00", "2017-01-01": "1000.00" }], // T7
    ["inpatient.limit.basic", {}, { "2016-12-31": "200000.00", "2017-01-01": "300000.00" }], // T8
    ["inpatient.deductible.adjust.poor", poor, { "2016-12-31": "–", "2017-01-01": "times 0.5" }],
    ["inpatient.deductible.adjust.poor", {}, { "2017-01-01": "–" }], // T10
    ["inpatient.ratio.adjust.poor", poor, { "2016-12-31": "–", "2017-01-01": "plusShare 0.05" }],
    ["inpatient.deductible.adjust.poorAgain", poor, { "2016-12-31": "–" }], // T12
    ["topUp.target", poor, { "2016-12-31": "0", "2017-01-01": "0.9", "2018-12-31": "0.9" }], // T14
  ],
  shangluo: [
    ["inpatient.ratio", { level: "1" }, { "2019-12-31": "0.81", "2020-01-01": "0.85" }], // L3
    ["inpatient.ratio", { level: "2" }, { "2019-12-31": "0.7", "2020-01-01": "0.75" }],
    ["inpatient.ratio", { level: "3" }, { "2019-12-31": "0.55", "2020-01-01": "0.6" }],
    [
      "chronic.limit.chronic",
      { care: "chronic", disease: "dialysis" },
      { "2019-12-31": "54000.00", "2020-01-01": "67000.00" }, // L4
    ],
    ["chronic.limit.chronic", { care: "chronic" }, { "2020-01-01": "56000.00" }], // L6
    ["twoDiseases.ratio", {}, { "2019-12-31": "0", "2020-01-01": "0.5" }], // L11
    ["specialDrug.ratio", {}, { "2019-12-31": "0", "2020-01-01": "0.7" }], // L7
    [
      "funding.subsidy",
      {},
      {
        ...{ "2019-12-31": "520.00", "2020-01-01": "550.00" },
        ...{ "2021-12-31": "580.00", "2022-01-01": "610.00" }, // L12
      },
    ],
    // L14, L15 and the epidemic's L26
    ["critical.deductible.adjust.poor", poor, { "2019-12-31": "–", "2020-01-01": "times 0.5" }],
    [
      "critical.limit.critical.adjust.poor",
      poor,
      { "2019-12-31": "–", "2020-01-01": "replaceAmount none" }, // L15
    ],
    ["inpatient.limit.basic.adjust.poor", poor, { "2020-01-01": "replaceAmount none" }],
    ["inpatient.ratio.adjust.covid", { disease: "covid19" }, { "2020-02-01": "replaceShare 1" }],
  ],
  panjin: [
    [
      "funding.contribution",
      { class: "minor" },
      { "2019-12-31": "140.00", "2020-01-01": "140.00" }, // P1
    ],
    ["funding.contribution", {}, { "2019-12-31": "250.00", "2020-01-01": "350.00" }], // P2
    [
      "funding.subsidy",
      {},
      { "2019-12-31": "520.00", "2020-01-01": "550.00", "2021-01-01": "580.00" }, // P3
    ],
    [
      "critical.deductible",
      {},
      {
        ...{ "2019-12-31": "14000.00", "2020-01-01": "13000.00" }, // P4
        ...{ "2022-12-31": "13000.00", "2023-01-01": "14000.00" }, // Q20
      },
    ],
    [
      "critical.ratio",
      {},
      {
        "2019-12-31": "0.6 > 50000.00 0.65 > 100000.00 0.75",
        "2020-01-01": "0.6 > 50000.00 0.65 > 100000.00 0.7", // P5
        "2023-01-01": "0.6 > 50000.00 0.65 > 100000.00 0.75",
      },
    ],
    ["coverage.class", { age: 18 }, { "2020-01-01": "minor" }], // Q3
    ["coverage.class", { age: 19 }, { "2020-01-01": "adult" }],
    ["coverage.class", { age: 22, identities: ["student"] }, { "2020-01-01": "minor" }],
  ],
  xuzhou: [
    [
      "funding.subsidy",
      {},
      { "2017-12-31": "470.00", "2018-01-01": "510.00", "2018-12-31": "510.00" }, // X8
    ],
    ["critical.deductible", {}, { "2019-12-31": "15000.00", "2020-01-01": "16000.00" }], // R16
    [
      "critical.ratio",
      {},
      {
        "2019-12-31": "0.6 > 50000.00 0.7 > 100000.00 0.8",
        "2020-01-01": "0.6 > 100000.00 0.7",
      },
    ],
    ["critical.limit.critical", {}, { "2019-12-31": "300000.00", "2020-01-01": "–" }],
    [
      "critical.deductible.adjust.aidGroups",
      poor,
      { "2019-12-31": "–", "2020-01-01": "times 0.5" },
    ],
    [
      "critical.ratio.adjust.aidGroups",
      { identities: ["minLiving"] },
      { "2019-12-31": "–", "2020-01-01": "plusShare 0.1" },
    ],
  ],
  huzhou: [
    [
      "outpatient.limit.outpatient.adjust.chronic",
      { care: "outpatient", identities: ["chronicPatient"] },
      { "2017-12-31": "–", "2018-01-01": "plusAmount 500.00" }, // H2
    ],
    [
      "inpatient.ratio",
      { scheme: "ncms", level: "3" },
      { "2015-12-31": "0.3", "2016-01-01": "0.65" }, // H6; the three counties from 2013
    ],
    ["inpatient.ratio", { scheme: "resident", level: "3" }, { "2013-01-01": "0.65" }],
  ],
};

const switchDays = {
  tongliao: "2017-01-01", // T2
  shangluo: "2020-01-01", // L1
  panjin: "2020-01-01",
  xuzhou: "2018-01-01", // X6
  huzhou: "2016-01-01", // H6
};

describe.each(Object.entries(figures))("the figures of %s", (region, rows) => {
  const pack = packOf(region);
  const cases = rows.flatMap(([key, facts, days]) =>
    Object.entries(days).map(([day, text]) => [key, day, text, facts] as const),
  );

  test.each(cases)("%s on %s: %s", (key, day, text, facts) => {
    const { law } = lawOn(pack, day as Day);
    if (law === undefined) throw new Error(`no law on ${day}`);
    expect(valueIn(law, key, facts)).toBe(text);
  });
});

test.each(Object.entries(switchDays))("%s switched on %s", (region, day) => {
  expect(lawOn(packOf(region), day as Day).law?.dates.switchDay).toBe(day);
});

/** The value of a parameter for a case, as text; "–" where no row fits or nothing is in force. */
function valueIn(law: Law, key: string, facts: Facts): string {
  const on = law.caseOf(factsOf(facts));
  const moment = { admission: 2, visit: 1, cost: zero };
  const row: Row<unknown> | undefined = tableIn(law, key)?.find(on, moment);
  if (row === undefined) return "–";
  if (key.includes(".adjust.")) return effectText(row.value as Effect);
  if (key.endsWith(".ratio")) return rateText(row.value as Rate);
  if (typeof row.value === "string") return row.value;
  if (key.endsWith(".target")) return ratioText(row.value as Ratio);
  return yuanText(row.value as Yuan);
}

function tableIn(law: Law, key: string): Table<unknown> | undefined {
  const [first = "", second = "", ...rest] = key.split(".");
  if (key === "funding.subsidy") return law.funding.subsidy;
  if (key === "funding.contribution") return law.funding.contribution;
  if (key === "coverage.class") return law.coverage.class;
  const payer = law.payers.find(({ name }) => name === first);
  const section: Section | undefined = law.cares.get(first) ?? payer;
  if (second === "target") return payer?.target;
  const limit = section?.limits.find(({ pool }) => pool === rest[0]);
  const found =
    second === "deductible" ? section?.deductible : second === "ratio" ? section?.ratio : limit;
  const at = rest.indexOf("adjust");
  if (at < 0) return found?.base;
  return found?.adjustments.find(({ name }) => name === rest[at + 1])?.table;
}

function effectText(effect: Effect): string {
  const { way } = effect;
  if (way === "plusAmount" || way === "minusAmount") return `${way} ${yuanText(effect.by)}`;
  if (way === "replaceAmount") {
    return `${way} ${effect.by === undefined ? "none" : yuanText(effect.by)}`;
  }
  return "by" in effect ? `${way} ${ratioText(effect.by as Ratio)}` : way;
}

function rateText(rate: Rate): string {
  if (rate.way === "share") return ratioText(rate.share);
  if (rate.way === "age") return "by age";
  return rate.bands.map(bandText).join(" > ");
}

function bandText({ above, share }: Band): string {
  return above === zero ? ratioText(share) : `${yuanText(above)} ${ratioText(share)}`;
}
