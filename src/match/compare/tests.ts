import { readCertno } from "../../domain/certno.js";
import type { Hanzi } from "../hanzi.js";
import type { Level } from "../level.js";
import { BORROWED } from "../normalized.js";
import { isLunarTwin, isSwappedDay, isYearOff, numbersOf } from "./day.js";
import { Letters } from "./letters.js";
import type { DayNumbers } from "./lunar.js";
import {
  type Characters,
  isOneDifferent,
  isOneMissing,
  isSameSurname,
  isVariant,
  lookAlike,
  Names,
  soundAlike,
} from "./name.js";
import { isOneSlip, isWithinEdits, jaroWinkler } from "./text.js";

/** Whether two different values, by their codes, agree on one level. */
export type Test = (left: number, right: number) => boolean;

/** What a test may look at: the values of a column by their code, taken apart at most once. */
export interface Known {
  readonly values: readonly string[];
  readonly hanzi: Hanzi;
  readonly names: Names;
  readonly letters: () => Letters;
  readonly days: () => readonly (DayNumbers | undefined)[];
  /** 1 for a certificate number of 18 digits whose check digit fits. */
  readonly sound: () => Uint8Array;
}

export function knownOf(values: readonly string[], hanzi: Hanzi): Known {
  return {
    values,
    hanzi,
    names: new Names(values, hanzi),
    letters: once(() => new Letters(values)),
    days: once(() => values.map(numbersOf)),
    sound: once(() => Uint8Array.from(values, isSound)),
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isSound(certno: string): number {
  return readCertno(certno).status === "valid" ? 1 : 0;
}

type NameLevel = "variant" | "sound" | "look" | "one-missing" | "one-differs" | "surname";

/** The test of a level over the values of one column. Every test is symmetrical. */
export function testOf({ test, limit }: Level, known: Known): Test {
  switch (test) {
    case "equal":
      return (left, right) => left === right;
    case "similar":
      return ofSimilar(known, limit);
    case "edits":
      return ofEdits(known, limit);
    case "prefix":
      return ofTexts(known, (left, right) => isSameStart(left, right, limit));
    case "borrowed":
      return ofTexts(known, isBorrowed);
    case "one-digit":
    case "both-sound":
      return ofCertnos(known, test);
    case "swapped":
    case "lunar":
    case "year-off":
    case "same-year":
      return ofDays(known, test, limit);
    case "variant":
    case "sound":
    case "look":
    case "one-missing":
    case "one-differs":
    case "surname":
      return ofNames(known, test);
  }
}

function ofSimilar({ values, letters: known }: Known, limit: number): Test {
  const letters = known();
  return (left, right) =>
    letters.mostAlike(left, right) >= limit &&
    jaroWinkler(values[left] ?? "", values[right] ?? "") >= limit;
}

function ofEdits({ values, letters: known }: Known, limit: number): Test {
  const letters = known();
  return (left, right) =>
    letters.leastEdits(left, right) <= limit &&
    isWithinEdits(values[left] ?? "", values[right] ?? "", limit);
}

function ofTexts({ values }: Known, test: (left: string, right: string) => boolean): Test {
  return (left, right) => test(values[left] ?? "", values[right] ?? "");
}

/** The same number, but one of the two rows has another birth date than the number says. */
function isBorrowed(left: string, right: string): boolean {
  return left === right + BORROWED || right === left + BORROWED;
}

function isSameStart(left: string, right: string, length: number): boolean {
  return left.length >= length && left.slice(0, length) === right.slice(0, length);
}

/**
 * One digit wrong or two neighbours swapped. The check digit finds every such slip, so two sound
 * numbers are never one another's slip: they are the numbers of two people.
 */
function ofCertnos({ values, sound }: Known, test: "one-digit" | "both-sound"): Test {
  const isSound = sound();
  if (test === "both-sound") return (left, right) => isSound[left] === 1 && isSound[right] === 1;
  return (left, right) =>
    (isSound[left] === 0 || isSound[right] === 0) &&
    isOneSlip(values[left] ?? "", values[right] ?? "");
}

function ofDays({ days: known }: Known, test: Level["test"], limit: number): Test {
  const days = known();
  return (one, other) => {
    const [left, right] = [days[one], days[other]];
    if (left === undefined || right === undefined) return false;
    if (test === "swapped") return isSwappedDay(left, right);
    if (test === "lunar") return isLunarTwin(left, right);
    return test === "same-year" ? left.year === right.year : isYearOff(left, right, limit);
  };
}

type NameTest = (left: Characters, right: Characters, hanzi: Hanzi) => boolean;

const NAME_TESTS: Readonly<Record<NameLevel, NameTest>> = {
  variant: isVariant,
  sound: soundAlike,
  look: lookAlike,
  "one-missing": isOneMissing,
  "one-differs": isOneDifferent,
  surname: isSameSurname,
};

function ofNames({ names, hanzi }: Known, name: NameLevel): Test {
  const test = NAME_TESTS[name];
  return (left, right) => test(names.take(left), names.take(right), hanzi);
}
