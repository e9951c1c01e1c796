import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Yuan } from "../../src/domain/money.js";
import { Codes } from "../../src/policy/dimensions.js";
import type { CaseFacts, Conditions, Moment, Range, Row } from "../../src/policy/law.js";
import { tableOf } from "../../src/policy/table.js";
import { holds as always } from "../seeded.js";
import { factsOf } from "./facts.js";
import { packFrom } from "./law-from.js";
import { benefits } from "./texts.js";

const { names } = packFrom(`
identities: { a: 甲, b: 乙, c: 丙 }
hospitals: { h: 中医, m: 蒙医 }
diseases: { d: 透析, e: 肿瘤 }
${benefits}
  inpatient.limit.p: { label: 试, versions: [{ from: 2010-01-01, status: assumed, cite: 试,
    per: year, counts: payment, value: [
      { identity: [a, b, c], hospital: [h, m], disease: [d, e], limit: "1.00" } ] }] }
`);

const some = <Word extends string>(...words: readonly Word[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), { nil: undefined });
const range = (most: number) =>
  fc.option(
    fc
      .tuple(fc.nat(most), fc.oneof(fc.nat(most), fc.constant(Number.POSITIVE_INFINITY)))
      .map(([from, more]): Range => ({ from, to: from + more })),
    { nil: undefined },
  );
const amount = fc.integer({ min: 1, max: 6 }).map((fen) => fen as Yuan);

const conditions: fc.Arbitrary<Conditions> = fc
  .record({
    class: some("minor", "adult", "old"),
    level: some("township", "1", "2", "3"),
    place: some("local", "province", "country"),
    disease: some("d", "e"),
    hospital: some("h", "m"),
    identity: some("a", "b", "c"),
    identities: some("a", "b", "c"),
    medType: some("2", "21", "1", "14"),
    age: range(5),
    admission: range(3),
    visit: range(3),
    cost: fc.option(fc.record({ over: amount, upTo: amount }, { requiredKeys: [] }), {
      nil: undefined,
    }),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined)));

const facts: fc.Arbitrary<CaseFacts> = fc
  .record({
    class: fc.constantFrom("minor", "adult", "old", "stranger"),
    level: fc.constantFrom("township", "1", "2", "3", "9"),
    place: fc.constantFrom("local", "province", "country"),
    disease: fc.constantFrom("", "d", "e"),
    hospital: fc.subarray(["h", "m", "other"]),
    identities: fc.subarray(["a", "b", "c", "other"]),
    medType: fc.constantFrom("11", "14", "1403", "21", "2101", "23", ""),
    age: fc.nat(12),
  })
  .map((one) => factsOf(one as Partial<CaseFacts>));

const moments: fc.Arbitrary<Moment> = fc.record({
  admission: fc.integer({ min: 1, max: 8 }),
  visit: fc.nat(8),
  cost: fc.nat(8).map((fen) => fen as Yuan),
});

describe("a table", () => {
  // The slow way beside it reads each row as the page of the language says it.
  test("finds the first row whose conditions all hold, however many rows it has", () => {
    const property = fc.property(
      fc.array(conditions, { maxLength: 80 }),
      fc.array(fc.tuple(facts, moments), { minLength: 1, maxLength: 8 }),
      (whens, cases) => {
        const rows = whens.map((when, at): Row<number> => ({ when, value: at, parameter: at }));
        const codes = new Codes(names, whens);
        const table = tableOf(rows, codes);
        for (const [on, moment] of cases) {
          const expected = rows.find((row) => holds(row.when, on, moment));
          expect(table.find(codes.caseOf(on), moment)).toBe(expected);
        }
      },
    );
    always(property, 2000);
  });

  test("without rows finds nothing", () => {
    const codes = new Codes(names, []);
    expect(tableOf([], codes).find(codes.caseOf(factsOf()))).toBeUndefined();
  });

  test("a condition in the thirty-third row is not one in the first", () => {
    const whens = Array.from({ length: 40 }, (_, at) => ({ age: { from: at, to: at } }));
    const codes = new Codes(names, whens);
    const table = tableOf(
      whens.map((when, at) => ({ when, value: at, parameter: at })),
      codes,
    );
    const found = [0, 31, 32, 39, 40].map(
      (age) => table.find(codes.caseOf(factsOf({ age })))?.value,
    );
    expect(found).toEqual([0, 31, 32, 39, undefined]);
  });
});

function holds(when: Conditions, on: CaseFacts, moment: Moment): boolean {
  const isIn = (list: readonly string[] | undefined, word: string): boolean =>
    list === undefined || list.includes(word);
  const inside = (within: Range | undefined, number: number): boolean =>
    within === undefined || (within.from <= number && number <= within.to);
  const { over = -1, upTo = Number.POSITIVE_INFINITY } = when.cost ?? {};
  return (
    isIn(when.class, on.class) &&
    isIn(when.level, on.level) &&
    isIn(when.place, on.place) &&
    isIn(when.disease, on.disease) &&
    (when.hospital?.some((one) => on.hospital.includes(one)) ?? true) &&
    (when.identity?.some((one) => on.identities.includes(one)) ?? true) &&
    (when.identities?.every((one) => on.identities.includes(one)) ?? true) &&
    (when.medType?.some((one) => on.medType.startsWith(one)) ?? true) &&
    inside(when.age, on.age) &&
    inside(when.admission, moment.admission) &&
    inside(when.visit, moment.visit) &&
    over < moment.cost &&
    moment.cost <= upTo
  );
}
