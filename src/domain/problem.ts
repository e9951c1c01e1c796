import { type Effect, type ProblemCode, problemTexts } from "../text/problems.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import { rowText } from "./row-number.js";

/** Where something was found: a file, and in it a line or a key. */
export interface Place {
  readonly file: string;
  /** A line, or the row number of one of its records. */
  readonly line?: number;
  /** Column header, field or key, as the reader of the file sees it. */
  readonly field?: string;
}

/** Something wrong with the data. A value, collected, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly values: Values;
}

export function problem(code: ProblemCode, place: Place, values: Values = {}): Problem {
  return { code, place, values };
}

/** What the problem does to the row, claim or file in which it was found. */
export function effectOf(code: ProblemCode): Effect {
  return problemTexts[code].effect;
}

/** Whether any of these keeps its row from going on. */
export function setsAside(problems: readonly Problem[]): boolean {
  return problems.some((one) => effectOf(one.code) === "setAside");
}

/** The problem in words, with its place: `claims.csv:12 [姓名] …`. */
export function tellProblem(one: Problem, lang: Lang): string {
  return `${tellPlace(one.place)} ${tell(problemTexts[one.code], lang, one.values)}`;
}

/** The same where its row is known: only the field stands before the words. */
export function tellReason({ code, place, values }: Problem, lang: Lang): string {
  const field = place.field === undefined ? "" : `[${place.field}] `;
  return field + tell(problemTexts[code], lang, values);
}

function tellPlace(place: Place): string {
  const line = place.line === undefined ? "" : `:${rowText(place.line)}`;
  return `${place.file}${line}${place.field === undefined ? "" : ` [${place.field}]`}`;
}
