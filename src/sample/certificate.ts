import assert from "node:assert";
import { checkDigit } from "../domain/certno.js";
import type { Day } from "../domain/period.js";
import type { Sex } from "./names.js";
import type { County } from "./places.js";
import { counties } from "./places.js";
import type { Random } from "./random.js";

const FIRST_YEAR = 1910;
const YEARS = 120;
const DAYS = YEARS * 372;
// 497 numbers a day and sex: 001 … 994. 996 and above were for people born in the 1800s.
const PER_DAY = 497;

/** Issues certificate numbers of the sample counties (GB 11643), each only once, in flat memory. */
export class CertificateOffice {
  private readonly issued = new Uint16Array(counties.length * 2 * DAYS);

  issue(county: County, brdy: Day, gend: Sex): string {
    const [year, month, date] = brdy.split("-").map(Number) as [number, number, number];
    const dayNo = (year - FIRST_YEAR) * 372 + (month - 1) * 31 + date - 1;
    const isMale = gend === "1";
    const counter = (counties.indexOf(county) * 2 + (isMale ? 0 : 1)) * DAYS + dayNo;
    const count = this.issued[counter] ?? PER_DAY;
    assert(count < PER_DAY, `no certificate number left for ${brdy}`);
    this.issued[counter] = count + 1;
    // 211 and 497 have no common factor, so the walk meets every number of the day once.
    const sequence = 2 * ((count * 211 + dayNo * 7) % PER_DAY) + (isMale ? 1 : 2);
    const serial = String(sequence).padStart(3, "0");
    const first17 = `${county.admdvs}${brdy.replaceAll("-", "")}${serial}`;
    return first17 + checkDigit(first17);
  }
}

/** The number as it was before 1999: no century, no check digit. */
export function fifteenDigits(certno: string): string {
  return certno.slice(0, 6) + certno.slice(8, 17);
}

/** Whether the number can stand with 15 digits: only people born in the 1900s had such. */
export function hadFifteenDigits(certno: string): boolean {
  return certno.slice(6, 8) === "19";
}

/** The number with one digit of birth date or sequence typed wrong; its check digit tells. */
export function withWrongDigit(certno: string, random: Random): string {
  for (;;) {
    const place = random.between(6, 16);
    const digit = (Number(certno[place]) + random.between(1, 9)) % 10;
    const wrong = `${certno.slice(0, place)}${digit}${certno.slice(place + 1)}`;
    if (!wrong.endsWith("000")) return wrong; // that would look rounded by Excel
  }
}

/** What Excel makes of the number when it takes it for one: `1.59921E+17`, or zeros at the end. */
export function excelRounded(certno: string, random: Random): string {
  const zeros = `${certno.slice(0, 15)}000`;
  const looksValid = checkDigit(zeros) === "0";
  if (looksValid || random.percent(50)) return `${certno[0]}.${certno.slice(1, 6)}E+17`;
  return zeros;
}

/** ASCII digits and letters as their full-width forms. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
