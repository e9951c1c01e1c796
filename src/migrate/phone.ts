import type { ProblemCode } from "../text/problems.js";
import { readText } from "./plain-text.js";

/** A telephone number in plain digits, and what was remarkable about the cell. */
export interface JudgedPhone {
  readonly tel: string;
  readonly code?: ProblemCode;
}

const MOBILE = /^1[3-9]\d{9}$/;
/** A landline with its area code or without, and an extension behind a hyphen. */
const LANDLINE = /^(0\d{2,3})?[2-8]\d{6,7}(-\d{1,6})?$/;
const NOTHING = /^[0\-—/]*$/;
const SEPARATOR = /[,;、/|，；]|\s+(?=0?1[3-9]\d{9}|0\d{2,3}-?\d{7})/;

/**
 * The telephone number of a cell: the first mobile number in it, else the first landline, in digits
 * (an extension behind a hyphen). Problems, both findings: `phone-several` when others were left
 * out, `phone-unusable` when none can be dialled. `0` and 无 mean that there is none.
 */
export function judgePhone(raw: string): JudgedPhone {
  const text = readText(raw);
  if (NOTHING.test(text)) return { tel: "" };
  const found = text
    .split(SEPARATOR)
    .map(plainNumber)
    .filter((one) => one !== "");
  const mobiles = found.filter((one) => MOBILE.test(one) && !isFiller(one));
  const landlines = found.filter((one) => LANDLINE.test(one) && !isFiller(one));
  const [tel, ...others] = [...new Set([...mobiles, ...landlines])];
  if (tel === undefined) return { tel: "", code: "phone-unusable" };
  return others.length > 0 ? { tel, code: "phone-several" } : { tel };
}

/** Digits without the country's code, spaces and brackets; the hyphen of an extension stays. */
function plainNumber(text: string): string {
  const digits = text
    .replace(/[\s()]/g, "")
    .replace(/(转|分机|ext\.?)/i, "-")
    .replace(/^(?:\+?86|0086)-?(?=1[3-9]\d{9}$|0\d{9,})/, "")
    .replace(/^0(?=1[3-9]\d{9}$)/, "");
  const isMobile = MOBILE.test(digits.replaceAll("-", ""));
  if (isMobile) return digits.replaceAll("-", "");
  return digits.replace(/^(0\d{2,3})-/, "$1").replace(/^([2-8]\d{2,3})-(\d{4})$/, "$1$2");
}

/** 11111111111, 13800000000 and 12345678: what is typed where a number has to stand. */
function isFiller(number: string): boolean {
  return /^(\d)\1+$|^1\d\d0{8}$/.test(number) || "01234567890123456789".includes(number);
}
