import type { Identity } from "../domain/codes.js";
import type { Day } from "../domain/period.js";
import type { Sex } from "./names.js";
import type { County } from "./places.js";

/** 与户主关系, in the words of the NCMS registers. */
export type Relation =
  | "户主"
  | "配偶"
  | "子"
  | "女"
  | "父亲"
  | "母亲"
  | "孙子"
  | "孙女"
  | "兄弟姐妹";

/** A person as they are, whatever the registers say of them. */
export interface SamplePerson {
  /** The true number, 1 … : the same in every row that is this person. */
  readonly number: number;
  /** The year of the switch, in whose January the registers are delivered. */
  readonly switchYear: number;
  readonly psnName: string;
  readonly gend: Sex;
  readonly brdy: Day;
  /** 民族, GB/T 3304. */
  readonly naty: string;
  readonly certno: string;
  readonly relation: Relation;
  readonly identity: Identity | "";
  readonly tel: string;
}

/** People under one roof, the head first. */
export interface Household {
  readonly county: County;
  readonly members: readonly SamplePerson[];
}

/** Where a person can be found in a register: its name, and the number there. */
export interface RegisterEntry {
  readonly source: "ncms" | "urbmi";
  readonly legacyId: string;
}
