import type { Books } from "./books.js";
import { catalogueRows } from "./catalogue.js";
import { type PersonCells, trueCells } from "./cells.js";
import { ClaimMaker } from "./claims.js";
import { fundRows } from "./funds.js";
import { hospitalRows } from "./hospitals.js";
import { PeopleMaker } from "./households.js";
import { homophoneName } from "./names.js";
import { NcmsRegister, type OpenHousehold } from "./ncms-register.js";
import { ncmsWords } from "./ncms-row.js";
import type { Household, RegisterEntry, SamplePerson } from "./person.js";
import type { County } from "./places.js";
import { Random } from "./random.js";
import { type PersonKind, personKinds } from "./rates.js";
import type { SampleRow } from "./rows.js";
import { Schedule } from "./schedule.js";
import { canBefall, respell, spoil, suitedTo } from "./spoil.js";
import { UrbmiRegister } from "./urbmi-register.js";
import { urbmiWords } from "./urbmi-row.js";
import type { WindowAmounts } from "./window.js";

/** What is asked for: so many people, from this seed, with windows that pay like this. */
export interface SampleOrder {
  readonly people: number;
  readonly seed: string;
  readonly windowAmounts: WindowAmounts;
}

const RURAL_PERCENT = 85;

/**
 * Makes a synthetic county: the rows of every file but the last ones (deductions, agreements,
 * manifest), household by household, in flat memory. The same order gives the same rows; each is
 * entered in `books`.
 */
export function* countyRows(order: SampleOrder, books: Books): Generator<readonly SampleRow[]> {
  const random = new Random(order.seed);
  const made = function* (): Generator<readonly SampleRow[]> {
    yield hospitalRows();
    yield catalogueRows();
    yield fundRows(order.people, random.fork("funds"));
    yield* new PeopleRows(order, random, books).rows();
  };
  for (const rows of made()) {
    for (const row of rows) books.enter(row);
    yield rows;
  }
}

/** A person on the way into the registers. */
interface Arrival {
  readonly person: SamplePerson;
  readonly head: SamplePerson;
  readonly county: County;
  readonly kind: PersonKind | undefined;
}

class PeopleRows {
  private readonly people: PeopleMaker;
  private readonly schemes: Random;
  private readonly spelling: Random;
  private readonly dirt: Schedule<PersonKind>;
  private readonly ncms: NcmsRegister;
  private readonly urbmi = new UrbmiRegister();
  private readonly claims: ClaimMaker;

  constructor({ people, windowAmounts }: SampleOrder, random: Random, books: Books) {
    this.people = new PeopleMaker(random.fork("people"), people);
    this.schemes = random.fork("schemes");
    this.spelling = random.fork("spelling");
    this.dirt = new Schedule(random.fork("dirt"), personKinds, people);
    this.ncms = new NcmsRegister(random.fork("ncms"));
    this.claims = new ClaimMaker(random.fork("claims"), people, windowAmounts, books);
  }

  *rows(): Generator<readonly SampleRow[]> {
    while (!this.people.isDone) {
      const scheme = this.schemes.percent(RURAL_PERCENT) ? "ncms" : "urbmi";
      yield this.householdRows(this.people.nextHousehold(scheme), scheme);
    }
  }

  private householdRows(household: Household, scheme: RegisterEntry["source"]): SampleRow[] {
    const { county, members } = household;
    const [head] = members;
    if (head === undefined) return [];
    const open = scheme === "ncms" ? this.ncms.open(county, members.length) : undefined;
    return members.flatMap((member) => {
      const kind = this.dirt.next((name) => canBefall(name, member, head));
      const arrival = { person: suitedTo(kind, member), head, county, kind };
      return open === undefined ? this.urbanRows(arrival) : this.ruralRows(arrival, open);
    });
  }

