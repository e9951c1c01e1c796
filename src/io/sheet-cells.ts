import { type CellObject, SSF } from "@e965/xlsx";

/** What a cell holds, as text. */
export interface CellValue {
  readonly text: string;
  /** The formula or the error in it, if there is one. */
  readonly formula?: string;
  readonly error?: string;
}

/**
 * A cell as the text that a table has there. Text stays as it stands, leading zeros and all.
 * Numbers become plain decimals with the fifteen digits that Excel keeps; a whole number of more
 * digits has lost the last ones and is written `1.59921199001011E+17`, so that nobody takes it for
 * a sound one. A number that is shown as a day or a time becomes ISO text (1900 or 1904 system),
 * one that is shown with leading zeros (`0000`) gets them. Truth values are `1` and `0`.
 */
export function cellValue(cell: CellObject, is1904: boolean): CellValue {
  const text = textOf(cell, is1904);
  const formula = cell.f ?? cell.F;
  return {
    text,
    ...(formula === undefined ? {} : { formula: `=${formula}` }),
    ...(cell.t === "e" ? { error: text } : {}),
  };
}

function textOf({ t, v, z }: CellObject, is1904: boolean): string {
  if (v === undefined || v === null || t === "z") return "";
  if (t === "e") return ERRORS.get(Number(v)) ?? "#ERR!";
  if (typeof v === "boolean") return v ? "1" : "0";
  if (typeof v === "number") return numberText(v, String(z ?? ""), is1904);
  return v instanceof Date ? v.toISOString().slice(0, 19) : v;
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

function numberText(value: number, shown: string, is1904: boolean): string {
  if (!Number.isFinite(value)) return "#NUM!";
  if (shown !== "" && SSF.is_date(shown)) {
    const moment = momentText(value, is1904);
    if (moment !== undefined) return moment;
  }
  const text = decimalText(value);
  const isPadded = /^0{2,}$/.test(shown) && /^\d+$/.test(text);
  return isPadded ? text.padStart(shown.length, "0") : text;
}

/** Excel counts 1900 as a leap year; its 29 February is told as it stands, and judged later. */
function momentText(value: number, is1904: boolean): string | undefined {
  const parts = SSF.parse_date_code(value, { date1904: is1904 });
  if (parts === null || parts === undefined) return undefined;
  const { y, m, d, H, M, S } = parts;
  const time = [H, M, S].map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
  if (value < 1 && !is1904) return time;
  const day = `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}`;
  return time === "00:00:00" ? day : `${day}T${time}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** How many digits Excel keeps. */
const DIGITS = 15;

/** A number without the noise of binary fractions; with an exponent only where digits are lost. */
function decimalText(value: number): string {
  const [mantissa = "", power = "0"] = value.toExponential(DIGITS - 1).split("e");
  const exponent = Number(power);
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "").replace(/0+$/, "");
  if (digits === "") return "0";
  if (exponent >= DIGITS) {
    const rest = digits.slice(1);
    return `${sign}${digits[0]}${rest === "" ? "" : `.${rest}`}E+${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
