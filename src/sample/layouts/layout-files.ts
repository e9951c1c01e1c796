import { trueCells } from "../cells.js";
import { sampleFiles } from "../files.js";
import { PeopleMaker } from "../households.js";
import { Random } from "../random.js";
import { clean } from "../row-truth.js";
import { UrbmiRegister } from "../urbmi-register.js";
import { urbmiWords } from "../urbmi-row.js";
import type { WindowAmounts } from "../window.js";
import { employeeFile } from "./employee-file.js";
import { type LayoutFile, type LayoutRow, plainCells } from "./layout-file.js";
import { dbfList, fixedList, packedLists, shortLists } from "./member-files.js";
import { registerFiles } from "./register-files.js";
import { type Resident, SettlementFiles } from "./settlement-files.js";
import { sheetList } from "./sheet-list.js";
import { countyOf, Townships } from "./township.js";
import { kc22File, protocolFiles } from "./visit-files.js";

/** What is asked for: about so many people in each list, from this seed. */
export interface LayoutsOrder {
  readonly people: number;
  readonly seed: string;
  readonly windowAmounts: WindowAmounts;
}

/** How many lists of persons share the people. */
const LISTS = 10;

/**
 * A small file in every shipped layout that the county does not use already, registers before
 * people before what they cost: one delivery. The same order gives the same rows.
 */
export function layoutFiles({ people, seed, windowAmounts }: LayoutsOrder): readonly LayoutFile[] {
  const random = new Random(`layouts/${seed}`);
  const members = Math.max(10, Math.floor(people / LISTS));
  const townships = new Townships(random.fork("ncms"), people);
  const residents = residentsOf(random.fork("urbmi"), members);
  const settlements = new SettlementFiles(random.fork("settlements"), windowAmounts);
  const plain = residents.filter(({ person }) => person.identity === "");
  const half = Math.floor(plain.length / 2);
  return [
    ...registerFiles(),
    ...shortLists(townships, members),
    fixedList(townships, members),
    dbfList(townships, members),
    sheetList(townships, members),
    ...urbanFiles(residents),
    employeeFile(residents, random.fork("employees")),
    settlements.kc24(plain.slice(0, half)),
    settlements.columns39(plain.slice(half)),
    ...protocolFiles(townships.list(countyOf(0), 16, []), random.fork("visits")),
    kc22File(plain.slice(0, 10), random.fork("kc22")),
    ...packedLists(townships, Math.ceil(members / 3)),
  ];
}

function residentsOf(random: Random, count: number): readonly Resident[] {
  const people = new PeopleMaker(random, count);
  const residents: Resident[] = [];
  while (!people.isDone) {
    const { county, members } = people.nextHousehold("urbmi");
    for (const person of members) {
      const serial = String(residents.length + 1).padStart(9, "0");
      residents.push({ person, county, legacyId: `9${county.admdvs.slice(4)}${serial}` });
    }
  }
  return residents;
}

/** AC01 and AC02 of the residents, whose numbers the settlements name. */
function urbanFiles(residents: readonly Resident[]): readonly LayoutFile[] {
  const register = new UrbmiRegister();
  const words = new Random("layouts");
  const rows = residents.map(({ person, county }) => {
    const cells = trueCells(person, urbmiWords(person, words));
    return register.enter(person, cells, county, clean).rows;
  });
  return ([0, 1] as const).map((index): LayoutFile => {
    const { path, layout } = sampleFiles[index === 0 ? "urbmiPersons" : "urbmiEnrolments"];
    const lines = rows.map((both): LayoutRow => {
      const { text, person = 0 } = both[index];
      return { ...plainCells([text]), person };
    });
    const writing = { kind: "lines", encoding: "gb18030", delimiter: "", header: [] } as const;
    return { path, layout, writing, constants: {}, rows: lines };
  });
}
