import { describe, expect, test } from "vitest";
import { outcome } from "../../src/domain/intake.js";
import { partOf } from "../../src/domain/part.js";
import type { Day } from "../../src/domain/period.js";
import { problem } from "../../src/domain/problem.js";
import type { NewFile, RowBatch, RowCorrection } from "../../src/store/port/intake.js";
import type { Store } from "../../src/store/store.js";
import { newRun } from "./rows.js";

const nothing = { rows: [], setAside: [], problems: [], persons: [] };
const empty: RowBatch = { ...nothing, enrolments: [], corrections: [] };
const kind = { layout: "people", record: "person", source: "ncms", reading: "r" };

async function addFile({ runs, intake }: Store, more: Partial<NewFile> = {}): Promise<number> {
  const runId = await runs.start(newRun("migrate", "a"));
  return intake.addFile({ runId, path: "a.csv", sha256: "s", bytes: 1, ...kind, ...more });
}

/** Rows of a file that end somewhere; those set aside have a reason. */
async function addRows(
  { intake }: Store,
  fileId: number,
  lines: readonly number[],
  end: 0 | 1 | 2 = outcome.setAside,
  corrections: readonly RowCorrection[] = [],
): Promise<void> {
  const rows = lines.map((line) => {
    return { fileId, line, offset: line * 10, length: 9, lineHash: line, outcome: end };
  });
  const waits = end === outcome.setAside ? lines : [];
  const setAside = waits.map((line) => ({ fileId, line, raw: `raw ${line}` }));
  const problems = waits.map((line) => {
    return { fileId, line, problem: problem("field-missing", { file: "a.csv", line }) };
  });
  await intake.addRows({ ...empty, rows, setAside, problems, corrections });
}

function correction(fileId: number, line: number, action: "corrected" | "dropped"): RowCorrection {
  const changes = [{ column: "姓名", from: "", to: "张三" }];
  return { fileId, line, action, reason: "", fields: ["张三"], changes, workbook: "w" };
}

