import { describe, expect, test } from "vitest";
import { problem } from "../../src/domain/problem.js";
import type { RowBatch } from "../../src/store/port/intake.js";
import type { Store } from "../../src/store/store.js";
import type { Room } from "./contract.js";
import { factsOf, newRun, stagedPerson } from "./rows.js";

/** Rows of files, batch by batch. */
export function intakeContract(get: () => Store): void {
  describe("a batch of rows", () => {
    test("is counted by file, outcome and code", async () => {
      const store = get();
      const fileId = await newFile(store);
      await store.intake.addRows(batch(fileId, [2, 3]));
      expect(await store.intake.outcomes(1)).toEqual([{ fileId, outcome: 2, rows: 2 }]);
      expect([...(await store.intake.problemsByCode(1))]).toEqual([["field-missing", 2]]);
      const [first] = await store.intake.setAsideAfter(1, { fileId: 0, line: 0 }, 10);
      expect(first).toMatchObject({ path: "a.csv", line: 2, raw: "raw" });
      expect(first?.problems).toEqual([problem("field-missing", { file: "a.csv", line: 2 })]);
      expect(await store.people.stagedCount()).toBe(2);
      await store.intake.clearStaging();
      expect(await store.people.stagedCount()).toBe(0);
    });

    test("is written as a whole or not at all", async () => {
      const store = get();
      const fileId = await newFile(store);
      await store.intake.addRows(batch(fileId, [2]));
      await expect(store.intake.addRows(batch(fileId, [3, 2]))).rejects.toThrow();
      expect(await store.intake.outcomes(1)).toEqual([{ fileId, outcome: 2, rows: 1 }]);
      expect(await store.people.stagedCount()).toBe(1);
    });

    test("may end elsewhere later, for a reason, and then its text is asked for", async () => {
      const store = get();
      const fileId = await newFile(store);
      const { rows } = batch(fileId, [2]);
      const loaded = rows.map((row) => ({ ...row, outcome: 0 as const }));
      await store.intake.addRows({ ...empty, rows: loaded });
      await store.intake.settleRows([{ fileId, line: 2, outcome: 2 }], []);
      expect(await store.intake.setAsideWithoutText(fileId, 0, 10)).toEqual([2]);
      expect(await store.intake.setAsideWithoutText(fileId, 2, 10)).toEqual([]);
      await store.intake.keepText([{ fileId, line: 2, raw: "text" }]);
      expect(await store.intake.setAsideWithoutText(fileId, 0, 10)).toEqual([]);
    });
  });
}

/** What the fingerprint is made of. */
export function factsContract(get: () => Room): void {
  describe("the dump of all facts", () => {
    test("does not depend on the order in which they came, nor on the runs", async () => {
      const { store, open } = get();
      const before = await factsOf(store);
      const runId = await store.runs.start(newRun("migrate", "a"));
      await store.runs.end(runId, "done", "{}", "2017-02-01T00:00:00Z");
      expect(await factsOf(store)).toEqual(before);

      await store.registers.addInstitutions([hospital("H2"), hospital("H1")]);
      const after = await factsOf(store);
      expect(after).not.toEqual(before);
      expect(await factsOf(await open())).toEqual(after);
      const codes = after.filter((line) => line.startsWith('["H'));
      expect(codes).toEqual([...codes].sort());
      expect(codes.length).toBe(2);
    });

    test("does not count what only stands between two steps", async () => {
      const { store } = get();
      const before = await factsOf(store);
      await store.intake.addRows({ ...empty, persons: [stagedPerson(1, 2)] });
      expect(await factsOf(store)).toEqual(before);
    });
  });
}

const nothing = { rows: [], setAside: [], problems: [], persons: [] };
const empty: RowBatch = { ...nothing, enrolments: [], corrections: [] };

/** A batch of rows that are set aside, each with a problem and a staged person. */
function batch(fileId: number, lines: readonly number[]): RowBatch {
  return {
    rows: lines.map((line) => {
      return { fileId, line, offset: line * 10, length: 9, lineHash: 1, outcome: 2 as const };
    }),
    setAside: [{ fileId, line: lines[0] ?? 0, raw: "raw" }],
    problems: lines.map((line) => {
      return { fileId, line, problem: problem("field-missing", { file: "a.csv", line }) };
    }),
    persons: lines.map((line) => stagedPerson(fileId, line)),
    enrolments: [],
    corrections: [],
  };
}

/** A file of the first run. */
async function newFile({ runs, intake }: Store): Promise<number> {
  const runId = await runs.start(newRun("migrate", "a"));
  const kind = { layout: "people", record: "person", source: "ncms", reading: "" };
  return intake.addFile({ runId, path: "a.csv", sha256: "1", bytes: 1, ...kind });
}

function hospital(fixmedinsCode: string) {
  const names = { fixmedinsName: "样例医院", hospLv: "05", dedcHospLv: "2" };
  return { fixmedinsCode, ...names, fixBlngAdmdvs: "159921", traits: ["chineseMedicine"] };
}
