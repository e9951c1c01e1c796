import { isOfProvince } from "../domain/certno.js";
import { type Problem, problem } from "../domain/problem.js";
import { readText } from "./plain-text.js";

/** One division (GB/T 2260) with the time in which its code was in use. */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The year in which the code was abolished; empty while it is in use. */
  readonly to: string;
  /** The code that took its place; empty where there is none, or more than one. */
  readonly successor: string;
}

/** Divisions by their code (`mappings/codes/gb/divisions.csv`). */
export type Divisions = ReadonlyMap<string, Division>;

const COLUMNS = ["code", "name", "from", "to", "successor", "note"] as const;

/** The list of divisions from the rows of its file, the header first; what is wrong, by line. */
export function readDivisions(
  file: string,
  rows: readonly (readonly string[])[],
): { readonly divisions: Divisions; readonly problems: readonly Problem[] } {
  const [header = [], ...lines] = rows;
  const divisions = new Map<string, Division>();
  if (COLUMNS.some((column, index) => header[index] !== column)) {
    const values = { found: header.join(","), expected: COLUMNS.join(",") };
    return { divisions, problems: [problem("value-unfit", { file, line: 1 }, values)] };
  }
  const problems = lines.flatMap((row, index) => {
    const [code = "", name = "", , to = "", successor = ""] = row;
    const isSound = /^\d{6}$/.test(code) && !divisions.has(code) && isYear(to);
    divisions.set(code, { code, name, to, successor });
    const place = { file, line: index + 2 };
    return isSound
      ? []
      : [problem("value-unfit", place, { found: code, expected: "150502,…,2016" })];
  });
  return { divisions, problems };
}

function isYear(text: string): boolean {
  return text === "" || /^\d{4}$/.test(text);
}

/** A division in today's code, and what was done for it; no code when it cannot be told. */
export interface JudgedDivision {
  readonly code: string;
  readonly fault?: "division-abolished" | "division-unknown";
  /** The division that was abolished. */
  readonly was?: Division;
}

/**
 * Judges a division code. Of a township or a village (9 or 12 digits) the county counts. An
 * abolished code becomes its successor. A code that the list does not have is taken as it is when
 * its province is one, because the list holds only some cities, and because agencies have codes
 * that are no divisions (…99 is the city's own agency).
 */
export function judgeDivision(raw: string, divisions: Divisions): JudgedDivision {
  const text = readText(raw);
  const county = /^\d{6}(\d{3}){0,2}$/.test(text) ? text.slice(0, 6) : "";
  if (county === "" || county.startsWith("9") || !isOfProvince(county)) {
    return { code: "", fault: "division-unknown" };
  }
  const was = divisions.get(county);
  if (was === undefined || was.to === "") return { code: county };
  if (was.successor === "") return { code: "", fault: "division-unknown", was };
  return { code: was.successor, fault: "division-abolished", was };
}
