import { type ReadAmount, readYuan } from "../../domain/money.js";
import { type PersonCells, trueCells } from "../cells.js";
import { canBefall } from "../circumstances.js";
import { PeopleMaker } from "../households.js";
import { ncmsWords } from "../ncms-row.js";
import type { Household, SamplePerson } from "../person.js";
import { type County, counties, type Homestead, LandRegister } from "../places.js";
import type { Random } from "../random.js";
import type { PersonKind } from "../rates.js";
import { clean, type RowTruth, truthOf } from "../row-truth.js";
import { spoil, suitedTo } from "../spoil.js";

/** A member of a household of a township's list: as they are, and as the list has them. */
export interface Member {
  readonly person: SamplePerson;
  readonly head: SamplePerson;
  readonly home: Homestead;
  /** 家庭账户余额, as text, and as the first row of the household adds it to the total. */
  readonly balance: string;
  readonly money: readonly (readonly [string, ReadAmount])[];
  /** Their place in the household, from 1. */
  readonly place: number;
  readonly cells: PersonCells;
  readonly truth: RowTruth;
}

/** Rare characters that take four bytes: not in lists that are cut by the byte. */
const FOUR_BYTES = /[㛃\u{2cb4e}]/u;

/** Settles the rural households of the sample, township by township. */
export class Townships {
  private readonly people: PeopleMaker;
  private readonly land = new LandRegister();

  constructor(
    private readonly random: Random,
    people: number,
  ) {
    this.people = new PeopleMaker(random.fork("people"), people);
  }

  /**
   * The next list: members of households of one county, so many or a few more, each kind of dirt
   * once, on the first whom it fits.
   */
  list(county: County, members: number, kinds: readonly PersonKind[]): readonly Member[] {
    const listed: Member[] = [];
    const due = [...kinds];
    while (listed.length < members && !this.people.isDone) {
      const household = this.people.nextHousehold("ncms");
      if (household.members.some(({ psnName }) => FOUR_BYTES.test(psnName))) continue;
      listed.push(...this.settle({ ...household, county }, due));
    }
    return listed;
  }

  private settle({ county, members }: Household, due: PersonKind[]): readonly Member[] {
    const { random } = this;
    const home = this.land.settle(county);
    const balance = `${random.below(400)}.${String(random.below(100)).padStart(2, "0")}`;
    const [head] = members;
    const read = readYuan(balance);
    if (head === undefined || read === undefined) return [];
    let headKind: PersonKind | undefined;
    return members.map((member, index) => {
      const around = { cut: "comma", head, headKind } as const;
      const fitting = due.findIndex((kind) => canBefall(kind, member, around));
      const [kind] = index % 2 === 1 && fitting >= 0 ? due.splice(fitting, 1) : [];
      if (index === 0) headKind = kind;
      const person = suitedTo(kind, member);
      const cells = trueCells(person, ncmsWords(person, random));
      spoil(cells, kind, head, random);
      const truth = kind === undefined ? clean : truthOf(kind);
      const money = index === 0 ? ([["family_balc", read]] as const) : [];
      return { person, head, home, balance, money, place: index + 1, cells, truth };
    });
  }
}

/** The county whose turn it is. */
export function countyOf(turn: number): County {
  return counties[turn % counties.length] ?? { admdvs: "", name: "" };
}
