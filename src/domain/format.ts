/** The encodings in which the text of a file can be. */
export const textEncodings = ["gb18030", "utf-8", "utf-16le", "utf-16be"] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** How a file is written: enough to cut it into rows of fields. */
export type FileFormat = DelimitedFormat | FixedFormat | PairsFormat | DbfFormat | SheetFormat;
export const formatKinds = ["delimited", "fixed", "pairs", "dbf", "sheet"] as const;
export type FormatKind = (typeof formatKinds)[number];

/** Text, one row a line, with a sign between two fields. */
export interface DelimitedFormat {
  readonly kind: "delimited";
  readonly encoding: TextEncoding;
  /** Between two fields; may be several characters (`|@|`). */
  readonly delimiter: string;
  /** The quote character of a CSV; empty where no character of a field is special. */
  readonly quote: string;
  /** How many rows at the top name the columns. */
  readonly headerRows: number;
  /** How many rows above these are no data (a title, `sep=;`); blank lines are no rows. */
  readonly skip?: number;
  /** What a summary line at the end begins with (合计); empty where there is none. */
  readonly summary: string;
}

/** Text, one row a line, with every field at its place, counted in bytes. */
export interface FixedFormat {
  readonly kind: "fixed";
  readonly encoding: "gb18030" | "utf-8";
  readonly headerRows: number;
  readonly skip?: number;
  readonly summary: string;
  readonly ranges: readonly ByteRange[];
}

/** Bytes of a line, from the first that belongs to a field (counted from 0). */
export interface ByteRange {
  readonly start: number;
  readonly length: number;
}

/** Text, one row a line, with the name of every field written beside it (`Mzdjh=1&Kzhm=2`). */
export interface PairsFormat {
  readonly kind: "pairs";
  readonly encoding: TextEncoding;
  /** Between two pairs (`&`), and between name and value (`=`). */
  readonly delimiter: string;
  readonly assign: string;
  /** The names, in the order in which the fields of a row are given. */
  readonly keys: readonly string[];
}

/** A dBase or FoxPro table; its code page byte is not believed. */
export interface DbfFormat {
  readonly kind: "dbf";
  readonly encoding: "gb18030" | "utf-8";
}

/** One sheet of a workbook, XLS or XLSX. */
export interface SheetFormat {
  readonly kind: "sheet";
  /** Its name; empty for the first one that holds anything. */
  readonly sheet: string;
  readonly headerRows: number;
  readonly skip?: number;
  readonly summary: string;
}
