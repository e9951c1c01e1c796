import { beforeEach, describe, expect, test } from "vitest";
import { nothingRead, yuan, zero } from "../../src/domain/money.js";
import { partOf } from "../../src/domain/part.js";
import type { Month } from "../../src/domain/period.js";
import { problem } from "../../src/domain/problem.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import type { Store } from "../../src/store/store.js";
import { claimRow, factsOf, newRun, stagedPerson } from "./rows.js";

/** A database that a test has to itself; `open` opens it once more, as another process would. */
export interface Room {
  readonly store: Store;
  open(): Promise<Store>;
}

const january = "2017-01" as Month;
const february = "2017-02" as Month;

/** What every store must keep, whatever database is behind it. */
export function storeContract(name: string, makeRoom: () => Promise<Room>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let room: Room;
    let store: Store;
    beforeEach(async () => {
      room = await makeRoom();
      store = room.store;
    });

    runsContract(() => store);
    penContract(() => room);
    intakeContract(() => store);
    claimsContract(() => store);
    monthsContract(() => store);
    factsContract(() => room);
  });
}

function runsContract(get: () => Store): void {
  describe("runs", () => {
    test("are numbered, found while they run, and keep how they ended", async () => {
      const { runs } = get();
      const first = await runs.start(newRun("migrate", "a"));
      expect(await runs.running()).toMatchObject({ runId: first, state: "running", report: "" });
      await runs.end(first, "done", '{"rows":1}', "2017-02-01T00:00:00Z");
      const second = await runs.start(newRun("migrate", "b"));
      await runs.end(second, "refused", "{}", "2017-02-01T00:00:01Z");
      expect(second).toBe(first + 1);
      expect(await runs.running()).toBeUndefined();
      expect((await runs.list()).map((run) => run.state)).toEqual(["done", "refused"]);
      expect(await runs.get(first)).toMatchObject({ kind: "migrate", report: '{"rows":1}' });
      expect(await runs.get(99)).toBeUndefined();
    });

    test("the last one done counts only when it was done, for its kind and subject", async () => {
      const { runs } = get();
      const first = await runs.start(newRun("settle", january));
      expect(await runs.lastDone("settle", january)).toBeUndefined();
      await runs.end(first, "done", "{}", "");
      const second = await runs.start(newRun("settle", january));
      await runs.end(second, "done", "{}", "");
      expect((await runs.lastDone("settle", january))?.runId).toBe(second);
      expect(await runs.lastDone("settle", february)).toBeUndefined();
      expect(await runs.lastDone("budget", january)).toBeUndefined();
    });

    test("remember what they read and wrote, and the archive keeps a text once", async () => {
      const { runs } = get();
      const runId = await runs.start(newRun("migrate", "a"));
      await runs.addInputs(runId, [{ role: "policy", path: "p.yaml", sha256: "1" }]);
      await runs.setOutputs(runId, [{ path: "o.csv", sha256: "2", isPrivate: true }]);
      expect(await runs.inputs(runId)).toEqual([{ role: "policy", path: "p.yaml", sha256: "1" }]);
      expect(await runs.outputs(runId)).toEqual([{ path: "o.csv", sha256: "2", isPrivate: true }]);
      await runs.archive("1", "law");
      await runs.archive("1", "another law");
      expect(await runs.archived("1")).toBe("law");
      expect(await runs.archived("9")).toBeUndefined();
    });
  });
}

function penContract(get: () => Room): void {
  describe("the pen", () => {
    test("what is rolled back leaves nothing, what is committed stays", async () => {
      const { store, open } = get();
      expect(await store.begin()).toBe(true);
      await store.runs.archive("1", "law");
      await store.rollback();
      await store.rollback(); // nothing to take back is no mistake
      expect(await store.runs.archived("1")).toBeUndefined();

      expect(await store.begin()).toBe(true);
      await store.runs.archive("2", "law");
      const other = await open();
      expect(await other.runs.archived("2")).toBeUndefined();
      await store.commit();
      expect(await other.runs.archived("2")).toBe("law");
    });

    test("is held by one process at a time", async () => {
      const { store, open } = get();
      const other = await open();
      expect(await store.begin()).toBe(true);
      expect(await other.begin()).toBe(false);
      await store.rollback();
      expect(await other.begin()).toBe(true);
      await other.rollback();
    });
  });
}

