/** Old code → national code, of one table of one source (`mappings/codes/<source>/<table>.csv`). */
export type Crosswalk = ReadonlyMap<string, string>;

/** All crosswalks by their name, `ncms/gend`. */
export type Crosswalks = ReadonlyMap<string, Crosswalk>;

const COLUMNS = ["old_code", "old_meaning", "national_code", "note"] as const;

/**
 * A crosswalk from the rows of its CSV file, the header first; undefined when the header is not the
 * expected one (old_code, old_meaning, national_code, note).
 */
export function crosswalkOf(rows: readonly (readonly string[])[]): Crosswalk | undefined {
  const [header, ...lines] = rows;
  if (header === undefined || COLUMNS.some((column, index) => header[index] !== column)) {
    return undefined;
  }
  const byCode = new Map<string, string>();
  for (const [oldCode, , nationalCode] of lines) {
    if (oldCode !== undefined && nationalCode !== undefined) byCode.set(oldCode, nationalCode);
  }
  return byCode;
}
