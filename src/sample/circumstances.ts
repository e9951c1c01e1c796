import { hadFifteenDigits } from "./certificate.js";
import { homophoneName } from "./names.js";
import type { SamplePerson } from "./person.js";
import { type PersonKind, personKinds } from "./rates.js";
import { survivesAsGbk } from "./raw-bytes.js";

/** How a list of persons is cut into fields: `|` takes part in Chinese characters. */
export type Cut = "comma" | "tab" | "pipe";

/** What a kind of dirt needs around a person. */
export interface Circumstances {
  readonly cut: Cut;
  readonly head: SamplePerson;
  /** What is wrong with the head's own row. */
  readonly headKind: PersonKind | undefined;
}

/** Whether a kind of dirt can befall a person in their circumstances, and be told from others. */
export function canBefall(kind: PersonKind, person: SamplePerson, around: Circumstances): boolean {
  switch (kind) {
    case "id-15":
      return hadFifteenDigits(person.certno);
    case "id-of-head":
      return isChildOf(person, around);
    case "name-variant":
      return homophoneName(person.psnName) !== undefined;
    case "name-utf8":
      return survivesAsGbk(person.psnName);
    case "name-cut":
      return around.cut !== "pipe" && isPlain(person.psnName);
    case "delimiter-swallowed":
      return around.cut === "pipe" && isPlain(person.psnName) && !holdsPipe(person.psnName);
    case "name-twin":
    case "name-private-use":
    case "name-replaced":
    case "name-question-mark":
      return isPlain(person.psnName);
    default:
      return true;
  }
}

/**
 * A child whose head's number stands in the same list, as it is: only then can anyone tell whose
 * number the child has.
 */
function isChildOf(person: SamplePerson, { cut, head, headKind }: Circumstances): boolean {
  const isChild = person.relation === "子" || person.relation === "女";
  // The register of urban residents knows no households.
  return isChild && cut !== "tab" && person.brdy !== head.brdy && hasOwnNumber(headKind);
}

function hasOwnNumber(headKind: PersonKind | undefined): boolean {
  if (headKind === undefined) return true;
  const isLost = ["id-missing", "id-digit-wrong", "id-excel-rounded"].includes(headKind);
  return personKinds[headKind].expected === "" && !isLost;
}

function isPlain(name: string): boolean {
  return [...name].length >= 2 && !name.includes("·");
}

/**
 * Characters of the sample's names whose second byte is `|`: beside one of them nobody can say
 * which delimiter was swallowed.
 */
const PIPE_INSIDE = /[珅瑋弢東億質]/;

function holdsPipe(name: string): boolean {
  return PIPE_INSIDE.test(name);
}
