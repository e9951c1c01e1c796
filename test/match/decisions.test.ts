import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchDecision } from "../../src/domain/match-decision.js";
import type { Day } from "../../src/domain/period.js";
import { type SourceKey, sourceKeyText } from "../../src/domain/source-key.js";
import { type Contradiction, DecisionJournal } from "../../src/match/decisions.js";
import { holds } from "../seeded.js";

/** `A=B`, `A≠C`; `A=B!1` replaces the first entry. */
function entryOf(text: string, decisionId: number): MatchDecision {
  const [, left = "", sign, right = "", replaces] =
    /^(\w+)([=≠])(\w+)(?:!(\d+))?$/.exec(text) ?? [];
  const who = { decidedBy: "李四", decidedOn: "2017-02-01" as Day, reason: "电话核实" };
  return {
    decisionId,
    kind: sign === "=" ? "same" : "different",
    left: keyOf(left),
    right: keyOf(right),
    ...who,
    origin: "review",
    ...(replaces === undefined ? {} : { replaces: Number(replaces) }),
  };
}

function keyOf(name: string): SourceKey {
  return { source: "ncms", legacyId: name, psnName: "张三", place: "" };
}

function journalOf(texts: readonly string[]): {
  readonly journal: DecisionJournal;
  readonly refused: readonly Contradiction[];
} {
  const journal = new DecisionJournal();
  const refused = texts.flatMap((text, at) => journal.add(entryOf(text, at + 1)) ?? []);
  return { journal, refused };
}

describe("a journal of decisions", () => {
  // What is entered, in this order; then of each refused entry which it is and what it contradicts.
  test.each([
    ["A=B B=C", ""],
    ["A=B A=B", ""], // said twice
    ["A≠B B≠A", ""],
    ["A=B A≠B", "2: 1"], // the opposite
    ["A≠B B=A", "2: 1"],
    ["A=B B=C A≠C", "3: 1 2"], // together they say the opposite
    ["A≠C A=B B=C", "3: 2 1"],
    ["A=B C=D A≠D B=C", "4: 1 3 2"],
    ["A=B B=C C=D A≠D", "4: 1 2 3"],
    ["A≠B A=C B=D C=D", "4: 2 1 3"],
    ["A=B A≠B!1", ""], // stated to replace it
    ["A=B B=C A≠C!1", "3: 1"], // replaces an entry about another pair
    ["A=B A≠B!1 A=B!1", "3: 1"], // that one is replaced already
    ["A=B A≠B!1 A=B!2", ""],
    ["A=B B=C A=C A≠C!3", "4: 1 2"], // what is left still says the opposite
    ["A=B A≠B!9", "2: "], // there is no such entry
  ])("%s: refused %s", (texts, expected) => {
    const { refused } = journalOf(texts.split(" "));
    const told = refused.map(({ entry, against }) => {
      return `${entry.decisionId}: ${against.map((one) => one.decisionId).join(" ")}`;
    });
    expect(told.join(", ")).toBe(expected);
  });

  test("an entry that was refused leaves the journal as it was", () => {
    const { journal } = journalOf(["A=B", "B=C", "A=C", "A≠C!3"]);
    expect(journal.says(keyOf("A"), keyOf("C"))).toBe("same");
    expect(journal.add(entryOf("C≠A!3", 9))).toBeDefined();
    expect(journal.says(keyOf("A"), keyOf("C"))).toBe("same");
  });

  test("says of two records what follows from its entries, and nothing else", () => {
    const { journal } = journalOf(["A=B", "B=C", "C≠D", "D=E", "F≠G"]);
    const says = (pair: string) => journal.says(keyOf(pair[0] ?? ""), keyOf(pair[1] ?? ""));
    expect(["AC", "CA", "AE", "DB", "AF", "FG", "AX"].map(says)).toEqual([
      ...["same", "same", "different", "different", undefined, "different", undefined],
    ]);
    const sides = journal.sides();
    const apart = journal.apart(sides);
    const side = (name: string) => sides.get(sourceKeyText(keyOf(name))) ?? -1;
    expect(side("A")).toBe(side("C"));
    expect(apart.between(side("A"), side("E"))?.decisionId).toBe(3);
    expect(apart.between(side("E"), side("B"))?.decisionId).toBe(3);
    expect(apart.between(side("A"), side("F"))).toBeUndefined();
  });

  test("never holds that two records are one person and are not", () => {
    const name = fc.constantFrom("A", "B", "C", "D", "E");
    const text = fc
      .tuple(name, fc.constantFrom("=", "≠"), name, fc.option(fc.integer({ min: 1, max: 8 })))
      .filter(([left, , right]) => left !== right)
      .map(([left, sign, right, old]) => `${left}${sign}${right}${old === null ? "" : `!${old}`}`);
    const property = fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const { journal } = journalOf(texts);
      const sides = journal.sides();
      const apart = journal.apart(sides);
      for (const side of sides.values()) expect(apart.between(side, side)).toBeUndefined();
    });
    holds(property);
  });
});
