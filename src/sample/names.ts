import {
  givenCharacters,
  homophoneOf,
  mongolianNames,
  rareCharacters,
  uyghurNames,
} from "./given-names.js";
import type { Random } from "./random.js";
import { surnames } from "./surnames.js";

export type Sex = "1" | "2";

/** How the names of a household are made. */
export interface NameStyle {
  /** 民族 in GB/T 3304: 02 蒙古 and 05 维吾尔 have names of their own. */
  readonly naty: string;
  /** The surname that children and the father's parents share; unused in the other styles. */
  readonly surname: string;
}

/** The style of a new household. */
export function nameStyle(random: Random, naty: string): NameStyle {
  return { naty, surname: surnames.pick(random) };
}

/** A full name. `surname` is given for those who share the household's; others have their own. */
export function fullName(random: Random, gend: Sex, style: NameStyle, isBloodKin: boolean): string {
  if (style.naty === "05") {
    return `${random.pick(uyghurNames[gend])}·${random.pick(uyghurNames["1"])}`;
  }
  if (style.naty === "02" && random.percent(45)) return random.pick(mongolianNames[gend]);
  const surname = isBloodKin ? style.surname : surnames.pick(random);
  return surname + givenName(random, gend);
}

/** The name with a character that sounds alike in its last place; undefined when none is known. */
export function homophoneName(name: string): string | undefined {
  const characters = [...name];
  const last = homophoneOf(characters.at(-1) ?? "");
  if (last === undefined || characters.length < 2) return undefined;
  return characters.slice(0, -1).join("") + last;
}

function givenName(random: Random, gend: Sex): string {
  const first = givenCharacters[gend].pick(random);
  if (random.below(1000) < 12) return first + random.pick(rareCharacters);
  if (random.percent(16)) return first;
  return first + givenCharacters[gend].pick(random);
}
