import type { Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { NameReading } from "./conditions.js";
import type { Spec } from "./language.js";
import type { Conditions, Row } from "./law-table.js";
import type { Status } from "./status.js";

/** What a version of a parameter says, as it was read. */
export type ReadValue =
  | { readonly way: "rows"; readonly rows: readonly ReadRow[] }
  | { readonly way: "day"; readonly day: Day }
  | { readonly way: "word"; readonly word: string }
  | { readonly way: "whole"; readonly whole: number }
  | { readonly way: "order"; readonly order: readonly string[] };

/** A row with the line it stands on. */
export interface ReadRow extends Row<unknown> {
  readonly line: number;
}

/** A single value, to be entered in the pack's list under its version. */
export interface Entry {
  readonly row: string;
  readonly when?: Conditions;
  /** Where a band begins. */
  readonly above?: Yuan;
  readonly text: string;
  readonly line: number;
  readonly status?: Status;
  readonly cite?: string;
}

/** Reads the rows of one version: the file and its names, the parameter's spec, and the list. */
export interface RowReading extends NameReading {
  readonly spec: Spec;
  /** Whether a limit is a number of sessions, not an amount. */
  readonly countsSessions: boolean;
  /** Enters a single value and gives its place in the pack. */
  enter(entry: Entry): number;
}
