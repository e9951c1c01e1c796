import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchDecision } from "../../src/domain/match-decision.js";
import type { Day } from "../../src/domain/period.js";
import { sourceKeyText } from "../../src/domain/source-key.js";
import { DecisionJournal } from "../../src/match/decisions.js";
import { joinExact, type RowPair } from "../../src/match/join-exact.js";
import { joinLikely } from "../../src/match/join-likely.js";
import { PersonGroups } from "../../src/match/person-groups.js";
import { settleTorn } from "../../src/match/settle-torn.js";
import { holds } from "../seeded.js";

const SIZE = 7;

/** A small register: who is loaded, what was decided, what the rules and the model say. */
interface Register {
  /** Of every row, a loaded person, or -1. */
  readonly persons: readonly number[];
  readonly decisions: readonly (readonly [number, number, MatchDecision["kind"], boolean])[];
  readonly rules: readonly RowPair[];
  readonly likely: readonly (readonly [number, number, number])[];
}

const row = fc.integer({ min: 0, max: SIZE - 1 });
const pair = fc.tuple(row, row).filter(([left, right]) => left < right);

const registers: fc.Arbitrary<Register> = fc.record({
  persons: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: SIZE, maxLength: SIZE }),
  decisions: fc.array(
    fc.tuple(pair, fc.constantFrom("same", "different"), fc.boolean()).map(([rows, kind, undo]) => {
      return [...rows, kind, undo] as const;
    }),
    { maxLength: 5 },
  ),
  rules: fc.array(pair, { maxLength: 6 }),
  likely: fc.array(
    fc.tuple(pair, fc.constantFrom(0.97, 0.999, 0.99999)).map(([rows, share]) => {
      return [...rows, share] as const;
    }),
    { maxLength: 8 },
  ),
});

function keyOf(at: number) {
  return { source: "ncms", legacyId: String(at), psnName: "张三", place: "" };
}

/** Matches a register as a migration does; rows of one loaded person decided apart are split. */
function matched({ persons, decisions, rules, likely }: Register) {
  const journal = new DecisionJournal();
  decisions.forEach(([left, right, kind, isUndo], at) => {
    const who = { decidedBy: "乙", decidedOn: "2017-02-01" as Day, reason: "核实" };
    const keys = { left: keyOf(left), right: keyOf(right) };
    const origin = isUndo ? ("undo" as const) : ("review" as const);
    journal.add({ decisionId: at + 1, kind, ...keys, ...who, origin });
  });
  const sides = journal.sides();
  const sideOf = new Map(
    Array.from(
      { length: SIZE },
      (_, at) => [at, sides.get(sourceKeyText(keyOf(at)))] as const,
    ).filter((entry): entry is readonly [number, number] => entry[1] !== undefined),
  );
  // Whoever is named by the journal is loaded as it says, and nobody else with them.
  const personOf = Int32Array.from(persons, (person, at) => (sideOf.has(at) ? -1 : person));
  const groups = new PersonGroups(SIZE, { personOf, sideOf, apart: journal.apart(sides) });
  const { torn } = joinExact(groups, rules);
  const shares = new Map(likely.map(([left, right, share]) => [`${left} ${right}`, share]));
  const probabilityOf = (left: number, right: number): number => {
    return shares.get(`${Math.min(left, right)} ${Math.max(left, right)}`) ?? 0.001;
  };
  settleTorn(groups, torn, { probabilityOf, same: 0.95 }, () => false);
  const links = {
    left: Int32Array.from(likely, ([left]) => left),
    right: Int32Array.from(likely, ([, right]) => right),
    probability: Float64Array.from(likely, ([left, right]) => probabilityOf(left, right)),
  };
  joinLikely(groups, links, { differ: (left, right) => probabilityOf(left, right) < 0.5 });
  return { journal, groups, personOf };
}

describe("replayed on a register, whatever rules and model say", () => {
  test("decisions always hold, and two loaded people are never one", () => {
    const property = fc.property(registers, (register) => {
      const { journal, groups, personOf } = matched(register);
      for (let left = 0; left < SIZE; left++) {
        for (let right = left + 1; right < SIZE; right++) {
          const isOne = groups.rootOf(left) === groups.rootOf(right);
          const said = journal.says(keyOf(left), keyOf(right));
          if (said !== undefined)
            expect([left, right, isOne]).toEqual([left, right, said === "same"]);
          const [one = -1, other = -1] = [personOf[left], personOf[right]];
          if (one >= 0 && other >= 0) expect(isOne).toBe(one === other);
        }
      }
    });
    holds(property, 3_000);
  });

  test("the order in which rules and pairs are told does not matter", () => {
    const orders = fc.tuple(registers, fc.integer());
    const property = fc.property(orders, ([register, seed]) => {
      const shuffled = <One>(list: readonly One[]): readonly One[] =>
        [...list].sort((_, other) => ((list.indexOf(other) * 7919 + seed) % 3) - 1);
      const other = matched({
        ...register,
        rules: shuffled(register.rules),
        likely: dedupe(shuffled(dedupe(register.likely))),
      });
      const first = matched({ ...register, likely: dedupe(register.likely) });
      expect(rootsOf(other.groups)).toEqual(rootsOf(first.groups));
    });
    holds(property, 1_000);
  });
});

/** The first of several pairs of the same rows. */
function dedupe(likely: Register["likely"]): Register["likely"] {
  return likely.filter(([left, right], at) => {
    return likely.findIndex(([one, other]) => one === left && other === right) === at;
  });
}

function rootsOf(groups: PersonGroups): readonly number[] {
  return Array.from({ length: SIZE }, (_, at) => groups.rootOf(at));
}