/** Corrections, repeated content, and the way back to rows. */
export function laterContract(get: () => Store): void {
  describe("corrected rows", () => {
    test("wait no more once another run took them in, whatever a copy says", async () => {
      const store = get();
      const fileId = await addFile(store);
      await addRows(store, fileId, [2, 3, 4]);
      const copy = await addFile(store, { runId: 1, repeats: fileId });
      await addRows(store, copy, [2, 3, 4], outcome.merged);
      expect([...(await store.intake.waitingLines(fileId))]).toEqual([2, 3, 4]);
      const again = await addFile(store, { repeats: fileId });
      await addRows(store, again, [2], outcome.loaded);
      await addRows(store, again, [3], outcome.setAside);
      expect([...(await store.intake.waitingLines(fileId))]).toEqual([3, 4]);
      const versions = await store.intake.versions(fileId, [2, 3]);
      expect([...versions.values()].map((one) => one.outcome)).toEqual([
        outcome.loaded,
        outcome.setAside,
      ]);
    });

    test("are the newest version of their row; the rest waits on", async () => {
      const store = get();
      const fileId = await addFile(store);
      await addRows(store, fileId, [2, 3, 4, 5]);
      const first = await addFile(store, { corrects: fileId });
      await addRows(store, first, [2], outcome.loaded, [correction(first, 2, "corrected")]);
      await addRows(store, first, [3], outcome.setAside, [correction(first, 3, "dropped")]);
      await addRows(store, first, [4], outcome.setAside, [correction(first, 4, "corrected")]);
      const waiting = await store.intake.waitingAfter(fileId, 0, 10);
      expect(waiting.map((row) => [row.line, row.fields])).toEqual([
        [4, ["张三"]],
        [5, undefined],
      ]);
      expect(await store.intake.waitingAfter(fileId, 4, 10)).toHaveLength(1);
      expect([...(await store.intake.waitingLines(fileId))]).toEqual([4, 5]);
      const versions = await store.intake.versions(fileId, [2, 5, 9]);
      expect(versions.get(2)).toMatchObject({ fileId: first, outcome: outcome.loaded });
      expect(versions.get(2)?.correction).toMatchObject({ action: "corrected", reading: "r" });
      expect(versions.get(5)).toEqual({ fileId, line: 5, outcome: outcome.setAside });
      expect(versions.has(9)).toBe(false);
      expect(await store.intake.correctedLater(1)).toEqual([{ fileId, corrected: 1, dropped: 1 }]);
      expect(await store.intake.corrections(2)).toEqual([
        { action: "corrected", outcome: 0, rows: 1 },
        { action: "corrected", outcome: 2, rows: 1 },
        { action: "dropped", outcome: 2, rows: 1 },
      ]);
    });

    test("may be several where a line could not be cut before", async () => {
      const store = get();
      const fileId = await addFile(store);
      await addRows(store, fileId, [2]);
      const first = await addFile(store, { corrects: fileId });
      const parts = [2 + 2 ** 32, 2 + 2 * 2 ** 32];
      await addRows(store, first, parts, outcome.loaded, [correction(first, 2, "corrected")]);
      expect(await store.intake.waitingAfter(fileId, 0, 10)).toEqual([]);
      const version = (await store.intake.versions(fileId, [2])).get(2);
      expect(version).toMatchObject({ fileId: first, outcome: outcome.loaded });
    });
  });

  describe("the content of files", () => {
    test("is known again, read in the same way, by the file that brought it first", async () => {
      const store = get();
      const fileId = await addFile(store);
      await addFile(store, { repeats: fileId, path: "b.csv" });
      await addFile(store, { corrects: fileId });
      expect(await store.intake.sameContent("s", "r")).toMatchObject({ fileId, path: "a.csv" });
      expect(await store.intake.sameContent("s", "other")).toBeUndefined();
      expect(await store.intake.sameContent("other", "r")).toBeUndefined();
      expect(await store.intake.files(2)).toMatchObject([{ repeats: fileId, path: "b.csv" }]);
      expect(await store.intake.file(fileId)).toMatchObject({ runId: 1, layout: "people" });
    });
  });

  describe("an accepted difference", () => {
    test("fits its content and amount, and stands as it was entered", async () => {
      const { acceptances, months } = get();
      const who = { preparedBy: "甲", decidedBy: "", state: "waiting" as const };
      const approvalId = await months.addApproval({
        kind: "total-difference",
        subject: "",
        ...who,
      });
      const amounts = { total: "rows", expected: "3", found: "2", difference: "-1" };
      const difference = { path: "a.csv", sha256: "s", ...amounts };
      const entry = { approvalId, delivery: "d", ...difference, reason: "少报", preparedAt: "t" };
      await acceptances.add(entry);
      expect(await acceptances.of(difference)).toMatchObject([
        { state: "waiting", approvedBy: "" },
      ]);
      await months.decide(approvalId, "approved", "乙");
      expect(await acceptances.get(approvalId)).toEqual({
        ...entry,
        ...{ preparedBy: "甲", approvedBy: "乙", state: "approved" },
      });
      expect(await acceptances.of({ ...difference, difference: "-2" })).toEqual([]);
      expect(await acceptances.of({ ...difference, sha256: "t" })).toEqual([]);
      await expect(acceptances.add(entry)).rejects.toThrow();
    });
  });

  describe("the way back", () => {
    test("leads from a person to the rows of all records, and to what was changed", async () => {
      const store = get();
      const fileId = await addFile(store);
      await addRows(store, fileId, [2, 3], outcome.loaded);
      const psnNo = "1599210000000001";
      const who = { partNo: partOf(psnNo), psnNo };
      const enrolled = { insutype: "390", begndate: "2017-01-01" as Day, enddate: "" as const };
      const place = { psnType: "15", insuplcAdmdvs: "159921", fileId, line: 2 };
      const identity = { psnIdetType: "minLiving", begndate: enrolled.begndate, fileId, line: 3 };
      await store.people.addCoverage(
        [{ ...who, ...enrolled, ...place }],
        [{ ...who, ...identity }],
      );
      const key = { kind: "person", psnNo } as const;
      expect(await store.lineage.rowsOf(key)).toEqual([
        { fileId, line: 2, records: ["enrolment"] },
        { fileId, line: 3, records: ["identity"] },
      ]);
      expect(await store.lineage.rowsOf(key, 7)).toEqual([]);
      expect(await store.lineage.row({ fileId, line: 3 })).toMatchObject({ offset: 30, length: 9 });
      const { insutype, begndate } = enrolled;
      const end = { ...who, insutype, begndate, enddate: "2017-03-31" as Day, fileId, line: 0 };
      await store.people.endEnrolments([end, end]);
      const change = { fileId, line: 0, record: "enrolment", subject: "390 2017-01-01" };
      const changed = { ...change, field: "enddate", before: "", after: "2017-03-31" };
      expect(await store.lineage.changes(psnNo)).toEqual([changed]);
      expect(await store.lineage.runChanges(1, "", 10)).toEqual([
        { ...changed, psnNo, path: "a.csv" },
      ]);
      expect([...(await store.lineage.heldHashes(fileId, [2, 9]))]).toEqual([2]);
    });
  });
}
