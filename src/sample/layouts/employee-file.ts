import { yearOf } from "../../domain/period.js";
import { PeopleMaker } from "../households.js";
import type { SamplePerson } from "../person.js";
import type { County } from "../places.js";
import type { Random } from "../random.js";
import { type LayoutFile, type LayoutRow, plainCells } from "./layout-file.js";
import type { Resident } from "./settlement-files.js";

/** In which group somebody of the list is: how long, and whether a resident too. */
const CONTINUOUS = { count: 3, since: "2014-03-01" } as const;
const RECENT = { count: 2, since: "2016-08-01" } as const;
const OTHERS = { count: 7, since: "2010-05-01" } as const;

/**
 * A list of people in the employee scheme: some are residents here too, for long or for less than
 * a year, the others are nobody of ours.
 */
export function employeeFile(residents: readonly Resident[], random: Random): LayoutFile {
  const adults = residents.filter(({ person }) => isOfWorkingAge(person));
  const recent = adults.slice(CONTINUOUS.count, CONTINUOUS.count + RECENT.count);
  const rows: LayoutRow[] = [
    ...adults
      .slice(0, CONTINUOUS.count)
      .map((one) => rowOf(one.person, one.county, CONTINUOUS.since)),
    ...recent.map((one) => rowOf(one.person, one.county, RECENT.since)),
    ...strangers(random).map(([person, county]) => {
      return { ...rowOf(person, county, OTHERS.since), person: 0 };
    }),
  ];
  return {
    path: "employee-insured.csv",
    layout: "employee-insured",
    writing: { kind: "lines", encoding: "gb18030", delimiter: ",", header: HEADER },
    constants: {},
    rows,
  };
}

const HEADER = [
  ...["个人编号", "姓名", "身份证号码", "性别", "人员类别", "参保状态", "本次参保日期", "参保地"],
  "单位名称",
];

function isOfWorkingAge({ brdy, certno }: SamplePerson): boolean {
  return certno !== "" && yearOf(brdy) >= 1960 && yearOf(brdy) <= 1992;
}

function strangers(random: Random): readonly (readonly [SamplePerson, County])[] {
  const people = new PeopleMaker(random, 4 * OTHERS.count);
  const found: (readonly [SamplePerson, County])[] = [];
  while (!people.isDone) {
    const { county, members } = people.nextHousehold("urbmi");
    for (const person of members) if (isOfWorkingAge(person)) found.push([person, county]);
  }
  return found.slice(0, OTHERS.count);
}

function rowOf(person: SamplePerson, { admdvs }: County, since: string): LayoutRow {
  const { psnName, certno, gend, number } = person;
  const serial = String(number).padStart(4, "0");
  const legacyId = `Z${certno.slice(2, 6)}${certno.slice(-4, -1)}${serial}`;
  const cells = [legacyId, psnName, certno, gend, "11", "1", since, admdvs, "样例单位"];
  return { ...plainCells(cells), person: number };
}
