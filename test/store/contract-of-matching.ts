import { describe, expect, test } from "vitest";
import { outcome } from "../../src/domain/intake.js";
import type { MatchDecision } from "../../src/domain/match-decision.js";
import { partOf } from "../../src/domain/part.js";
import type { Day } from "../../src/domain/period.js";
import type { SourcePerson } from "../../src/domain/records.js";
import type { SourceKey } from "../../src/domain/source-key.js";
import type { NewDecision, ReviewPair } from "../../src/store/port/decisions.js";
import type { Store } from "../../src/store/store.js";
import { newRun, stagedPerson } from "./rows.js";

const nowhere = { fileId: 0, line: 0 };

/** Kept rows, decisions and what waits for one. */
export function matchingContract(get: () => Store): void {
  describe("what rows say of their people", () => {
    test("is kept for every row, loaded or merged, with what names it everywhere", async () => {
      const store = get();
      await load(store, ["1", "1", "2"]);
      const [one, two] = await store.rows.personRows([person("1"), person("2")]);
      const shown = [...(one ?? []), ...(two ?? [])].map((row) => {
        return [row.line, row.legacyId, row.psnNo, row.loadedAs, row.givesRecord];
      });
      expect(shown.sort()).toEqual([
        [2, "2", person("1"), person("1"), true],
        [3, "3", person("1"), person("1"), true],
        [4, "4", person("2"), person("2"), true],
      ]);
      const key = { source: "ncms", legacyId: "3", psnName: "张三", place: "" };
      expect((await store.rows.personRowsOf(key)).map((row) => row.key)).toEqual([key]);
      const after = await store.rows.personRowsAfter({ fileId: 1, line: 2 }, 1);
      expect(after.map((row) => row.line)).toEqual([3]);
    });

    test("is named by content and row where there is no old number", async () => {
      const store = get();
      await load(store, ["1"], [{ legacyId: "" }]);
      const key = { source: "ncms", legacyId: "", psnName: "张三", place: "s:2" };
      const [row] = await store.rows.personRowsOf(key);
      expect(row).toMatchObject({ fileId: 1, line: 2, key });
    });

    test("of a row that is set aside after all is not kept", async () => {
      const store = get();
      await load(store, ["1", "2"]);
      await store.people.setAside([1]);
      const rows = await store.rows.personRowsAfter(nowhere, 10);
      expect(rows.map((row) => row.line)).toEqual([2]);
    });

    test("a number that nobody merged away leads to itself", async () => {
      const store = get();
      expect(await store.rows.currentNumber(person("1"))).toBe(person("1"));
      expect(await store.rows.aliases(person("1"))).toEqual([]);
    });
  });

  describe("the journal of decisions", () => {
    test("keeps every entry in its order, and what it replaces", async () => {
      const store = get();
      const runId = await store.runs.start(newRun("match-import", "a"));
      const first = decision("different", "1", "2");
      const [before = 0] = await store.decisions.add(runId, [first]);
      const second = { ...decision("same", "2", "1"), replaces: before };
      await store.decisions.add(runId, [second]);
      const expected: readonly (MatchDecision & { runId: number })[] = [
        { ...first, decisionId: 1, runId },
        { ...second, decisionId: 2, runId },
      ];
      expect(await store.decisions.all()).toEqual(expected);
      await expect(store.decisions.add(runId, [second])).rejects.toThrow();
    });
  });

  describe("a pair to review", () => {
    test("waits until somebody decides, and while it is two persons", async () => {
      const store = get();
      const runId = await load(store, ["1", "2", "3", "3"]);
      const pairs = [pair(2, 3, 0.5), pair(3, 4, 0.75), pair(4, 5, 0.9)];
      await store.decisions.addReviewPairs(runId, pairs);
      await store.decisions.addReviewPairs(runId, [{ ...pair(2, 3, 0.6), reason: "chain" }]);
      const places = { leftRow: nowhere, rightRow: nowhere };
      const waiting = await store.decisions.waitingPairs(places, 10);
      expect(waiting.map((one) => [one.probability, one.leftPsnNo, one.rightPsnNo])).toEqual([
        [0.6, person("1"), person("2")],
        [0.75, person("2"), person("3")],
      ]);
      expect(waiting[1]).toMatchObject({ ...pair(3, 4, 0.75), runId });
      expect(await store.decisions.waitingCounts()).toEqual({ chain: 1, probability: 1 });
      const [first] = waiting;
      if (first === undefined) throw new Error("no pair waits");
      expect(await store.decisions.waitingPairs(first, 10)).toHaveLength(1);

      await store.decisions.add(runId, [decision("different", "4", "3")]);
      expect(await store.decisions.waitingCounts()).toEqual({ chain: 1 });
    });

    test("is found by its places whether it waits or not; the queue holds what waits", async () => {
      const store = get();
      const runId = await load(store, ["1", "2", "3"]);
      await store.decisions.addReviewPairs(runId, [pair(2, 3, 0.5), pair(3, 4, 0.75)]);
      await store.decisions.add(runId, [decision("different", "3", "4")]);
      const unknown = { leftRow: { fileId: 9, line: 9 }, rightRow: { fileId: 9, line: 10 } };
      const found = await store.review.pairsAt([pair(3, 4, 0), unknown, pair(2, 3, 0)]);
      expect(found.map((one) => one?.probability)).toEqual([0.75, undefined, 0.5]);
      expect(found[0]).toMatchObject({ leftPsnNo: person("2"), rightPsnNo: person("3") });
      const { leftRow, rightRow } = pair(2, 3, 0.5);
      const numbers = { leftPsnNo: person("1"), rightPsnNo: person("2") };
      const queued = await store.review.queuedAfter({ leftRow: nowhere, rightRow: nowhere }, 10);
      expect(queued).toEqual([{ leftRow, rightRow, probability: 0.5, ...numbers }]);
    });
  });

  describe("the head of a household", () => {
    test("is whom the latest row calls so", async () => {
      const store = get();
      const facts = [
        { headRelation: "02", psnName: "张大" },
        { headRelation: "01", psnName: "张三" },
        { headRelation: "22", psnName: "张四" },
      ];
      await load(store, ["1", "2", "3"], facts);
      const [row] = await store.rows.personRowsAfter(nowhere, 1);
      const household = { source: row?.source ?? "", householdNo: row?.householdNo ?? "" };
      const found = await store.review.heads([household, { ...household, householdNo: "X" }]);
      expect([...found.values()]).toEqual(["张三"]);
    });
  });
}

