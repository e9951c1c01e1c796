import { type Day, dayOf } from "./period.js";

/** What could be made of a certificate number (GB 11643-1999; never guessed, only judged). */
export type CertnoStatus =
  | "valid"
  | "upgraded" // 15 digits, completed by the rule of GB 11643 to 18
  | "missing"
  | "badCheckDigit"
  | "badDate" // of a day that never was, before anybody living, or still to come
  | "badDivision" // sound otherwise, but of no province
  | "excelRounded" // 1.52301E+17, or the zeros that Excel leaves after fifteen digits
  | "suffixed" // a parent's number with a mark behind it, as a child's
  | "notAnId";

export interface ReadCertno {
  /** The 18-character number when it is valid or upgraded, else empty. */
  readonly certno: string;
  readonly status: CertnoStatus;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
const MISSING = /^(|无|空|没有|不详|未知|暂无|待补|[-—/*]+|0+|NULL|\(NULL\)|N\/A)$/;
/** A number that became a floating one: in scientific notation, or with a point behind it. */
const FLOATING = /^\d(\.\d+)?E\+?1\d$|^\d{16,18}\.0*$/;
const NUMBER = /^\d{17}[\dX]$/;

/** Nobody who was born earlier is insured today. */
export const EARLIEST_BIRTH = "1880-01-01";

/**
 * Judges a certificate number as it stands in a source, after spaces and full width are gone.
 * A 15-digit number is completed with "19" and its check digit; sequence 996–999 was kept for
 * people born in the 1800s, so those are not completed but reported as `badDate`. So is a birth
 * after `latest`. A wrong check digit is told first: with it nothing else in the number is sure.
 */
export function readCertno(raw: string, latest?: Day): ReadCertno {
  const text = raw.toUpperCase();
  if (MISSING.test(text)) return judged("missing");
  if (FLOATING.test(text)) return judged("excelRounded");
  const digits = text.replace(/\.0*$/, "");
  if (/^\d{15}$/.test(digits)) return upgraded(digits, latest);
  if (isSuffixed(text)) return judged("suffixed");
  if (!NUMBER.test(text)) return judged("notAnId");
  if (checkDigit(text) !== text[17]) {
    return judged(text.endsWith("000") ? "excelRounded" : "badCheckDigit");
  }
  return soundness(text, latest, "valid");
}

/** The check digit of the first 17 digits (ISO 7064, MOD 11-2). */
export function checkDigit(first17: string): string {
  let total = 0;
  for (let place = 0; place < 17; place++) total += Number(first17[place]) * (WEIGHTS[place] ?? 0);
  return CHECKS[total % 11] ?? "";
}

/** The birth day inside an 18-character number, or undefined when the calendar has none such. */
export function birthOf(certno: string): Day | undefined {
  return dayOf(
    Number(certno.slice(6, 10)),
    Number(certno.slice(10, 12)),
    Number(certno.slice(12, 14)),
  );
}

/** The sex inside an 18-character number, in the codes of GB/T 2261.1: "1" male, "2" female. */
export function gendOf(certno: string): "1" | "2" {
  return Number(certno[16]) % 2 === 1 ? "1" : "2";
}

function upgraded(fifteen: string, latest: Day | undefined): ReadCertno {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  if (fifteen >= `${fifteen.slice(0, 12)}996`) return judged("badDate");
  return soundness(first17 + checkDigit(first17), latest, "upgraded");
}

/** Whether a number of 18 characters is of a day that can be, and of a province that is. */
function soundness(
  certno: string,
  latest: Day | undefined,
  status: "valid" | "upgraded",
): ReadCertno {
  const birth = birthOf(certno);
  if (birth === undefined || birth < EARLIEST_BIRTH) return judged("badDate");
  if (latest !== undefined && birth > latest) return judged("badDate");
  return isOfProvince(certno) ? { certno, status } : judged("badDivision");
}

/**
 * The provinces of GB/T 2260, Taiwan, and 81 to 83: residents of Hong Kong, Macao and Taiwan.
 */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * Whether the first digits of a number are of a province. A foreigner's number (since 2023) begins
 * with 9, and the province stands behind it.
 */
export function isOfProvince(certno: string): boolean {
  return PROVINCES.test(certno.startsWith("9") ? certno.slice(1) : certno);
}

const MARK = /^[-_/(]?(?:[A-Z]|[1-9]|\d{2}|[子女孙])\)?$/;

/**
 * A valid number with something behind it. Of 17 digits two can be such a mark; but when the first
 * eight after the division are a day, one digit of 18 was lost, and that is another matter.
 */
function isSuffixed(text: string): boolean {
  const [long, short] = [text.slice(0, 18), text.slice(0, 15)];
  if (NUMBER.test(long) && text.length > 18) {
    return checkDigit(long) === long[17] && MARK.test(text.slice(18));
  }
  if (text.length < 16 || text.length > 17 || !/^\d{15}/.test(short)) return false;
  const isDayOf18 = /^\d{17}$/.test(text) && birthOf(text) !== undefined;
  const isShort = birthOf(`${short.slice(0, 6)}19${short.slice(6)}`) !== undefined;
  return !isDayOf18 && isShort && MARK.test(text.slice(15));
}

function judged(status: CertnoStatus): ReadCertno {
  return { certno: "", status };
}