function intakeContract(get: () => Store): void {
  describe("a batch of rows", () => {
    const batch = (fileId: number, lines: readonly number[]) => ({
      rows: lines.map((line) => {
        return { fileId, line, offset: line * 10, length: 9, lineHash: 1, outcome: 2 as const };
      }),
      setAside: [{ fileId, line: lines[0] ?? 0, raw: "raw" }],
      problems: lines.map((line) => {
        return { fileId, line, problem: problem("field-missing", { file: "a.csv", line }) };
      }),
      persons: lines.map((line) => stagedPerson(fileId, line)),
      enrolments: [],
    });

    const newFile = async (store: Store): Promise<number> => {
      const runId = await store.runs.start(newRun("migrate", "a"));
      const kind = { layout: "people", record: "person", source: "ncms" };
      return store.intake.addFile({ runId, path: "a.csv", sha256: "1", bytes: 1, ...kind });
    };

    test("is counted by file, outcome and code", async () => {
      const store = get();
      const fileId = await newFile(store);
      await store.intake.addRows(batch(fileId, [2, 3]));
      expect(await store.intake.outcomes(1)).toEqual([{ fileId, outcome: 2, rows: 2 }]);
      expect([...(await store.intake.setAsideByCode(1))]).toEqual([["field-missing", 2]]);
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
      const empty = { setAside: [], problems: [], persons: [], enrolments: [] };
      await store.intake.addRows({ rows: loaded, ...empty });
      await store.intake.settleRows([{ fileId, line: 2, outcome: 2 }], []);
      const after = { fileId: 0, line: 0 };
      const [place] = await store.intake.setAsideWithoutText(1, after, 10);
      expect(place).toMatchObject({ path: "a.csv", line: 2, offset: 20, length: 9 });
      await store.intake.keepText([{ fileId, line: 2, raw: "text" }]);
      expect(await store.intake.setAsideWithoutText(1, after, 10)).toEqual([]);
    });
  });
}

function claimsContract(get: () => Store): void {
  describe("claims", () => {
    test("a settlement number comes in once; the repeated row is given back", async () => {
      const { claims } = get();
      const [first, second] = [claimRow("S1", 2), claimRow("S2", 3)];
      expect(await claims.add([first, second])).toEqual([]);
      const again = { ...first, line: 4 };
      expect(await claims.add([again, claimRow("S3", 5)])).toEqual([again]);
      expect(await claims.openCount(january)).toBe(3);
      expect(await claims.find("S1")).toMatchObject({ ...first, psnNo: "" });
      expect(await claims.find("S9")).toBeUndefined();
    });

    test("amounts of the window come back as they went in, those of the centre are absent", async () => {
      const { claims } = get();
      const paid = { ...claimRow("S1", 2).paid, hifpPay: yuan("50.01") };
      await claims.add([
        { ...claimRow("S1", 2), paid: paid as never },
        { ...claimRow("S2", 3), settledBy: "centre", paid: undefined },
      ]);
      expect((await claims.find("S1"))?.paid).toEqual(paid);
      expect((await claims.find("S2"))?.paid).toBeUndefined();
    });

    test("one that waits keeps its reasons until the next trial", async () => {
      const { claims } = get();
      await claims.add([claimRow("S1", 2)]);
      const claimId = (await claims.find("S1"))?.claimId ?? 0;
      const wait = (code: "claim-refund" | "claim-not-entitled") =>
        claims.writeRange({
          ...{ month: january, policy: "", settled: [], suspects: [], years: [] },
          waiting: [{ claimId, problems: [problem(code, { file: "" }, { found: "x" })] }],
        });
      await wait("claim-refund");
      await wait("claim-not-entitled");
      expect([...(await claims.waitingByCode(january))]).toEqual([["claim-not-entitled", 1]]);
    });

    test("a year to date comes back as it was written", async () => {
      const store = get();
      const { claims } = store;
      const psnNo = "1599210000000001";
      const year = { partNo: partOf(psnNo), psnNo, year: 2017 };
      const used = { inpatientPaid: yuan("1234.56"), aidPaid: yuan("0.01") };
      const admissions = { township: 1, "1": 0, "2": 3, "3": 12 };
      const after = { ...emptyYear, ...used, admissions };
      await claims.writeRange({
        ...{ month: january, policy: "", settled: [], suspects: [], waiting: [] },
        years: [{ ...year, after }],
      });
      const facts = await factsOf(store);
      expect(facts).toContain(
        JSON.stringify([year.partNo, psnNo, 2017, "1,0,3,12", 123456, 0, 0, 0, 0, 1]),
      );
    });
  });
}

