import { type Problem, problem } from "../domain/problem.js";
import { readText } from "./plain-text.js";

/**
 * Old code → national code, of one table of one source (`mappings/codes/<source>/<table>.csv`). An
 * empty national code says that the old code is known and deliberately means nothing.
 */
export type Crosswalk = ReadonlyMap<string, string>;

/** All crosswalks by their name, `ncms/gend`. */
export type Crosswalks = ReadonlyMap<string, Crosswalk>;

/** One line of a crosswalk, with what the old system calls the code. */
export interface CrosswalkEntry {
  readonly code: string;
  readonly meaning: string;
  readonly nationalCode: string;
}

/** A crosswalk as it was read: for looking up, for proposals, and what is wrong with it. */
export interface ReadCrosswalk {
  readonly crosswalk: Crosswalk;
  readonly entries: readonly CrosswalkEntry[];
  readonly problems: readonly Problem[];
}

export const CROSSWALK_COLUMNS = ["old_code", "old_meaning", "national_code", "note"] as const;

/** What stands for a national code until a person has filled it in. */
export const TO_FILL_IN = "?";

/**
 * Reads a crosswalk from the rows of its CSV file, the header first, and their lines. More columns
 * may stand behind the four, and the header may come again: so the list of missing codes that a
 * person completed can be put behind the file as it is. Problems, with their line: `value-unfit`
 * (another header, a line that is too short), `crosswalk-code-repeated`, `crosswalk-code-open`,
 * and `national-code-unknown` for a code that does not fit the field that the table fills.
 */
export function readCrosswalk(
  file: string,
  rows: readonly (readonly string[])[],
  about: { readonly lines?: readonly number[]; readonly fits?: RegExp | undefined } = {},
): ReadCrosswalk {
  const crosswalk = new Map<string, string>();
  const entries: CrosswalkEntry[] = [];
  const problems: Problem[] = [];
  const lineOf = (index: number): number => about.lines?.[index] ?? index + 1;
  const [header = []] = rows;
  if (!isHeader(header)) {
    const values = { found: header.join(","), expected: CROSSWALK_COLUMNS.join(",") };
    return { crosswalk, entries, problems: [problem("value-unfit", { file, line: 1 }, values)] };
  }
  const seenOn = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (isHeader(row)) continue;
    const place = { file, line: lineOf(index) };
    const [old = "", meaning = "", national = ""] = row;
    if (row.length < CROSSWALK_COLUMNS.length) {
      const values = { found: row.join(","), expected: CROSSWALK_COLUMNS.join(",") };
      problems.push(problem("value-unfit", place, values));
      continue;
    }
    const code = readText(old.replace(/^'(?=[=+\-@])/, ""));
    const nationalCode = national.trim();
    const before = seenOn.get(code);
    if (before !== undefined) {
      problems.push(problem("crosswalk-code-repeated", place, { found: code, other: before }));
    } else if (nationalCode === TO_FILL_IN) {
      problems.push(problem("crosswalk-code-open", place, { found: code }));
    } else if (nationalCode !== "" && about.fits?.test(nationalCode) === false) {
      const values = { found: nationalCode, code };
      problems.push(problem("national-code-unknown", place, values));
    }
    seenOn.set(code, place.line);
    crosswalk.set(code, nationalCode);
    entries.push({ code, meaning: meaning.trim(), nationalCode });
  }
  return { crosswalk, entries, problems };
}

function isHeader(row: readonly string[]): boolean {
  return CROSSWALK_COLUMNS.every((column, index) => row[index]?.replace(/^\ufeff/, "") === column);
}
