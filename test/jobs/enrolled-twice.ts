import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newDelivery, rewriteManifest } from "./delivered.js";
import { Place } from "./place.js";

const RESIDENTS = `title: residents
source: ncms
record: person-enrolment
format: { delimiter: ",", quote: '"', header: true }
encoding: utf-8
columns:
  - { name: no, to: legacy_id, as: text, required: true }
  - { name: name, to: psn_name, as: name, required: true }
  - { name: certno, to: certno, as: certno }
  - { name: sex, to: gend, as: text, required: true }
  - { name: place, to: insuplc_admdvs, as: text, required: true }
  - { name: since, to: psn_insu_date, as: day, required: true }
  - { name: type, to: insutype, as: text, required: true }
  - { name: lives, to: live_admdvs, as: text }
  - { name: paid, to: psn_clct_amt, as: yuan }
  - { name: for, to: accrym_begn, as: month }
  - { name: drawn, to: hifp_pay, as: yuan }
  - { value: "1", to: psn_insu_stas, as: text }
`;

const EMPLOYEES = `title: employees
source: uebmi
record: employee-insured
format: { delimiter: ",", quote: '"', header: true }
encoding: utf-8
columns:
  - { name: no, to: legacy_id, as: text, required: true }
  - { name: name, to: psn_name, as: name, required: true }
  - { name: certno, to: certno, as: certno }
  - { name: since, to: psn_insu_date, as: day, required: true }
`;

/** Seven people with sound numbers, all men, as the numbers say. */
export const certnos = {
  A: "159921195001019956",
  B: "159921196001010016",
  C: "159921197001010010",
  D: "159921198001010015",
  E: "159921198501010011",
  F: "15992119900101001X",
  G: "159921199101010017",
};
type Person = keyof typeof certnos;

const names: Readonly<Record<Person, string>> = {
  ...{ A: "王明", B: "李红", C: "张伟", D: "赵敏" },
  ...{ E: "孙立", F: "周强", G: "吴刚" },
};

/** The bytes of UTF-8 as the characters that a delivery of a test is written in. */
function bytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** What each person has, as a clerk would tell it: place, since, lives, paid for 2017, drawn. */
export const residents: readonly (readonly [
  Person,
  string,
  string,
  string,
  string,
  string,
  string,
])[] = [
  ["A", "380", "159921", "2010-01-01", "159922", "150.00", "0"], // lives where the other one is
  ["A", "391", "159922", "2012-01-01", "159922", "130.00", "0"],
  ["B", "380", "159921", "2010-01-01", "", "150.00", "88.00"], // benefits under this one only
  ["B", "391", "159921", "2012-01-01", "", "130.00", "0"],
  ["C", "380", "159923", "2010-01-01", "", "150.00", "0"], // an employee since 2014
  ["D", "380", "159921", "2010-01-01", "", "150.00", "0"], // an employee since August
  ["F", "380", "159922", "2010-01-01", "", "150.00", "0"],
  ["G", "380", "159922", "2010-01-01", "", "150.00", "0"],
];

export function residentLines(rows = residents): readonly string[] {
  const lines = rows.map(([person, type, place, since, lives, paid, drawn]) => {
    const facts = [`${type}${person}`, bytes(names[person]), certnos[person], "1", place, since];
    return [...facts, type, lives, paid, "2017-01", drawn].join(",");
  });
  return ["no,name,certno,sex,place,since,type,lives,paid,for,drawn", ...lines];
}

export function employeeLines(people: readonly (readonly [Person, string])[]): readonly string[] {
  const lines = people.map(([person, since]) => {
    return `Z${person},${bytes(names[person])},${certnos[person]},${since}`;
  });
  return ["no,name,certno,since", ...lines];
}

export function delivered(lines: readonly string[], employees: readonly string[]): string {
  const folder = newDelivery([
    { path: "residents.csv", layout: "residents", lines },
    { path: "employees.csv", layout: "employees", lines: employees },
  ]);
  rewriteManifest(folder, "month: 2017-02", "month: 2017-01");
  return folder;
}

/** A workspace that knows the layouts of these lists. */
export async function newPlace(): Promise<Place> {
  const place = await Place.open();
  const { mappings } = place.job.workspace;
  writeFileSync(join(mappings, "legacy/residents.yaml"), RESIDENTS);
  writeFileSync(join(mappings, "legacy/employees.yaml"), EMPLOYEES);
  return place;
}