function person(number: string): string {
  return `159921${number.padStart(10, "0")}`;
}

function keyOf(legacyId: string): SourceKey {
  return { source: "ncms", legacyId, psnName: "张三", place: "" };
}

function decision(kind: MatchDecision["kind"], left: string, right: string): NewDecision {
  const keys = { left: keyOf(left), right: keyOf(right) };
  const who = { decidedBy: "李四", decidedOn: "2017-02-01" as Day, reason: "电话核实" };
  return { kind, ...keys, ...who, origin: "review" };
}

function pair(left: number, right: number, probability: number): ReviewPair {
  return {
    left: keyOf(String(left)),
    right: keyOf(String(right)),
    leftRow: { fileId: 1, line: left },
    rightRow: { fileId: 1, line: right },
    probability,
    levels: { name: "equal", birth: "differs" },
    reason: "probability",
  };
}

/** Loads rows, each as the person whose number is given; the first of several leads. */
async function load(
  store: Store,
  people: readonly string[],
  facts: readonly Partial<SourcePerson>[] = [],
): Promise<number> {
  const runId = await store.runs.start(newRun("migrate", "a"));
  const kind = { layout: "people", record: "person", source: "ncms", reading: "" };
  const fileId = await store.intake.addFile({
    runId,
    path: "a.csv",
    sha256: "s",
    bytes: 1,
    ...kind,
  });
  const persons = people.map((_, at) => {
    const staged = stagedPerson(fileId, at + 2);
    return { ...staged, person: { ...staged.person, ...facts[at] } };
  });
  const rows = people.map((_, at) => {
    return { fileId, line: at + 2, offset: 0, length: 1, lineHash: at, outcome: outcome.loaded };
  });
  const nothing = { setAside: [], problems: [], enrolments: [], corrections: [] };
  await store.intake.addRows({ ...nothing, rows, persons });
  const matches = people.map((number, rowNo) => {
    const psnNo = person(number);
    const isLead = people.filter((one) => one === number).length === 1;
    return { rowNo, psnNo, partNo: partOf(psnNo), isLead, isOther: false };
  });
  await store.people.addMatches(matches);
  await store.people.loadPeople();
  return runId;
}
