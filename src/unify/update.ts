import type { UpdatableField, UpdateRules } from "../domain/update-rule.js";

/** The facts of a person that a later row can state otherwise. */
export type PersonFacts = Readonly<Record<Exclude<UpdatableField, "psn_insu_stas">, string>>;

/** A field in which a row differs from the record. */
export interface FieldDifference {
  readonly field: keyof PersonFacts;
  readonly before: string;
  readonly after: string;
}

/** What a later row changes in the record of its person, and what waits for somebody. */
export interface Updates {
  readonly changes: readonly FieldDifference[];
  readonly waits: readonly FieldDifference[];
}

/** 性别: 男 and 女; the other codes say that it is not known. */
const STATED_SEX = new Set(["1", "2"]);

/**
 * Holds a later row to the record, field by field, by the rules of its delivery. What the row
 * leaves open agrees with everything. One field that waits keeps the whole row from changing
 * anything; nothing waits where the register only says once more (`isSaid`) who the person is: that
 * was weighed against other registers when it was loaded.
 */
export function updatesOf(
  record: PersonFacts,
  row: PersonFacts,
  rules: UpdateRules,
  isSaid: boolean,
): Updates {
  const changes: FieldDifference[] = [];
  const waits: FieldDifference[] = [];
  for (const field of Object.keys(record) as (keyof PersonFacts)[]) {
    const [before, after] = [record[field], row[field]];
    const isOpen = after === "" || (field === "gend" && !STATED_SEX.has(after));
    if (isOpen || before === after) continue;
    const rule = rules[field];
    const isOpenBefore = before === "" || (field === "gend" && !STATED_SEX.has(before));
    if (rule === "update" || (rule === "fill" && isOpenBefore)) {
      changes.push({ field, before, after });
    } else if (rule === "person" || (rule === "fill" && WHO_IT_IS.has(field))) {
      if (!isSaid || !WHO_IT_IS.has(field)) waits.push({ field, before, after });
    }
  }
  return waits.length > 0 ? { changes: [], waits } : { changes, waits };
}

/** Fields that say who a person is: where two are stated, somebody has to look. */
const WHO_IT_IS = new Set<string>(["psn_name", "certno", "gend", "brdy"]);
