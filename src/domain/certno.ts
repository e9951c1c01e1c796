import { type Day, dayOf } from "./period.js";

/** What could be made of a certificate number (GB 11643-1999; never guessed, only judged). */
export type CertnoStatus =
  | "valid"
  | "upgraded" // 15 digits, completed by the rule of GB 11643 to 18
  | "missing"
  | "badCheckDigit"
  | "badDate"
  | "excelRounded" // 1.52301E+17, or the zeros that Excel leaves after fifteen digits
  | "notAnId";

export interface ReadCertno {
  /** The 18-character number when it is valid or upgraded, else empty. */
  readonly certno: string;
  readonly status: CertnoStatus;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
const MISSING = /^(|无|空|不详|暂无|-|0+|NULL|null)$/;

/**
 * Judges a certificate number as it stands in a source, after spaces and full width are gone.
 * A 15-digit number is completed with "19" and its check digit; sequence 996–999 was kept for
 * people born in the 1800s, so those are not completed but reported as `badDate`.
 */
export function readCertno(raw: string): ReadCertno {
  const text = raw.toUpperCase();
  if (MISSING.test(text)) return judged("missing");
  if (/^\d(\.\d+)?E\+1\d$/.test(text)) return judged("excelRounded");
  if (/^\d{15}$/.test(text)) return upgraded(text);
  if (!/^\d{17}[\dX]$/.test(text)) return judged("notAnId");
  if (checkDigit(text) === text[17]) {
    return birthOf(text) === undefined ? judged("badDate") : { certno: text, status: "valid" };
  }
  return judged(text.endsWith("000") ? "excelRounded" : "badCheckDigit");
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

function upgraded(fifteen: string): ReadCertno {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  if (fifteen >= `${fifteen.slice(0, 12)}996` || birthOf(first17) === undefined) {
    return judged("badDate");
  }
  return { certno: first17 + checkDigit(first17), status: "upgraded" };
}

function judged(status: CertnoStatus): ReadCertno {
  return { certno: "", status };
}
