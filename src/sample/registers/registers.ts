import { Random } from "../random.js";
import { DirtPlan, type RegisterDirt } from "./dirt.js";
import { type Entry, entryOf } from "./entry.js";
import { type Neighbour, Neighbourhood } from "./neighbours.js";

/** The two registers: their files, and what they write down; the second knows no households. */
export const registers = {
  ncms: {
    path: "ncms.csv",
    columns: {
      certno: "身份证号",
      name: "姓名",
      sex: "性别",
      birth: "出生日期",
      household: "户编号",
      head: "户主姓名",
      phone: "联系电话",
      village: "村",
    },
  },
  urbmi: {
    path: "urbmi.csv",
    columns: {
      certno: "身份证号",
      name: "姓名",
      sex: "性别",
      birth: "出生日期",
      phone: "联系电话",
      village: "村",
    },
  },
} as const satisfies Record<
  string,
  { path: string; columns: Partial<Readonly<Record<keyof Entry, string>>> }
>;

export type RegisterName = keyof typeof registers;

/** The column that names a row. */
export const REGISTER_ID = "编号";

/** A row of a register, and what is true of it. */
export interface RegisterRow {
  readonly register: RegisterName;
  readonly id: string;
  /** In the order of the columns. */
  readonly cells: readonly string[];
  readonly person: number;
  readonly dirt: readonly RegisterDirt[];
}

const RURAL_PERCENT = 70;
const MOVED_PERCENT = 30;

/**
 * Makes the rows of both registers for so many people, in flat memory; seeded, with their truth.
 */
export class RegisterMaker {
  readonly plan: DirtPlan;
  private readonly random: Random;
  private readonly neighbourhood: Neighbourhood;
  private readonly counts = { ncms: 0, urbmi: 0 };

  constructor(people: number, seed: string) {
    const random = new Random(seed);
    this.plan = new DirtPlan(random.fork("dirt"), people);
    this.random = random.fork("rows");
    this.neighbourhood = new Neighbourhood(random.fork("people"), people, this.plan);
  }

  /** The rows household by household. */
  *rows(): Generator<readonly RegisterRow[]> {
    while (!this.neighbourhood.isDone) {
      const isRural = this.random.percent(RURAL_PERCENT);
      const [own, other] = isRural ? (["ncms", "urbmi"] as const) : (["urbmi", "ncms"] as const);
      yield this.neighbourhood.next().flatMap((person) => {
        const isTwice = this.plan.befalls("same-scheme");
        const isInBoth = this.plan.befalls("cross-scheme", !isTwice);
        return [
          this.rowOf(own, person, false, []),
          ...(isTwice ? [this.rowOf(own, person, this.isMoved(), ["same-scheme"])] : []),
          ...(isInBoth ? [this.rowOf(other, person, this.isMoved(), ["cross-scheme"])] : []),
        ];
      });
    }
  }

  private isMoved(): boolean {
    return this.random.percent(MOVED_PERCENT);
  }

  private rowOf(
    register: RegisterName,
    person: Neighbour,
    isMoved: boolean,
    before: readonly RegisterDirt[],
  ): RegisterRow {
    const { entry, dirt } = entryOf(person, isMoved, this.plan, this.random);
    const columns = Object.keys(registers[register].columns) as (keyof Entry)[];
    const number = String(++this.counts[register]).padStart(8, "0");
    return {
      register,
      id: (register === "ncms" ? "N" : "U") + number,
      cells: columns.map((column) => entry[column]),
      person: person.number,
      dirt: [...before, ...dirt],
    };
  }
}
