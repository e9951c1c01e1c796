import type { CertnoStatus } from "../domain/certno.js";
import { nothingRead, type ReadAmount, readRatio, readYuan } from "../domain/money.js";
import { type Day, readMonth } from "../domain/period.js";
import { countText, priceText, readCount, readPrice } from "../domain/quantity.js";
import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import { readCertificate, readDate, readFlag, readText } from "./cells.js";
import type { MappedColumn, Unit } from "./column.js";
import type { Crosswalk, Crosswalks } from "./crosswalk.js";
import { isPlaceholderDay } from "./dates.js";
import { readStyledDay } from "./day-style.js";
import { type Divisions, judgeDivision } from "./divisions.js";
import { judgeName, readName } from "./person-name.js";
import { judgePhone } from "./phone.js";
import type { Unrepaired } from "./repairs.js";

/** What a cell's text comes to: canonical text or an amount, and a problem where there is one. */
export interface CellReading {
  readonly text?: string;
  readonly amount?: ReadAmount;
  readonly problem?: { readonly code: ProblemCode; readonly values: Values };
  /** What stood there says that nothing is known, so that a required field is missing. */
  readonly isNothing?: true;
}

/** What the readings of a file look things up in. */
export interface Knowledge {
  readonly crosswalks: Crosswalks;
  readonly divisions?: Divisions;
  /** Nobody in the file is born later. */
  readonly latest?: Day;
  /** The repairs that the mapping does without. */
  readonly unrepaired?: Unrepaired;
}

/** The function that reads the cells of one column. An empty cell reads as nothing. */
export function readingOf(
  column: MappedColumn,
  { crosswalks, divisions = new Map(), latest, unrepaired = new Set() }: Knowledge,
): (raw: string) => CellReading {
  switch (column.reading) {
    case "text":
      return (raw) => ({ text: readText(raw) });
    case "phone":
      return phoneCell;
    case "name":
      return (raw) => nameCell(raw, unrepaired);
    case "certno":
      return (raw) => certnoCell(raw, latest, unrepaired);
    case "day":
      return dayCell(column);
    case "month":
      return (raw) => found(raw, "date-unreadable", readMonth);
    case "ratio":
      return (raw) => found(raw, "amount-unreadable", ratioCell);
    case "count":
      return (raw) => found(raw, "count-unreadable", countCell);
    case "price":
      return (raw) => found(raw, "amount-unreadable", priceCell);
    case "flag":
      return (raw) => found(raw, "code-unknown", readFlag, { table: "0/1" });
    case "yuan":
      return yuanCell(column.unit);
    case "division":
      return (raw) => divisionCell(raw, divisions, unrepaired);
    case "code":
      return codeCell(column.table, crosswalks.get(column.table) ?? new Map());
  }
}

/** The finding for each way in which a certificate number is not usable. */
const certnoFindings: Readonly<Partial<Record<CertnoStatus, ProblemCode>>> = {
  missing: "certno-missing",
  badCheckDigit: "certno-check-digit",
  badDate: "certno-bad-date",
  badDivision: "certno-bad-division",
  excelRounded: "certno-excel-rounded",
  suffixed: "certno-suffixed",
  notAnId: "certno-not-an-id",
  upgraded: "certno-upgraded",
};

/** The status that each of these findings tells. */
export const certnoStatuses: Readonly<Partial<Record<ProblemCode, CertnoStatus>>> = {
  ...Object.fromEntries(Object.entries(certnoFindings).map(([status, code]) => [code, status])),
  "certno-15-digits": "notAnId",
};

function certnoCell(raw: string, latest: Day | undefined, unrepaired: Unrepaired): CellReading {
  const { certno, status } = readCertificate(raw, latest);
  if (status === "upgraded" && unrepaired.has("certno-upgraded")) {
    return { text: "", problem: { code: "certno-15-digits", values: { found: raw.trim() } } };
  }
  const code = certnoFindings[status];
  if (code === undefined) return { text: certno };
  return { text: certno, problem: { code, values: { found: raw.trim(), repaired: certno } } };
}

function nameCell(raw: string, unrepaired: Unrepaired): CellReading {
  const { name, code } = judgeName(raw);
  if (code === "name-title-removed" && unrepaired.has(code)) {
    const whole = readName(raw);
    return { text: whole, problem: { code: "name-description", values: { found: raw.trim() } } };
  }
  if (code === undefined) return { text: name };
  return { text: name, problem: { code, values: { found: raw.trim(), repaired: name } } };
}

function phoneCell(raw: string): CellReading {
  const { tel, code } = judgePhone(raw);
  if (code === undefined) return { text: tel };
  return { text: tel, problem: { code, values: { found: raw.trim(), repaired: tel } } };
}

function dayCell({ style }: MappedColumn): (raw: string) => CellReading {
  const read = (text: string): string | undefined =>
    style === undefined ? readDate(text) : readStyledDay(text, style);
  return (raw) => {
    if (!isPlaceholderDay(raw)) return found(raw, "date-unreadable", read);
    const problem = { code: "date-placeholder", values: { found: raw.trim() } } as const;
    return { text: "", problem, isNothing: true };
  };
}

function yuanCell(unit: Unit): (raw: string) => CellReading {
  const moved = unit === "fen" ? -2 : unit === "万元" ? 4 : 0;
  return (raw) => {
    const text = ungrouped(readText(raw));
    if (text === "") return { amount: nothingRead };
    const amount = readYuan(moved === 0 ? text : withPointMoved(text, moved));
    if (amount !== undefined) return { amount };
    return { problem: { code: "amount-unreadable", values: { found: raw } }, amount: nothingRead };
  };
}

/** 1,234.50 without its comma; the comma of 1234,50 may be a decimal point, and stays. */
function ungrouped(text: string): string {
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
}

/** A number in plain digits with its decimal point moved: to the right, or to the left below 0. */
function withPointMoved(text: string, places: number): string {
  const [, sign = "", whole = "", part = ""] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === "") return text;
  if (places < 0) {
    const digits = whole.padStart(1 - places, "0");
    return `${sign}${digits.slice(0, places)}.${digits.slice(places)}${part}`;
  }
  const digits = part.padEnd(places, "0");
  const rest = digits.slice(places);
  return `${sign}${whole}${digits.slice(0, places)}${rest === "" ? "" : `.${rest}`}`;
}

function divisionCell(raw: string, divisions: Divisions, unrepaired: Unrepaired): CellReading {
  if (readText(raw) === "") return { text: "" };
  const { code, fault, was } = judgeDivision(raw, divisions);
  if (fault === undefined) return { text: code };
  if (unrepaired.has(fault)) {
    return { text: "", problem: { code: "division-unknown", values: { found: raw.trim() } } };
  }
  const values = { found: raw.trim(), name: was?.name ?? "", to: was?.to ?? "", repaired: code };
  return { text: code, problem: { code: fault, values } };
}

function ratioCell(text: string): string | undefined {
  return readRatio(text) === undefined ? undefined : text;
}

function countCell(text: string): string | undefined {
  const count = readCount(text.replaceAll(",", ""));
  return count === undefined ? undefined : countText(count);
}

function priceCell(text: string): string | undefined {
  const price = readPrice(text.replaceAll(",", ""));
  return price === undefined ? undefined : priceText(price);
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
