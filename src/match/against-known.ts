/** What identifies a person, in a row and in the record that the database holds. */
export interface IdentityFacts {
  readonly certno: string;
  readonly brdy: string;
  readonly gend: string;
}

/** A fact that a row states otherwise than the record; `expected` is empty where none stood. */
export interface Difference {
  readonly field: keyof IdentityFacts;
  readonly expected: string;
  readonly found: string;
}

/** 性别: 男 and 女; the other codes say that it is not known. */
const STATED_SEX = new Set(["1", "2"]);

/**
 * What a row of a known person says otherwise than the record. Such a row adds nothing, so it may
 * be merged only if it says nothing else. A field that the row leaves open agrees with everything;
 * a number given where none stood is a difference, because merging would lose it.
 */
export function differencesFrom(record: IdentityFacts, row: IdentityFacts): readonly Difference[] {
  const stated = {
    certno: row.certno,
    brdy: row.brdy,
    gend: STATED_SEX.has(row.gend) ? row.gend : "",
  };
  return (["certno", "brdy", "gend"] as const)
    .filter((field) => stated[field] !== "" && stated[field] !== record[field])
    .map((field) => ({ field, expected: record[field], found: stated[field] }));
}
