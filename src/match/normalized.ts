import { readCertno } from "../domain/certno.js";
import type { FieldKind } from "./level.js";

/** What people write where they have nothing to write. */
const NOTHING = /^(无|空|不详|未知|暂无|NULL|null|N\/A|n\/a|[-\s?]*)$/;

/**
 * A value as it is compared, by the kind of its field; empty where it says nothing. Only spelling
 * is evened out (width, spaces, case, the dot of a name, 15 digits to 18, the order of a date):
 * what a value might have been meant to be is a question of levels.
 */
export function normalized(raw: string, kind: FieldKind): string {
  const text = PLAIN.test(raw) ? raw : raw.normalize("NFKC").trim();
  if (NOTHING.test(text)) return "";
  return READERS[kind](text);
}

/** What no normalising changes: nearly all cells. */
const PLAIN = /^[!-~\u4e00-\u9fa5]*$/;

const READERS: Readonly<Record<FieldKind, (text: string) => string>> = {
  text: (text) => text.replace(/\s+/g, " ").toLowerCase(),
  code: (text) => text.replace(/\s+/g, "").toUpperCase(),
  day: dayDigits,
  name: (text) => text.replace(/\s+/g, "").replace(DOTS, "·"),
  certno: certnoText,
  sex: sexCode,
  phone: phoneDigits,
};

/** The signs that stand for the dot in the name of a minority. */
const DOTS = /[·•‧・∙⋅.]/gu;

/** `1990-1-2`, `1990.01.02`, `1990年1月2日` and `19900102` are one day; what is none stays. */
function dayDigits(text: string): string {
  if (ISO.test(text)) return text.slice(0, 4) + text.slice(5, 7) + text.slice(8);
  const parts = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D.*)?$/.exec(text);
  if (parts === null) return text.replace(/\s+/g, "");
  const [, year = "", month = "", date = ""] = parts;
  return year + month.padStart(2, "0") + date.padStart(2, "0");
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A number that Excel rounded tells nobody apart: it counts as missing. */
function certnoText(text: string): string {
  const plain = text.replace(/[\s'`]+/g, "").toUpperCase();
  const { certno, status } = readCertno(plain);
  if (certno !== "") return certno;
  return status === "missing" || status === "excelRounded" ? "" : plain;
}

/** 男 and 女 in the codes of GB/T 2261.1; all others say that it is not known. */
function sexCode(text: string): string {
  if (/^(1|男|男性|M|m|male)$/.test(text)) return "1";
  return /^(2|女|女性|F|f|female)$/.test(text) ? "2" : "";
}

/** The digits without the country; a number of one digit again and again is none. */
function phoneDigits(text: string): string {
  const digits = text.replace(/\D+/g, "").replace(/^(86|0086)(?=1\d{10}$)/, "");
  return digits.length < 7 || /^(\d)\1+$/.test(digits) ? "" : digits;
}
