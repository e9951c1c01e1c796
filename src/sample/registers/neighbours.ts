import { type Day, dayOf } from "../../domain/period.js";
import { CertificateOffice } from "../certificate.js";
import { drawFamily, type Seat } from "../family.js";
import { fullName, type NameStyle, nameStyle, type Sex } from "../names.js";
import { type County, counties } from "../places.js";
import { type Random, Weighted } from "../random.js";
import { surnames } from "../surnames.js";
import type { DirtPlan } from "./dirt.js";

/** Somebody who stands in a register. */
export interface Neighbour {
  readonly number: number;
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day;
  readonly certno: string;
  readonly isChild: boolean;
  /** The head of the household; absent for the head. */
  readonly head: Neighbour | undefined;
  readonly household: string;
  readonly phone: string;
  readonly village: string;
}

const PEOPLE_OF_A_VILLAGE = 1500;

/** Of so many earlier people one may get a namesake. */
const REMEMBERED = 4096;

const nations = new Weighted(["01", "02", "05"], [84, 14, 2]);

/** Makes people household by household, in flat memory. */
export class Neighbourhood {
  private readonly office = new CertificateOffice();
  private readonly villages: readonly Village[];
  private readonly earlier: Neighbour[] = [];
  private made = 0;
  private households = 0;

  constructor(
    private readonly random: Random,
    private readonly people: number,
    private readonly plan: DirtPlan,
  ) {
    const count = Math.max(2, Math.round(people / PEOPLE_OF_A_VILLAGE));
    this.villages = Array.from({ length: count }, (_, at) => villageOf(at, random));
  }

  get isDone(): boolean {
    return this.made >= this.people;
  }

  /** The next household: villages are of different sizes, and in each a few clans are frequent. */
  next(): readonly Neighbour[] {
    const { random, villages } = this;
    const place = Math.min(random.below(villages.length), random.below(villages.length));
    const village = villages[place] as Village;
    const own = nameStyle(random, nations.pick(random));
    const style = random.percent(40) ? { ...own, surname: random.pick(village.clans) } : own;
    this.households += 1;
    const phone = random.percent(80) ? `1${random.pick(STARTS)}${eightDigits(random)}` : "";
    const members: Neighbour[] = [];
    for (const seat of drawFamily(random).slice(0, this.people - this.made)) {
      members.push(this.settle(seat, { members, village, style, phone }));
    }
    return members;
  }

  private settle(seat: Seat, { members, village, style, phone }: Home): Neighbour {
    const { random, plan } = this;
    const sibling = members.at(-1)?.isChild === true ? members.at(-1) : undefined;
    const isChild = seat.relation === "子" || seat.relation === "女";
    const isTwin = plan.befalls("twin", isChild && sibling !== undefined);
    const isNamesake = plan.befalls("namesake", !isTwin && members.length > 0 && this.made > 50);
    const other = isNamesake ? random.pick(this.earlier) : undefined;
    const sex = other?.sex ?? seat.gend;
    const birth = isTwin ? (sibling as Neighbour).birth : this.birthOf(seat, members, other);
    const name = isTwin ? this.twinName(members, sex) : this.nameOf(seat, style, members);
    const head = members[0];
    const person: Neighbour = {
      number: ++this.made,
      name: other?.name ?? name,
      sex,
      birth,
      certno: this.office.issue(village.county, birth, sex),
      isChild,
      head,
      household: `${village.code}${String(this.households).padStart(6, "0")}`,
      phone,
      village: other?.village ?? village.code,
    };
    const place = this.made <= REMEMBERED ? this.made - 1 : random.below(REMEMBERED);
    this.earlier[place] = person;
    return person;
  }

  /** Another day than that of the one before, unless both are twins; a namesake's own year. */
  private birthOf({ age }: Seat, members: readonly Neighbour[], other: Neighbour | undefined): Day {
    const { random } = this;
    for (;;) {
      const year = other === undefined ? 2016 - age : Number(other.birth.slice(0, 4));
      const day = dayOf(year, random.between(1, 12), random.between(1, 31));
      if (day !== undefined && members.every(({ birth }) => birth !== day)) return day;
    }
  }

  /** No two people of a household bear one name. */
  private nameOf(seat: Seat, style: NameStyle, members: readonly Neighbour[]): string {
    for (;;) {
      const name = fullName(this.random, seat.gend, style, seat.isBloodKin);
      if (members.every((member) => member.name !== name)) return name;
    }
  }

  /** Twins often share all but the last character. */
  private twinName(members: readonly Neighbour[], sex: Sex): string {
    const first = members.at(-1)?.name ?? "";
    for (;;) {
      const style = { naty: "01", surname: "" };
      const name =
        [...first].slice(0, -1).join("") + fullName(this.random, sex, style, true).at(-1);
      if (members.every((member) => member.name !== name)) return name;
    }
  }
}

interface Home {
  readonly members: readonly Neighbour[];
  readonly village: Village;
  readonly style: NameStyle;
  readonly phone: string;
}

interface Village {
  readonly code: string;
  readonly county: County;
  readonly clans: readonly string[];
}

/** The code of a village has twelve digits: county, township, village. */
function villageOf(at: number, random: Random): Village {
  const county = counties[at % counties.length] as County;
  const inCounty = Math.floor(at / counties.length);
  const code = `${county.admdvs}${101 + Math.floor(inCounty / 20)}${201 + (inCounty % 20)}`;
  return { code, county, clans: [0, 1, 2].map(() => surnames.pick(random)) };
}

const STARTS = ["39", "50", "58", "86", "52"];

function eightDigits(random: Random): string {
  return String(random.below(100_000_000)).padStart(8, "0");
}
