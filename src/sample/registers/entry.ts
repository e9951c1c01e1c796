import { withWrongDigit } from "../certificate.js";
import { homophoneName } from "../names.js";
import type { Random } from "../random.js";
import type { DirtPlan, RegisterDirt } from "./dirt.js";
import type { Neighbour } from "./neighbours.js";

/** The cells of a row, by what they are. */
export interface Entry {
  certno: string;
  name: string;
  birth: string;
  sex: string;
  household: string;
  head: string;
  phone: string;
  village: string;
}

/** What a clerk writes down of somebody; who has moved in between stands in another household. */
export function entryOf(
  person: Neighbour,
  isMoved: boolean,
  plan: DirtPlan,
  random: Random,
): { readonly entry: Entry; readonly dirt: readonly RegisterDirt[] } {
  const { certno, name, birth, sex, head, household, village } = person;
  const hasPhone = random.percent(isMoved ? 15 : 70);
  const entry: Entry = {
    certno,
    name,
    birth,
    sex: sex === "1" ? "男" : "女",
    household: isMoved ? `${household}9` : household,
    head: head === undefined || isMoved ? name : head.name,
    phone: hasPhone ? person.phone : "",
    village: isMoved && random.percent(50) ? "" : village,
  };
  const dirt: RegisterDirt[] = [];
  for (const [kind, spoil] of Object.entries(SPOILING) as [Spoiling, Spoil][]) {
    if (!plan.befalls(kind, spoil.fits(person, entry))) continue;
    spoil.write(entry, person, random);
    dirt.push(kind);
  }
  return { entry, dirt };
}

type Spoiling = Exclude<RegisterDirt, "cross-scheme" | "same-scheme" | "twin" | "namesake">;

interface Spoil {
  readonly fits: (person: Neighbour, entry: Entry) => boolean;
  readonly write: (entry: Entry, person: Neighbour, random: Random) => void;
}

/** In this order: a number that is missing has no wrong digit. */
const SPOILING: Readonly<Record<Spoiling, Spoil>> = {
  "id-missing": {
    fits: () => true,
    write: (entry) => {
      entry.certno = "";
    },
  },
  "id-of-head": {
    fits: ({ isChild, head }, { certno }) => isChild && head !== undefined && certno !== "",
    write: (entry, { head }) => {
      entry.certno = head?.certno ?? "";
    },
  },
  "id-digit-wrong": {
    fits: ({ certno: own }, { certno }) => certno === own,
    write: (entry, _, random) => {
      entry.certno = random.percent(75)
        ? withWrongDigit(entry.certno, random)
        : withSwappedDigits(entry.certno, random);
    },
  },
  "name-variant": {
    fits: ({ name }) => [...name].length > 1,
    write: (entry, { name }, random) => {
      entry.name = variantOf(name, random);
    },
  },
  "birth-off": {
    fits: () => true,
    write: (entry, { birth }, random) => {
      entry.birth = offBirth(birth, random);
    },
  },
  "sex-wrong": {
    fits: () => true,
    write: (entry) => {
      entry.sex = entry.sex === "男" ? "女" : "男";
    },
  },
};

/** Two neighbours among the digits of the birth date and sequence changed places. */
function withSwappedDigits(certno: string, random: Random): string {
  for (let round = 0; round < 20; round++) {
    const at = random.between(6, 15);
    const [one = "", other = ""] = [certno[at], certno[at + 1]];
    if (one !== other) return certno.slice(0, at) + other + one + certno.slice(at + 2);
  }
  return withWrongDigit(certno, random);
}

/** A homophone, or the dot left out, or a character missing, or another one in its place. */
function variantOf(name: string, random: Random): string {
  if (name.includes("·")) return name.replace("·", random.percent(70) ? "" : "•");
  const homophone = homophoneName(name);
  if (homophone !== undefined && random.percent(75)) return homophone;
  const characters = [...name];
  const at = random.between(1, characters.length - 1);
  if (characters.length > 2 && random.percent(50)) characters.splice(at, 1);
  else characters[at] = random.pick(OTHERS.filter((one) => one !== characters[at]));
  return characters.join("");
}

const OTHERS = [..."伟芳强丽军红明英华平"];

/** A year off, day and month swapped, or a day off. */
function offBirth(birth: string, random: Random): string {
  const [year = "", month = "", date = ""] = birth.split("-");
  if (random.percent(35)) return `${Number(year) + (random.percent(50) ? 1 : -1)}-${month}-${date}`;
  const isSwappable = Number(date) <= 12 && date !== month;
  if (isSwappable && random.percent(60)) return `${year}-${date}-${month}`;
  const day = Number(date) >= 28 ? Number(date) - 1 : Number(date) + 1;
  return `${year}-${month}-${String(day).padStart(2, "0")}`;
}
