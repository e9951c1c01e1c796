import type { ReadAmount } from "../../domain/money.js";
import { clean, type RowTruth } from "../row-truth.js";
import type { SampleRow } from "../rows.js";

/** How the bytes of a sample file are made from its cells. */
export type Writing =
  | {
      readonly kind: "lines";
      readonly encoding: "gb18030" | "utf-8" | "utf-16le";
      readonly delimiter: string;
      /** Empty where the file has none. */
      readonly header: readonly string[];
    }
  | { readonly kind: "pairs"; readonly keys: readonly string[] }
  | { readonly kind: "fixed"; readonly columns: readonly FixedColumn[] }
  | { readonly kind: "dbf"; readonly columns: readonly DbfField[] }
  | { readonly kind: "sheet"; readonly title: string; readonly header: readonly string[] };

/** A column of so many bytes; numbers stand to the right. */
export interface FixedColumn {
  readonly width: number;
  readonly isNumber?: boolean;
}

export interface DbfField {
  readonly name: string;
  readonly type: "C" | "N" | "D";
  readonly length: number;
  readonly decimals?: number;
}

/** One row of a sample file, cell by cell, with the truth about it. */
export interface LayoutRow extends RowTruth {
  readonly cells: readonly string[];
  /** The true person; 0 where the row is about nobody. */
  readonly person: number;
  readonly money: SampleRow["money"];
  /** The line is in UTF-8, though the file is not. */
  readonly isUtf8?: boolean;
  /** Which cells of a sheet are numbers, from 0; the others are text. */
  readonly numbers?: readonly number[];
  /** The record is marked as deleted. */
  readonly isDeleted?: boolean;
}

/** A file in one of the shipped layouts, as its register would deliver it. */
export interface LayoutFile {
  /** Its name in messages; of a file in an archive `towns.zip/东镇.csv`. */
  readonly path: string;
  /** Where it lies, when it is packed; a GZIP holds one file, which the manifest does not name. */
  readonly packed?: { readonly path: string; readonly entry: string; readonly isNamed: boolean };
  /** The name of its mapping in mappings/legacy. */
  readonly layout: string;
  readonly writing: Writing;
  /** What the manifest says of the file, because the file does not. */
  readonly constants: Readonly<Record<string, string>>;
  readonly rows: readonly LayoutRow[];
}

/** A row without person and dirt. */
export function plainCells(
  cells: readonly string[],
  money: readonly (readonly [string, ReadAmount])[] = [],
): LayoutRow {
  return { cells, person: 0, money, ...clean };
}
