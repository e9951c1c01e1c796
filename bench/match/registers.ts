import { dayOf } from "../../src/domain/period.js";
import { CertificateOffice, withWrongDigit } from "../../src/sample/certificate.js";
import { drawFamily } from "../../src/sample/family.js";
import { fullName, homophoneName, nameStyle, type Sex } from "../../src/sample/names.js";
import { counties } from "../../src/sample/places.js";
import { Random } from "../../src/sample/random.js";

/** One row of a register, and which person it is. */
export interface RegisterRow {
  readonly person: number;
  /** In the order of `registerFields`. */
  readonly cells: readonly string[];
}

export const registerFields = [
  "certno",
  "name",
  "birth",
  "sex",
  "household",
  "phone",
  "head",
  "village",
] as const;

/** How often something is wrong, in 10,000 rows (people for the first two). */
const RATES = {
  inBoth: 600,
  twice: 100,
  noCertno: 200,
  digitWrong: 100,
  certnoOfHead: 150,
  nameVariant: 200,
  birthOff: 100,
  namesake: 30,
} as const;

interface Person {
  readonly number: number;
  readonly name: string;
  readonly sex: Sex;
  readonly birth: string;
  readonly certno: string;
  readonly isChild: boolean;
  readonly head: Person | undefined;
  readonly household: string;
  readonly phone: string;
  readonly village: string;
}

/**
 * Two registers of one region with every kind of dirt that linkage has to live with, at the rates
 * that the issue names; the second register knows no households. Seeded: the same question gives
 * the same rows.
 */
export function makeRegisters(
  people: number,
  seed: string,
): { readonly first: readonly RegisterRow[]; readonly second: readonly RegisterRow[] } {
  const random = new Random(seed);
  const population = makePeople(people, random.fork("people"));
  const [first, second]: [RegisterRow[], RegisterRow[]] = [[], []];
  const dirt = random.fork("dirt");
  for (const person of population) {
    const isRural = dirt.below(10000) < 7000;
    const add = (list: RegisterRow[], isMoved: boolean): void => {
      list.push({ person: person.number, cells: cellsOf(person, list === second, isMoved, dirt) });
    };
    add(isRural ? first : second, false);
    if (dirt.below(10000) < RATES.inBoth) add(isRural ? second : first, dirt.percent(30));
    if (dirt.below(10000) < RATES.twice) add(isRural ? first : second, dirt.percent(30));
  }
  return { first, second };
}

function makePeople(count: number, random: Random): readonly Person[] {
  const office = new CertificateOffice();
  const people: Person[] = [];
  const villages = Math.max(3, Math.round(count / 1500));
  for (let household = 1; people.length < count; household++) {
    const county = random.pick(counties);
    const style = nameStyle(random, "01");
    const village = `V${random.below(villages)}`;
    const phone = random.percent(80) ? `13${String(random.below(1e9)).padStart(9, "0")}` : "";
    let head: Person | undefined;
    const used = new Set<string>();
    for (const seat of drawFamily(random)) {
      const twin = seat.isTwin || random.below(10000) < 60 ? people.at(-1) : undefined;
      const year = 2016 - seat.age;
      const day = dayOf(year, random.between(1, 12), random.between(1, 28)) ?? "";
      const birth = twin !== undefined && twin.household === `H${household}` ? twin.birth : day;
      const isNamesake = random.below(10000) < RATES.namesake;
      const other = isNamesake ? people[random.below(Math.max(1, people.length))] : undefined;
      const sex = other?.sex ?? seat.gend;
      const namesakeBirth =
        other === undefined ? birth : `${other.birth.slice(0, 5)}${birth.slice(5)}`;
      const person: Person = {
        number: people.length + 1,
        name: other?.name ?? fresh(() => fullName(random, seat.gend, style, seat.isBloodKin), used),
        sex,
        birth: namesakeBirth,
        certno: office.issue(county, namesakeBirth as never, sex),
        isChild: seat.relation === "子" || seat.relation === "女",
        head,
        household: `H${household}`,
        phone,
        village: other?.village ?? village,
      };
      head ??= person;
      people.push(person);
    }
  }
  return people.slice(0, count);
}

/** No two people of a household bear one name. */
function fresh(make: () => string, used: Set<string>): string {
  for (;;) {
    const name = make();
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}

function cellsOf(
  person: Person,
  isSecond: boolean,
  isMoved: boolean,
  dirt: Random,
): readonly string[] {
  const befalls = (rate: number): boolean => dirt.below(10000) < rate;
  let { certno, name, birth } = person;
  if (befalls(RATES.digitWrong)) certno = withWrongDigit(certno, dirt);
  if (person.isChild && befalls(RATES.certnoOfHead * 4)) certno = person.head?.certno ?? certno;
  if (befalls(RATES.noCertno)) certno = "";
  if (befalls(RATES.nameVariant)) name = variantOf(name, dirt);
  if (befalls(RATES.birthOff)) birth = offBirth(birth, dirt);
  const phone = dirt.percent(isMoved ? 10 : 70) ? person.phone : "";
  return [
    certno,
    name,
    birth,
    person.sex,
    isSecond ? "" : isMoved ? `${person.household}B` : person.household,
    phone,
    isSecond ? "" : (person.head?.name ?? person.name),
    isMoved ? "" : person.village,
  ];
}

function variantOf(name: string, dirt: Random): string {
  const homophone = homophoneName(name);
  if (homophone !== undefined && dirt.percent(70)) return homophone;
  return name.length > 2 && dirt.percent(50) ? name.slice(0, -1) : `${name[0]}伟${name.slice(2)}`;
}

function offBirth(birth: string, dirt: Random): string {
  const [year = "", month = "", date = ""] = birth.split("-");
  if (dirt.percent(40)) return `${Number(year) + (dirt.percent(50) ? 1 : -1)}-${month}-${date}`;
  if (Number(date) <= 12 && dirt.percent(60)) return `${year}-${date}-${month}`;
  return `${year}-${month}-${String((Number(date) % 28) + 1).padStart(2, "0")}`;
}