  private ruralRows(arrival: Arrival, household: OpenHousehold): readonly SampleRow[] {
    const { person, kind } = arrival;
    const { row, entry } = this.ncms.enter(
      household,
      person,
      this.spoiledCells(arrival, "ncms"),
      truthOf(kind),
    );
    if (kind === "repeated-line") {
      return [row, this.ncms.repeat(row), ...this.bills(arrival, entry)];
    }
    if (kind === "cross-scheme") {
      const second = this.secondUrban(arrival);
      const known = person.number % 2 === 0 ? entry : second.entry;
      return [row, ...second.rows, ...this.bills(arrival, known)];
    }
    const isSecondRural = kind === "same-scheme" || (kind === "name-variant" && !isOdd(person));
    if (isSecondRural) {
      return [row, this.secondRural(arrival, household), ...this.bills(arrival, entry)];
    }
    const elsewhere = kind === "name-variant" ? this.secondUrban(arrival).rows : [];
    return [row, ...elsewhere, ...this.bills(arrival, entry)];
  }

  private urbanRows(arrival: Arrival): readonly SampleRow[] {
    const { person, county, kind } = arrival;
    const cells = this.spoiledCells(arrival, "urbmi");
    const { rows, entry } = this.urbmi.enter(person, cells, county, truthOf(kind));
    const bills = this.bills(arrival, entry);
    if (kind === "repeated-line") {
      const [inPersons, inEnrolments] = rows;
      return [inPersons, { ...inPersons, spoiled: kind }, inEnrolments, ...bills];
    }
    if (kind === "cross-scheme") {
      const household = this.ncms.open(county, 1);
      const words = this.secondCells(arrival, "ncms");
      const second = this.ncms.enter(household, person, words, secondTruth(kind));
      return [...rows, second.row, ...bills];
    }
    const isTwice = kind === "same-scheme" || kind === "name-variant";
    return isTwice ? [...rows, ...this.secondUrban(arrival).rows, ...bills] : [...rows, ...bills];
  }

  /**
   * The person once more in the NCMS list: in the same household without a number, or in one of
   * their own.
   */
  private secondRural(arrival: Arrival, household: OpenHousehold): SampleRow {
    const { person, county, kind } = arrival;
    const cells = this.secondCells(arrival, "ncms");
    const isSameHousehold = kind === "same-scheme" && isOdd(person);
    if (isSameHousehold) cells.certno = "";
    const home = isSameHousehold ? household : this.ncms.open(county, 1);
    return this.ncms.enter(home, person, cells, secondTruth(kind)).row;
  }

  private secondUrban(arrival: Arrival): ReturnType<UrbmiRegister["enter"]> {
    const cells = this.secondCells(arrival, "urbmi");
    return this.urbmi.enter(arrival.person, cells, arrival.county, secondTruth(arrival.kind));
  }

  private secondCells(arrival: Arrival, source: RegisterEntry["source"]): PersonCells {
    const cells = this.cells(arrival.person, source);
    if (arrival.kind === "name-variant") {
      cells.psnName = homophoneName(cells.psnName) ?? cells.psnName;
    } else respell(cells, this.spelling);
    return cells;
  }

  private spoiledCells(arrival: Arrival, source: RegisterEntry["source"]): PersonCells {
    const cells = this.cells(arrival.person, source);
    spoil(cells, arrival.kind, arrival.head, this.spelling);
    return cells;
  }

  private cells(person: SamplePerson, source: RegisterEntry["source"]): PersonCells {
    const words = source === "ncms" ? ncmsWords : urbmiWords;
    return trueCells(person, words(person, this.spelling));
  }

  /** The month's claims; people whose enrolment has ended are left out of them. */
  private bills(arrival: Arrival, entry: RegisterEntry): readonly SampleRow[] {
    const { person, county, kind } = arrival;
    if (kind === "not-enrolled") return [];
    return this.claims.rowsOf({ person, entry, county, expected: truthOf(kind).expected });
  }
}

/** What the first row of a person holds: kinds that only add a second row leave it clean. */
function truthOf(kind: PersonKind | undefined): Pick<SampleRow, "spoiled" | "expected"> {
  if (kind === undefined || kind === "repeated-line") return CLEAN;
  if (kind === "cross-scheme" || kind === "same-scheme") return CLEAN;
  return { spoiled: kind, expected: personKinds[kind].expected };
}

function secondTruth(kind: PersonKind | undefined): Pick<SampleRow, "spoiled" | "expected"> {
  return kind === undefined ? CLEAN : { spoiled: kind, expected: personKinds[kind].expected };
}

const CLEAN = { spoiled: "", expected: "" } as const;

function isOdd(person: SamplePerson): boolean {
  return person.number % 2 === 1;
}
