import type { ProblemCode } from "../text/problems.js";
import type { PersonCells } from "./cells.js";
import {
  excelRounded,
  fifteenDigits,
  fullWidth,
  hadFifteenDigits,
  withWrongDigit,
} from "./certificate.js";
import type { SamplePerson } from "./person.js";
import type { Random } from "./random.js";
import type { PersonKind } from "./rates.js";
import { rawByte, utf8AsRawBytes } from "./raw-bytes.js";

/** U+E863 is the private-use twin of 䶮 (standards.md 4.5): cp936 decodes FE9F so. */
const TWIN = { real: "䶮", privateUse: "\ue863" } as const;
const NOBODYS_CHARACTERS = ["\ue000", "\ue0a5", "\ue1b2"] as const;
const UNKNOWN_CODES = [
  ["gend", "3"],
  ["naty", "穿青人"],
] as const;
const MISSING_WORDS = ["", "", "无", "不详"] as const;

/** A person whose name the kind needs to hold a certain character, with that character. */
export function suitedTo(kind: PersonKind | undefined, person: SamplePerson): SamplePerson {
  if (kind !== "name-twin") return person;
  return { ...person, psnName: withLast(person.psnName, TWIN.real) };
}

/** Spoils a person's cells in the way of one kind; kinds that only add rows change no cell. */
export function spoil(
  cells: PersonCells,
  kind: PersonKind | undefined,
  head: SamplePerson,
  random: Random,
): void {
  if (kind === undefined) return;
  if (kind.startsWith("id-")) spoilCertno(cells, kind, head, random);
  else if (kind.startsWith("name-")) spoilName(cells, kind, random);
  else spoilSpelling(cells, kind, random);
}

/**
 * Another spelling that means the same, as two registers of one person have them; returns what the
 * intake reports of it.
 */
export function respell(cells: PersonCells, random: Random): readonly ProblemCode[] {
  const { certno, psnName } = cells;
  switch (random.below(8)) {
    case 0:
      if (!hadFifteenDigits(certno)) break;
      cells.certno = fifteenDigits(certno);
      return ["certno-upgraded"];
    case 1:
      cells.certno = certno.toLowerCase();
      break;
    case 2:
      cells.certno = `${certno.slice(0, 6)} ${certno.slice(6, 14)} ${certno.slice(14)}`;
      break;
    case 3:
      cells.certno = fullWidth(certno);
      break;
    case 4:
      cells.psnName = psnName.replace("·", "•");
      break;
    default: // most are spelled alike
  }
  return [];
}

function spoilCertno(
  cells: PersonCells,
  kind: PersonKind,
  head: SamplePerson,
  random: Random,
): void {
  if (kind === "id-missing") cells.certno = random.pick(MISSING_WORDS);
  if (kind === "id-digit-wrong") cells.certno = withWrongDigit(cells.certno, random);
  if (kind === "id-of-head") cells.certno = head.certno;
  if (kind === "id-15") cells.certno = fifteenDigits(cells.certno);
  if (kind === "id-excel-rounded") cells.certno = excelRounded(cells.certno, random);
}

function spoilName(cells: PersonCells, kind: PersonKind, random: Random): void {
  const name = cells.psnName;
  if (kind === "name-twin") cells.psnName = name.replace(TWIN.real, TWIN.privateUse);
  if (kind === "name-private-use") cells.psnName = withLast(name, random.pick(NOBODYS_CHARACTERS));
  if (kind === "name-replaced") cells.psnName = withLast(name, "锟斤拷");
  if (kind === "name-utf8") cells.psnName = utf8AsRawBytes(name);
  // A column of so many bytes ends after the first byte of the last character.
  if (kind === "name-cut") cells.psnName = withLast(name, halfOne(random));
  if (kind === "name-question-mark") cells.psnName = withLast(name, "?");
}

function spoilSpelling(cells: PersonCells, kind: PersonKind, random: Random): void {
  if (kind === "full-width") {
    if (random.percent(50)) cells.certno = fullWidth(cells.certno);
    else cells.psnName = [...cells.psnName].join("\u3000");
  }
  if (kind === "date-style") {
    const style = random.pick([".", "/", ""]);
    cells.brdy = cells.brdy.replaceAll("-", style);
    cells.joined = cells.joined.replaceAll("-", style);
  }
  if (kind === "code-unknown") {
    const [field, code] = random.pick(UNKNOWN_CODES);
    cells[field] = code;
  }
  if (kind === "not-enrolled") cells.isActive = false;
  // The first half of a character and the `|` after it are a character of their own.
  if (kind === "delimiter-swallowed") cells.psnName = withLast(cells.psnName, halfOne(random));
}

/** The first byte of any of the common characters (GB 2312, level 1). */
function halfOne(random: Random): string {
  return rawByte(random.between(0xb0, 0xd7));
}

function withLast(name: string, last: string): string {
  return [...name].slice(0, -1).join("") + last;
}