function monthsContract(get: () => Store): void {
  describe("months", () => {
    const open = { month: january, state: "open", version: 0, preparedBy: "", approvedBy: "" };

    test("are known by their claims or by their state, in order", async () => {
      const { months, claims } = get();
      expect(await months.list()).toEqual([]);
      await claims.add([claimRow("S1", 2)]);
      expect(await months.list()).toEqual([open]);
      const settled = { ...open, month: february, state: "settled", version: 1 } as const;
      await months.put(settled);
      await months.put({ ...settled, version: 2 });
      expect(await months.list()).toEqual([open, { ...settled, version: 2 }]);
      expect(await months.get(february)).toEqual({ ...settled, version: 2 });
    });

    test("a closed one never changes, whoever writes", async () => {
      const store = get();
      const closed = { ...open, state: "closed", preparedBy: "甲" } as const;
      await store.months.put(closed);
      await expect(store.months.put({ ...closed, state: "open" })).rejects.toThrow(/closed/);
      await expect(store.claims.add([claimRow("S1", 2)])).rejects.toThrow(/closed/);
      await expect(store.budget.write(january, 1, [hospitalMonth])).rejects.toThrow(/closed/);
      expect(await store.months.get(january)).toEqual(closed);
      expect(await store.claims.openCount(january)).toBe(0);
    });

    test("what is not settled is carried over once, under a name", async () => {
      const { months, claims } = get();
      await claims.add([claimRow("S1", 2), claimRow("S2", 3)]);
      expect(await months.carryOver(january, "甲")).toBe(2);
      expect(await months.carryOver(january, "乙")).toBe(0);
      expect(await months.carriedInto(february)).toBe(2);
      expect(await claims.openCount(february)).toBe(2);
    });

    test("an approval waits until somebody decides", async () => {
      const { months } = get();
      const asked = { kind: "month-close", subject: january, preparedBy: "甲" };
      const approvalId = await months.addApproval({ ...asked, decidedBy: "", state: "waiting" });
      expect(await months.waitingApproval("month-close", january)).toMatchObject({ approvalId });
      await months.decide(approvalId, "approved", "乙");
      expect(await months.waitingApproval("month-close", january)).toBeUndefined();
      expect(await months.approval(approvalId)).toMatchObject({
        state: "approved",
        decidedBy: "乙",
      });
      expect(await months.approval(99)).toBeUndefined();
    });
  });
}

const hospitalMonth = {
  ...{ fixmedinsCode: "H15992100001", month: january, setlCnt: 0, medfeeSumamt: zero },
  ...{ fundAppySum: zero, hifpPay: zero, outsideQuota: zero, agreement: "", deduction: zero },
  ...{ deducted: zero, confirmed: zero, quota: zero, accepted: zero, deferred: zero },
  ...{ holdbackRatio: 0 as never, holdback: zero, recoverBefore: zero, recovered: zero },
  ...{ recoverAfter: zero, quotaPayable: zero, payable: zero },
};

function factsContract(get: () => Room): void {
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
      const persons = [{ ...stagedPerson(1, 2), familyBalc: nothingRead }];
      const empty = { rows: [], setAside: [], problems: [], enrolments: [] };
      await store.intake.addRows({ ...empty, persons });
      expect(await factsOf(store)).toEqual(before);
    });
  });
}

function hospital(fixmedinsCode: string) {
  const names = { fixmedinsName: "样例医院", hospLv: "05", dedcHospLv: "2" };
  return { fixmedinsCode, ...names, fixBlngAdmdvs: "159921" };
}
