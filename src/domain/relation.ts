/** The relation to the head of the household, by the codes of GB/T 4761 (与户主关系). */
const SEXES: Readonly<Record<string, readonly string[]>> = {
  "1": "11 28 41 43 51 53 55 57 61 63 71 73 76 78".split(" "),
  "2": "12 38 42 44 52 54 56 58 62 64 72 74 75 77".split(" "),
};

/** 本人 and 户主: some registers mark the head with the one, some with the other. */
export const HEADS: readonly string[] = ["02", "01"];

/** The sex (GB/T 2261.1) that a relation implies; undefined where it can be either. */
export function sexOfRelation(relation: string): "1" | "2" | undefined {
  if (SEXES["1"]?.includes(relation) || /^2[0-79]$/.test(relation)) return "1";
  if (SEXES["2"]?.includes(relation) || /^3[0-79]$/.test(relation)) return "2";
  return undefined;
}

/** Children, their husbands and wives, and grandchildren: born after the head. */
export function isDescendant(relation: string): boolean {
  return /^[234]\d$/.test(relation);
}

/** Parents and grandparents, of the head or of the spouse: born before the head. */
export function isAncestor(relation: string): boolean {
  return /^[56]\d$/.test(relation);
}
