import { certnoStates, isSoundCertno } from "../certno-state.js";
import type { Hanzi } from "../hanzi.js";
import type { Level } from "../level.js";
import type { Texts } from "../texts.js";
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

/** Values that have states are compared as code times this, plus the state. */
export const STATES = 4;

/** What a test may look at: the values of a column by their code, taken apart at most once. */
export interface Known {
  readonly values: Texts;
  readonly hanzi: Hanzi;
  readonly names: Names;
  readonly letters: () => Letters;
  readonly days: () => readonly (DayNumbers | undefined)[];
}

export function knownOf(values: Texts, hanzi: Hanzi): Known {
  return {
    values,
    hanzi,
    names: new Names(values, hanzi),
    letters: once(() => new Letters(values)),
    days: once(() => Array.from(values, numbersOf)),
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
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
      return ofPrefix(known, limit);
    case "borrowed":
      return () => false;
    case "one-digit":
      return ofSlips(known);
    case "both-own":
      return ofStates(({ own }) => [own]);
    case "both-sound":
      return ofStates(({ own, sound }) => [own, sound]);
    case "unlike":
      return ofUnlike(known);
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
    jaroWinkler(values.at(left), values.at(right)) >= limit;
}

function ofEdits({ values, letters: known }: Known, limit: number): Test {
  const letters = known();
  return (left, right) =>
    letters.leastEdits(left, right) <= limit &&
    isWithinEdits(values.at(left), values.at(right), limit);
}

function ofPrefix({ values }: Known, length: number): Test {
  return (left, right) => {
    const [one, other] = [values.at(left), values.at(right)];
    return one.length >= length && one.slice(0, length) === other.slice(0, length);
  };
}

/**
 * One digit wrong or two neighbours swapped. The check digit finds every such slip, so two numbers
 * whose check digits fit are never one another's slip: they are the numbers of two people.
 */
function ofSlips({ values }: Known): Test {
  return (left, right) => {
    if (isChecked(left % STATES) && isChecked(right % STATES)) return false;
    const one = values.at(Math.floor(left / STATES));
    const other = values.at(Math.floor(right / STATES));
    // What had 15 digits got a check digit that hides where the slip is.
    return isOneSlip(one, other) || isOneSlip(one.slice(0, 17), other.slice(0, 17));
  };
}

/** How far area and birth date reach in a number of 18 digits. */
const UP_TO_BIRTH = 14;

/**
 * Numbers of one area and birth date, at least one of which had 15 digits and so no check digit
 * that would show a slip: twins are numbered one after the other, and one wrong digit looks the
 * same. What else the rows say decides.
 */
export function isSilent({ values }: Known): Test {
  return (left, right) => {
    if (isChecked(left % STATES) && isChecked(right % STATES)) return false;
    const one = values.at(Math.floor(left / STATES));
    const other = values.at(Math.floor(right / STATES));
    if (one.slice(0, UP_TO_BIRTH) !== other.slice(0, UP_TO_BIRTH)) return false;
    return isSoundCertno(one) && isSoundCertno(other);
  };
}

/**
 * Numbers that no slip explains: neither is the number of another, and more is wrong than a digit
 * in each.
 */
function ofUnlike({ values }: Known): Test {
  return (left, right) => {
    if ([left, right].some((one) => one % STATES === certnoStates.borrowed)) return false;
    const one = values.at(Math.floor(left / STATES));
    const other = values.at(Math.floor(right / STATES));
    return !isWithinEdits(one.slice(0, 17), other.slice(0, 17), 2);
  };
}

function isChecked(state: number): boolean {
  return state === certnoStates.sound || state === certnoStates.own;
}

/** Whether both numbers, which differ, are to their rows one of these. */
function ofStates(pick: (states: typeof certnoStates) => readonly number[]): Test {
  const states = pick(certnoStates);
  return (left, right) => states.includes(left % STATES) && states.includes(right % STATES);
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
