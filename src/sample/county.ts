import type { Books } from "./books.js";
import { catalogueRows } from "./catalogue.js";
import { type PersonCells, trueCells } from "./cells.js";
import { type Circumstances, canBefall } from "./circumstances.js";
import { ClaimMaker } from "./claims.js";
import { isPiped, PIPED_DIVISION } from "./files.js";
import { fundRows } from "./funds.js";
import { hospitalRows } from "./hospitals.js";
import { PeopleMaker } from "./households.js";
import { homophoneName } from "./names.js";
import { NcmsRegister, type OpenHousehold } from "./ncms-register.js";
import { ncmsWords } from "./ncms-row.js";
import type { Household, RegisterEntry, SamplePerson } from "./person.js";
import type { County } from "./places.js";
import { Random } from "./random.js";
import { type PersonKind, personKinds, type Rates, ratesFor } from "./rates.js";
import { firstTruth, type RowTruth, truthOf } from "./row-truth.js";
import type { SampleRow } from "./rows.js";
import { Schedule } from "./schedule.js";
import { respell, spoil, suitedTo } from "./spoil.js";
import { UrbmiRegister } from "./urbmi-register.js";
import { urbmiWords } from "./urbmi-row.js";
import type { WindowAmounts } from "./window.js";

/** What is asked for: so many people, from this seed, so dirty, with windows that pay like this. */
export interface SampleOrder {
  readonly people: number;
  readonly seed: string;
  /** The year of the switch: the delivery is of its January. */
  readonly year: number;
  readonly windowAmounts: WindowAmounts;
  /** How often each kind of dirt befalls a person or a claim. */
  readonly rates: Rates;
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

  constructor(
    { people, year, windowAmounts, rates }: SampleOrder,
    random: Random,
    private readonly books: Books,
  ) {
    this.people = new PeopleMaker(random.fork("people"), people, year);
    this.schemes = random.fork("schemes");
    this.spelling = random.fork("spelling");
    this.dirt = new Schedule(random.fork("dirt"), ratesFor(personKinds, rates), people);
    this.ncms = new NcmsRegister(random.fork("ncms"), isPiped(rates) ? PIPED_DIVISION : "");
    this.claims = new ClaimMaker(random.fork("claims"), people, windowAmounts, books, rates);
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
    const cut = open === undefined ? "tab" : this.ncms.cutOf(county);
    let headKind: PersonKind | undefined;
    return members.flatMap((member) => {
      const around: Circumstances = { cut, head, headKind };
      const kind = this.dirt.next((name) => canBefall(name, member, around));
      if (kind !== undefined) this.books.befell(kind);
      if (member === head) headKind = kind;
      const arrival = { person: suitedTo(kind, member), head, county, kind };
      return open === undefined ? this.urbanRows(arrival) : this.ruralRows(arrival, open);
    });
  }

  private ruralRows(arrival: Arrival, household: OpenHousehold): readonly SampleRow[] {
    const { person, kind } = arrival;
    const cells = this.spoiledCells(arrival, "ncms");
    const { row, entry } = this.ncms.enter(household, person, cells, truthOfFirst(arrival));
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
    const { rows, entry } = this.urbmi.enter(person, cells, county, truthOfFirst(arrival));
    const bills = this.bills(arrival, entry);
    if (kind === "repeated-line") {
      const [inPersons, inEnrolments] = rows;
      return [inPersons, { ...inPersons, ...truthOf(kind) }, inEnrolments, ...bills];
    }
    if (kind === "cross-scheme") {
      const household = this.ncms.open(county, 1);
      const { cells: words, truth } = this.secondCells(arrival, "ncms");
      const second = this.ncms.enter(household, person, words, truth);
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
    const { cells, truth } = this.secondCells(arrival, "ncms");
    if (kind === "same-scheme" && isOdd(person)) {
      cells.certno = "";
      const numberless = { ...truth, reported: ["certno-missing"] as const };
      return this.ncms.enter(household, person, cells, numberless).row;
    }
    return this.ncms.enter(this.ncms.open(county, 1), person, cells, truth).row;
  }

  private secondUrban(arrival: Arrival): ReturnType<UrbmiRegister["enter"]> {
    const { cells, truth } = this.secondCells(arrival, "urbmi");
    return this.urbmi.enter(arrival.person, cells, arrival.county, truth);
  }

  private secondCells(
    arrival: Arrival,
    source: RegisterEntry["source"],
  ): { readonly cells: PersonCells; readonly truth: RowTruth } {
    const { person, kind } = arrival;
    const cells = this.cells(person, source);
    if (kind !== "name-variant") {
      const reported = respell(cells, this.spelling);
      return { cells, truth: truthOf(kind, reported) };
    }
    cells.psnName = homophoneName(cells.psnName) ?? cells.psnName;
    return { cells, truth: truthOf(kind) };
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
    return this.claims.rowsOf({ person, entry, county, expected: firstTruth(kind).expected });
  }
}

function truthOfFirst({ kind }: Arrival): RowTruth {
  return firstTruth(kind);
}

function isOdd(person: SamplePerson): boolean {
  return person.number % 2 === 1;
}
