import { describe, expect, test } from "vitest";
import type { MatchDecision } from "../../src/domain/match-decision.js";
import type { Day } from "../../src/domain/period.js";
import type { SourceKey } from "../../src/domain/source-key.js";
import { apartEntries } from "../../src/match/apart-decisions.js";

const by = { decidedBy: "甲", decidedOn: "2017-04-01" as Day, reason: "核对" };

function key(legacyId: string): SourceKey {
  return { source: "ncms", legacyId, psnName: "王强", place: "" };
}

function decided(decisionId: number, kind: MatchDecision["kind"], pair: string): MatchDecision {
  const [left = "", right = ""] = pair.split(" ");
  return { decisionId, kind, left: key(left), right: key(right), ...by, origin: "review" };
}

/** `A B`: the records of a half. */
function apart(
  leaving: string,
  staying: string,
  journal: readonly MatchDecision[],
  takenBack: readonly MatchDecision[] = [],
) {
  const [left, right] = [leaving, staying].map((half) => half.split(" ").map(key));
  return apartEntries({ journal, leaving: left ?? [], staying: right ?? [], takenBack, by });
}

/** `A B`, and what it replaces. */
function shown({ entries }: ReturnType<typeof apartEntries>) {
  return entries.map(({ left, right, replaces }) => {
    return `${left.legacyId} ${right.legacyId}${replaces === undefined ? "" : ` (${replaces})`}`;
  });
}

describe("what the journal says of a split", () => {
  test("every record of one half is not one of the other, each pair once", () => {
    const said = apart("A A B", "C D D", []);
    expect(shown(said)).toEqual(["A C", "A D", "B C", "B D"]);
    expect(said.entries[0]).toMatchObject({ kind: "different", origin: "undo", ...by });
  });

  test("what it says already is not said again", () => {
    expect(shown(apart("A B", "C", [decided(1, "different", "C A")]))).toEqual(["B C"]);
  });

  test("a decision that they are one is named, and nothing is said", () => {
    const same = decided(1, "same", "A C");
    const { entries, contradiction } = apart("A B", "C", [same]);
    expect([entries, contradiction?.against]).toEqual([[], [same]]);
  });

  test("also decisions that lead from one half to the other together", () => {
    const journal = [decided(1, "same", "A X"), decided(2, "same", "X C")];
    const { contradiction } = apart("A", "C", journal);
    expect(contradiction?.against.map((one) => one.decisionId)).toEqual([1, 2]);
  });

  test("a decision that is taken back is replaced by its opposite, about the same pair", () => {
    const same = decided(1, "same", "C A");
    expect(shown(apart("A B", "C", [same], [same]))).toEqual(["C A (1)", "B C"]);
  });

  test("records of both halves under one name cannot be told apart", () => {
    expect(apart("A B", "B", []).alike).toEqual([key("B")]);
  });
});
