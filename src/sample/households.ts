import type { Identity } from "../domain/codes.js";
import { type Day, dayOf } from "../domain/period.js";
import { CertificateOffice } from "./certificate.js";
import { drawFamily, type Seat } from "./family.js";
import { fullName, type NameStyle, nameStyle } from "./names.js";
import type { Household, RegisterEntry, SamplePerson } from "./person.js";
import { type County, countyShares } from "./places.js";
import { type Random, Weighted } from "./random.js";

// 民族 (GB/T 3304), roughly as in the east of Inner Mongolia; 05 and 11 stand for the many others.
const nations = new Weighted(
  ["01", "02", "11", "03", "05", "10", "31"],
  [600, 340, 35, 12, 5, 5, 3],
);
const LAST_BIRTH_MONTH = 11;

/** The year of a sample that is made for no region in particular. */
export const usualYear = 2017;

/** Makes the people of the county, household by household, until there are as many as asked for. */
export class PeopleMaker {
  private readonly office = new CertificateOffice();
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly people: number,
    private readonly switchYear = usualYear,
  ) {}

  get isDone(): boolean {
    return this.made >= this.people;
  }

  /** The next household, of the register's scheme: 建档立卡 is a status of rural households only. */
  nextHousehold(scheme: RegisterEntry["source"]): Household {
    const { random } = this;
    const county = countyShares.pick(random);
    const style = nameStyle(random, nations.pick(random));
    const seats = drawFamily(random).slice(0, this.people - this.made);
    const isPoor = scheme === "ncms" && random.percent(7);
    const isLow = random.percent(4);
    const members: SamplePerson[] = [];
    for (const seat of seats) {
      const identity = isPoor
        ? "registeredPoor"
        : isLow
          ? "minLiving"
          : this.ownIdentity(seats, seat);
      members.push(this.settle({ seat, county, style, identity, before: members }));
    }
    return { county, members };
  }

  /** 五保 are old people who live alone; 重残 falls on anyone. */
  private ownIdentity(seats: readonly Seat[], seat: Seat): Identity | "" {
    if (seats.length === 1 && seat.age >= 60 && this.random.percent(20)) return "destitute";
    return this.random.below(1000) < 12 ? "severeDisability" : "";
  }

  private settle(question: {
    readonly seat: Seat;
    readonly county: County;
    readonly style: NameStyle;
    readonly identity: Identity | "";
    readonly before: readonly SamplePerson[];
  }): SamplePerson {
    const { seat, county, style, identity, before } = question;
    const { random } = this;
    this.made += 1;
    const sibling = before.at(-1);
    const isTwin = seat.isTwin && sibling !== undefined;
    const brdy = isTwin ? sibling.brdy : this.birthDay(seat.age);
    return {
      number: this.made,
      switchYear: this.switchYear,
      psnName: this.freshName(seat, style, before),
      gend: seat.gend,
      brdy,
      naty: style.naty,
      certno: this.office.issue(county, brdy, seat.gend),
      relation: seat.relation,
      identity,
      tel: seat.age < 14 ? "" : `1${random.pick(["39", "50", "58", "86", "52"])}${digits(random)}`,
    };
  }

  private birthDay(age: number): Day {
    const { random } = this;
    for (;;) {
      const month = random.between(1, age === 0 ? LAST_BIRTH_MONTH : 12);
      const day = dayOf(this.switchYear - 1 - age, month, random.between(1, 31));
      if (day !== undefined) return day;
    }
  }

  /** Nobody in a household is named like another: name and birth date must tell them apart. */
  private freshName(seat: Seat, style: NameStyle, before: readonly SamplePerson[]): string {
    for (;;) {
      const name = fullName(this.random, seat.gend, style, seat.isBloodKin);
      if (before.every((member) => member.psnName !== name)) return name;
    }
  }
}

function digits(random: Random): string {
  return String(random.below(100_000_000)).padStart(8, "0");
}
