import type { CertnoStatus } from "../domain/certno.js";
import { nothingRead, type ReadAmount, readRatio, readYuan } from "../domain/money.js";
import { readMonth } from "../domain/period.js";
import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import { isName, readCertificate, readDate, readFlag, readName, readText } from "./cells.js";
import type { Crosswalk, Crosswalks } from "./crosswalk.js";
import type { MappedColumn } from "./layout.js";

/** What a cell's text comes to: canonical text or an amount, and a problem where there is one. */
export interface CellReading {
  readonly text?: string;
  readonly amount?: ReadAmount;
  readonly problem?: { readonly code: ProblemCode; readonly values: Values };
}

/** The function that reads the cells of one column. An empty cell reads as nothing. */
export function readingOf(
  column: MappedColumn,
  crosswalks: Crosswalks,
): (raw: string) => CellReading {
  switch (column.reading) {
    case "text":
      return (raw) => ({ text: readText(raw) });
    case "phone":
      return (raw) => ({ text: readText(raw).replace(/[\s-]/g, "") });
    case "name":
      return nameCell;
    case "certno":
      return certnoCell;
    case "day":
      return (raw) => found(raw, "date-unreadable", (text) => readDate(text));
    case "month":
      return (raw) => found(raw, "date-unreadable", readMonth);
    case "ratio":
      return (raw) => found(raw, "amount-unreadable", ratioCell);
    case "flag":
      return (raw) => found(raw, "code-unknown", readFlag, { table: "0/1" });
    case "yuan":
      return yuanCell;
    case "code":
      return codeCell(column.table, crosswalks.get(column.table) ?? new Map());
  }
}

/** The finding for each way in which a certificate number is not usable. */
const certnoFindings: Readonly<Partial<Record<CertnoStatus, ProblemCode>>> = {
  missing: "certno-missing",
  badCheckDigit: "certno-check-digit",
  badDate: "certno-bad-date",
  excelRounded: "certno-excel-rounded",
  notAnId: "certno-not-an-id",
  upgraded: "certno-upgraded",
};

function certnoCell(raw: string): CellReading {
  const { certno, status } = readCertificate(raw);
  const code = certnoFindings[status];
  if (code === undefined) return { text: certno };
  return { text: certno, problem: { code, values: { found: raw.trim(), repaired: certno } } };
}

function nameCell(raw: string): CellReading {
  const name = readName(raw);
  if (isName(name)) return { text: name };
  return { text: name, problem: { code: "name-unreadable", values: { found: raw } } };
}

function yuanCell(raw: string): CellReading {
  const text = readText(raw).replaceAll(",", "");
  if (text === "") return { amount: nothingRead };
  const amount = readYuan(text);
  if (amount !== undefined) return { amount };
  return { problem: { code: "amount-unreadable", values: { found: raw } }, amount: nothingRead };
}

function ratioCell(text: string): string | undefined {
  return readRatio(text) === undefined ? undefined : text;
}

function codeCell(table: string, crosswalk: Crosswalk): (raw: string) => CellReading {
  return (raw) => {
    const old = readText(raw);
    const national = crosswalk.get(old);
    if (national !== undefined) return { text: national };
    if (old === "") return { text: "" };
    return { text: "", problem: { code: "code-unknown", values: { found: old, table } } };
  };
}

function found(
  raw: string,
  code: ProblemCode,
  read: (text: string) => string | undefined,
  values: Values = {},
): CellReading {
  const text = readText(raw);
  if (text === "") return { text: "" };
  const value = read(text);
  if (value !== undefined) return { text: value };
  return { text: "", problem: { code, values: { found: text, ...values } } };
}
