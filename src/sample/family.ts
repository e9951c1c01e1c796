import type { Sex } from "./names.js";
import type { Relation } from "./person.js";
import { type Random, Weighted } from "./random.js";

/** A place in a household that is still to be filled, with the age at the end of the old year. */
export interface Seat {
  readonly relation: Relation;
  readonly gend: Sex;
  readonly age: number;
  /** Shares the household's surname. */
  readonly isBloodKin: boolean;
  /** Born on the same day as the one before. */
  readonly isTwin: boolean;
}

const LARGEST = 6;
const ageBands = new Weighted(
  [
    [22, 34],
    [35, 49],
    [50, 64],
    [65, 88],
  ] as const,
  [18, 34, 32, 16],
);

/** Draws who lives in a household of one to six: the head, and mostly spouse, children, parents. */
export function drawFamily(random: Random): readonly Seat[] {
  const [youngest, oldest] = ageBands.pick(random);
  const head = seat("户主", random.percent(80) ? "1" : "2", random.between(youngest, oldest));
  if (random.percent(head.age >= 65 ? 35 : 9)) return [head];
  const spouseAge = Math.max(20, head.age + random.between(-4, 4));
  const spouse: Seat = {
    ...seat("配偶", head.gend === "1" ? "2" : "1", spouseAge),
    isBloodKin: false,
  };
  const mother = head.gend === "2" ? head : spouse;
  const children = drawChildren(random, mother.age);
  const parents = random.percent(head.age < 60 ? 22 : 3) ? drawParents(random, head.age) : [];
  return [head, spouse, ...children, ...parents].slice(0, LARGEST);
}

function drawChildren(random: Random, motherAge: number): readonly Seat[] {
  const seats: Seat[] = [];
  let birthAge = random.between(20, 29);
  for (let wanted = random.between(0, 3); wanted > 0; wanted--) {
    const age = motherAge - birthAge;
    if (age < 0) break;
    birthAge += random.between(2, 5);
    if (age > 30) continue; // has a household of their own
    const gend = anySex(random);
    seats.push(seat(gend === "1" ? "子" : "女", gend, age));
    if (random.percent(3)) {
      const other = anySex(random);
      seats.push({ ...seat(other === "1" ? "子" : "女", other, age), isTwin: true });
    }
  }
  return seats;
}

function drawParents(random: Random, headAge: number): readonly Seat[] {
  const father = seat("父亲", "1", headAge + random.between(21, 34));
  const mother = { ...seat("母亲", "2", headAge + random.between(20, 30)), isBloodKin: false };
  return [father, mother].filter((parent) => parent.age <= 97 && random.percent(70));
}

function seat(relation: Relation, gend: Sex, age: number): Seat {
  return { relation, gend, age, isBloodKin: true, isTwin: false };
}

function anySex(random: Random): Sex {
  return random.percent(52) ? "1" : "2";
}
