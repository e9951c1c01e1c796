import type { Ratio, Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { Table } from "./law-table.js";
import type { Band, Limit } from "./values.js";

/** Which day of a bill decides what. */
export interface DatesLaw {
  readonly switchDay: Day;
  readonly ruleDay: "admission" | "discharge" | "settlement";
  readonly acrossSwitch: "admission" | "discharge" | "split";
  readonly benefitYear: "admission" | "discharge" | "settlement" | "split";
  readonly accountingDay: "settlement" | "discharge";
  readonly accountingFrom: number;
}

export interface CoverageLaw {
  readonly class: Table<string>;
  readonly ageDay: "ruleDay" | "yearStart" | "switchDay";
  readonly start?: Table<CoverageStart>;
  /** 人员类别 psn_type of a class of the pack. */
  psnTypeOf(name: string): string;
}

/** From when benefits are due after joining. */
export interface CoverageStart {
  readonly way: "birth" | "payment" | "dayAfterPayment" | "monthsAfterPayment";
  readonly months: number;
}

export interface FundingLaw {
  readonly contribution: Table<Yuan>;
  readonly subsidy: Table<Yuan>;
  /** Parts of the subsidy by who pays them; they add up to it. */
  readonly subsidyBy: ReadonlyMap<string, Table<Yuan>>;
  /** Part of the contribution that the aid fund pays. */
  readonly aided?: Table<Ratio>;
  /** Part of the contribution that goes to the family account. */
  readonly account?: Table<Yuan>;
}

export interface CatalogueLaw {
  readonly firstSelfPay?: Table<Ratio>;
  /** First self-pay of consumables by unit price. */
  readonly consumable?: Table<readonly Band[]> & { readonly takes: "slab" | "marginal" };
  /** The highest unit price that counts; where no row fits, the item's own. */
  readonly uplimit?: Table<Limit>;
  readonly rounding: "line" | "bill";
}
