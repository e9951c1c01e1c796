import type { DayStyle } from "./day-style.js";

/** How a cell's text is read. */
export const readings = [
  "text",
  "name",
  "certno",
  "day",
  "month",
  "yuan",
  "ratio",
  "count",
  "price",
  "code",
  "flag",
  "phone",
  "division",
] as const;
export type Reading = (typeof readings)[number];

/** In what an amount is written; without a word about it, in yuan. */
export const units = ["yuan", "fen", "万元"] as const;
export type Unit = (typeof units)[number];

/**
 * What a column is to its field: the only one, or the first; one of several that are added up or
 * joined; one that speaks where those before it are empty; one that must say the same as the first.
 */
export type ColumnRole = "first" | "sum" | "join" | "fallback" | "check";

/** A part of a cell's text, counted in characters from 1, both ends included. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** One way from a column to a field: a column that fills several fields has several of these. */
export interface MappedColumn {
  /** Its place among the fields of a row, from 0; -1 for a value that stands in no column. */
  readonly index: number;
  /** How messages name it. */
  readonly name: string;
  readonly target: string;
  readonly reading: Reading;
  /** The crosswalk of a `code` column: `ncms/gend` is mappings/codes/ncms/gend.csv. */
  readonly table: string;
  readonly isRequired: boolean;
  readonly role: ColumnRole;
  /** What stands between joined columns. */
  readonly separator: string;
  /** What is read in place of an empty cell; empty where nothing is. */
  readonly usual: string;
  /** The part of the cell that is read; absent for all of it. */
  readonly take?: TextRange;
  /** How its dates are written, where they cannot be told by themselves. */
  readonly style?: DayStyle;
  readonly unit: Unit;
  /** The record of the line that it belongs to; empty for a column of every record. */
  readonly group: string;
}
