import { encode } from "../../../src/io/gb18030.js";
import { madePeople } from "./people.js";

const people = madePeople(40);

/** The names and the rows of a small register. */
export const HEADER = ["个人编码", "姓名", "性别", "身份证", "出生日期", "家庭账户余额"];
export const rows: Rows = people.map(({ id, name, sex, certno, birth, amount }) => {
  return [id, name, sex, certno, birth, amount];
});
export const table: Rows = [HEADER, ...rows];

export type Rows = readonly (readonly string[])[];

/** The rows with a sign between two fields, each with a line end. */
export function text(given: Rows, sign: string, end = "\r\n"): string {
  return given.map((row) => row.join(sign) + end).join("");
}

/** The same in GBK. */
export function gbk(given: Rows, sign: string, end = "\r\n"): Buffer {
  return encode(text(given, sign, end));
}

/** The rows with the cells of one column (counted from 0), or of all, changed. */
export function changed(
  given: Rows,
  column: number | "all",
  change: (cell: string) => string,
): Rows {
  return given.map((row) =>
    row.map((cell, at) => (column === "all" || at === column ? change(cell) : cell)),
  );
}

export function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** Every text in quotes and the number at the end bare, as FoxPro writes it. */
export const foxpro: Rows = rows.map((row) => [...row.slice(0, 5).map(quoted), row[5] ?? ""]);

/** A name and three numbers. */
export function numbers(point: string): Rows {
  return people.map(({ name, amount }) => {
    return [name, ...[amount, "1234.5", "-0.75"].map((cell) => cell.replace(".", point))];
  });
}

export function wide(width: number): Rows {
  return people.map((_, row) => Array.from({ length: width }, (__, at) => String(row * at)));
}
