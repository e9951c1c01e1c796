import type { AlikeNames } from "./alike-names.js";

/** What the exact rules look at in a row. */
export interface MatchRow {
  readonly rowNo: number;
  readonly source: string;
  readonly psnName: string;
  readonly certno: string;
  readonly brdy: string;
  readonly householdNo: string;
}

/** A row whose certificate number stands under another name as well. */
export interface NameConflict<Row extends MatchRow> {
  readonly row: Row;
  readonly other: Row;
}

/** What a group of rows with one valid certificate number comes to. */
export interface CertnoVerdict<Row extends MatchRow> {
  readonly links: readonly (readonly [number, number])[];
  readonly conflicts: readonly NameConflict<Row>[];
}

/**
 * Rule 1: the same valid certificate number is the same person, if the names agree. Where they do
 * not, nobody can tell from the rows whose number it is (twins, a borrowed card, a typing error):
 * all rows of the number are set aside, each naming another, and a person decides. Names that may
 * well be one, written otherwise, are no such conflict, but no certainty either: rows of one name
 * are linked, and the model judges the rest.
 */
export function sameCertno<Row extends MatchRow>(
  group: readonly Row[],
  isAlike: AlikeNames = () => false,
): CertnoVerdict<Row> {
  const [first, ...rest] = group;
  if (first === undefined) return { links: [], conflicts: [] };
  const different = rest.find((row) => row.psnName !== first.psnName);
  const isOneName = (row: Row): boolean =>
    row.psnName === first.psnName || isAlike(row.psnName, first.psnName);
  if (different === undefined || rest.every(isOneName)) {
    return { links: linksByName(group), conflicts: [] };
  }
  const conflicts = group.map((row) => ({
    row,
    other: row.psnName === first.psnName ? different : first,
  }));
  return { links: [], conflicts };
}

/** Every row with the first one of its name. */
function linksByName(group: readonly MatchRow[]): readonly (readonly [number, number])[] {
  return group.flatMap((row, at) => {
    const first = group.findIndex(({ psnName }) => psnName === row.psnName);
    return first === at ? [] : [[(group[first] ?? row).rowNo, row.rowNo] as const];
  });
}

/**
 * Rule 2: the same name, birth date and household in one source is the same person. Where such rows
 * hold two different valid numbers they are two people, and a row without a number could be either:
 * then nothing is linked.
 */
export function sameHouseholdMember(
  group: readonly MatchRow[],
): readonly (readonly [number, number])[] {
  const numbers = new Set(group.map((row) => row.certno).filter((certno) => certno !== ""));
  const [first, ...rest] = group;
  if (first === undefined || numbers.size > 1) return [];
  return rest.map((row) => [first.rowNo, row.rowNo] as const);
}
