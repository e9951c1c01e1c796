import { medType } from "../domain/codes.js";
import { type Day, dayOf } from "../domain/period.js";
import { type Hospital, hospitals } from "./hospitals.js";
import type { SamplePerson } from "./person.js";
import type { County } from "./places.js";
import { type Random, Weighted } from "./random.js";

/** One visit of the January after the switch: where, when, and how large the bill (in fen). */
export interface Visit {
  readonly hospital: Hospital;
  readonly medType: string;
  readonly begndate: Day;
  readonly enddate: Day;
  readonly setlDay: Day;
  readonly isReferred: boolean;
  readonly fee: number;
}

// What a stay costs by level, in whole yuan; low bills are the frequent ones.
const STAY_FEES = {
  township: [700, 4_500],
  "1": [1_500, 7_000],
  "2": [2_500, 18_000],
  "3": [7_000, 55_000],
} as const;
const OFFSITE_FEES = [12_000, 95_000] as const;
const LARGE_FEES = [100_001, 420_000] as const;
const OUTPATIENT_FEES = [20, 380] as const;
const stayLevels = new Weighted(["township", "1", "2", "3"] as const, [42, 8, 39, 11]);
const outpatientLevels = new Weighted(["township", "1", "2"] as const, [62, 12, 26]);
const DAYS = 31;

/**
 * Draws the visits of people: about 3 % have outpatient visits and 1 % stays, poor people more
 * often. Every twelfth stay is outside the city and every thirtieth is very large, so that a small
 * county has such stays too. A person's visits follow each other: each begins after the one before
 * was settled.
 */
export class VisitMaker {
  private stays = 0;
  private poor = 0;

  constructor(private readonly random: Random) {}

  visitsOf(person: SamplePerson, county: County): readonly Visit[] {
    const { random } = this;
    const stays = this.isIll(person) ? (random.percent(22) ? 2 : 1) : 0;
    const calls = random.below(1000) < 30 ? random.between(1, 3) : 0;
    const isStay = [
      ...Array.from({ length: calls }, () => false),
      ...Array.from({ length: stays }, () => true),
    ];
    if (random.percent(50)) isStay.reverse();

    const here = { county, year: person.switchYear };
    const visits: Visit[] = [];
    for (const [index, stay] of isStay.entries()) {
      const span = { from: slice(index, isStay.length) + 1, upTo: slice(index + 1, isStay.length) };
      visits.push(stay ? this.stay(here, span, visits.at(-1)) : this.call(here, span));
    }
    return visits;
  }

  /** Every twentieth of the registered poor has a stay, so that their overlays meet claims. */
  private isIll(person: SamplePerson): boolean {
    if (person.identity !== "registeredPoor") return this.random.below(1000) < 8;
    this.poor += 1;
    return this.poor % 20 === 7;
  }

  /** An outpatient visit: one day. */
  private call({ county, year }: Here, span: Span): Visit {
    const { random } = this;
    const day = january(year, random.between(span.from, span.upTo));
    return {
      hospital: nearby(random, county, outpatientLevels.pick(random)),
      medType: medType.outpatient,
      begndate: day,
      enddate: day,
      setlDay: day,
      isReferred: false,
      fee: feeIn(random, OUTPATIENT_FEES),
    };
  }

  private stay({ county, year }: Here, span: Span, before: Visit | undefined): Visit {
    const { random } = this;
    this.stays += 1;
    const isOffsite = this.stays % 12 === 5;
    const isLarge = this.stays % 30 === 9;
    const level = isLarge || isOffsite ? "3" : stayLevels.pick(random);
    const isSameAgain = before?.hospital.level === level && !isOffsite && random.percent(60);
    const hospital = isSameAgain ? before.hospital : nearby(random, county, level, isOffsite);
    const end = random.between(Math.min(span.from + 3, span.upTo), span.upTo);
    const fees = isOffsite ? OFFSITE_FEES : STAY_FEES[level];
    return {
      hospital,
      medType: isOffsite ? medType.offsiteInpatient : medType.inpatient,
      begndate: this.admission(year, span, end, before),
      enddate: january(year, end),
      setlDay: january(year, end),
      isReferred: isOffsite && random.percent(70),
      fee: feeIn(random, isLarge ? LARGE_FEES : fees),
    };
  }

  /** The first day: in January, but for the few who were in hospital when the year began. */
  private admission(year: number, span: Span, end: number, before: Visit | undefined): Day {
    const { random } = this;
    if (before === undefined && span.from === 1 && random.percent(4)) {
      return `${year - 1}-12-${random.between(18, 31)}` as Day;
    }
    return january(year, random.between(span.from, Math.max(span.from, end - 2)));
  }
}

interface Here {
  readonly county: County;
  readonly year: number;
}

interface Span {
  readonly from: number;
  readonly upTo: number;
}

/** The month in equal slices, one for each visit of a person, so that none overlap. */
function slice(index: number, count: number): number {
  return Math.floor((DAYS * index) / count);
}

function january(year: number, date: number): Day {
  return dayOf(year, 1, date) ?? (`${year}-01-31` as Day);
}

/** A hospital of the level in the county; the third level is in the city, or outside it. */
function nearby(
  random: Random,
  county: County,
  level: Hospital["level"],
  isOffsite = false,
): Hospital {
  const fitting = hospitals.filter((one) =>
    level === "3"
      ? one.level === "3" && one.isOffsite === isOffsite
      : one.level === level && one.admdvs === county.admdvs,
  );
  return random.pick(fitting);
}

/**
 * A fee in fen between two sums of yuan; the lesser of two draws, so that low fees are frequent.
 */
function feeIn(random: Random, range: readonly [number, number]): number {
  const [from, upTo] = [range[0] * 100, range[1] * 100];
  return Math.min(random.between(from, upTo), random.between(from, upTo));
}
