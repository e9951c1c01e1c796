import { describe, expect, test } from "vitest";
import { type Ratio, yuan, zero } from "../../src/domain/money.js";
import { partOf } from "../../src/domain/part.js";
import type { Month } from "../../src/domain/period.js";
import { problem } from "../../src/domain/problem.js";
import type { Entry, SettledRange, StoredClaim } from "../../src/store/port/claims.js";
import type { Store } from "../../src/store/store.js";
import { claimRow, factsOf, newRun, paidHalf } from "./rows.js";

const january = "2017-01" as Month;
const february = "2017-02" as Month;

/** Claims, and what settling leaves. */
export function claimsContract(get: () => Store): void {
  describe("claims", () => {
    test("a settlement number comes in once; the repeated row is given back", async () => {
      const { claims } = get();
      const [first, second] = [claimRow("S1", 2), claimRow("S2", 3)];
      expect(await claims.add([first, second])).toEqual([]);
      const again = { ...first, line: 4 };
      const repeated = await claims.add([again, claimRow("S3", 5)]);
      expect(repeated.map((one) => one.row)).toEqual([again]);
      expect(await claims.openCount(january)).toBe(3);
      expect(await claims.find("S1")).toMatchObject({ ...first, psnNo: "" });
      expect(await claims.find("S9")).toBeUndefined();
    });

    test("amounts of the window come back as they went in, the centre has none", async () => {
      const { claims } = get();
      const paid = { ...paidHalf, hifpPay: yuan("50.01") };
      await claims.add([
        { ...claimRow("S1", 2), paid },
        { ...claimRow("S2", 3), settledBy: "centre", paid: undefined },
      ]);
      expect((await claims.find("S1"))?.paid).toEqual(paid);
      expect((await claims.find("S2"))?.paid).toBeUndefined();
    });

    test("one that waits keeps its reasons until the next trial", async () => {
      const { claims } = get();
      await claims.add([claimRow("S1", 2)]);
      const claimId = (await claims.find("S1"))?.claimId ?? 0;
      const wait = (code: "claim-refund-unknown" | "claim-not-entitled") =>
        claims.writeRange({
          ...nothing,
          waiting: [{ claimId, problems: [problem(code, { file: "" }, { found: "x" })] }],
        });
      await wait("claim-refund-unknown");
      await wait("claim-not-entitled");
      expect([...(await claims.waitingByCode(january))]).toEqual([["claim-not-entitled", 1]]);
    });

    test("a year to date comes back as it was written, the last one", async () => {
      const store = get();
      const psnNo = "1599210000000001";
      const year = { partNo: partOf(psnNo), psnNo, year: 2017 };
      await store.claims.writeRange({ ...nothing, years: [{ ...year, state: "stays=1" }] });
      await store.claims.writeRange({ ...nothing, years: [{ ...year, state: "stays=2" }] });
      const facts = await factsOf(store);
      expect(facts).toContain(JSON.stringify([year.partNo, psnNo, 2017, "stays=2"]));
      expect(facts).not.toContain(JSON.stringify([year.partNo, psnNo, 2017, "stays=1"]));
    });

    test("a settlement keeps all entries; the last that is no reversal is in force", async () => {
      const store = get();
      await store.runs.start(newRun("settle", january));
      await store.runs.archive("law", "x");
      await store.claims.add([claimRow("S1", 2)]);
      const claim = { ...(await claimOf(store, "S1")), partNo: 7, psnNo: "1599210000000001" };
      await store.claims.writeRange({ ...nothing, settled: [{ ...first, claim }] });
      const back = { ...first, entry: 1, kind: "reversal", cases: -1, reason: "late" } as const;
      const anew = { ...first, entry: 2, kind: "corrected", cases: 1, reason: "late" } as const;
      const settled = [
        { ...back, claim, month: february },
        { ...anew, claim, posted: paidHalf },
      ];
      await store.claims.writeRange({ ...nothing, month: february, settled });
      const history = await store.claims.history(0, 4096);
      const [found] = history.get(claim.psnNo) ?? [];
      expect(found?.entries.map(({ entry, kind, month }) => [entry, kind, month])).toEqual([
        [0, "settled", january],
        [1, "reversal", february],
        [2, "corrected", february],
      ]);
      expect(await store.claims.settlementOf(claim)).toMatchObject({ kind: "corrected" });
      expect((await store.claims.totals(february)).map((one) => one.claims)).toEqual([0]);
    });

    test("a refund names what it took back, once", async () => {
      const store = get();
      await store.runs.start(newRun("settle", january));
      await store.runs.archive("law", "x");
      const back = { ...claimRow("S2", 3), mdtrtId: "V2", isRefund: true };
      await store.claims.add([claimRow("S1", 2), back]);
      const person = { partNo: 7, psnNo: "1599210000000001" };
      const claim = { ...(await claimOf(store, "S1")), ...person };
      await store.claims.writeRange({ ...nothing, settled: [{ ...first, claim }] });
      const named = { ...(await claimOf(store, "S2")), ...person, initMedinsSetlId: "S1" };
      const [original] = await store.claims.originalsOf(named);
      expect(original?.claim.medinsSetlId).toBe("S1");
      expect(original?.refundedBy).toBeUndefined();
      const refundOf = claim.claimId;
      const settled = [{ ...first, claim: named, cases: -1, refundOf } as const];
      await store.claims.writeRange({ ...nothing, settled });
      const [again] = await store.claims.originalsOf(named);
      expect(again?.refundedBy).toBe(named.claimId);
    });
  });
}

async function claimOf(store: Store, medinsSetlId: string): Promise<StoredClaim> {
  const claim = await store.claims.find(medinsSetlId);
  if (claim === undefined) throw new Error(`no claim ${medinsSetlId}`);
  return claim;
}

const first: Entry = {
  ...({ entry: 0, kind: "settled", reason: "", cases: 1, settledBy: "window" } as const),
  ...{ policy: "law", medfeeSumamt: yuan("100.00"), posted: paidHalf, steps: "", shadow: "" },
  runId: 1,
};

/** Months, their closing and who approved it. */
export function monthsContract(get: () => Store): void {
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

/** A range of parts in which nothing happened. */
const nothing: SettledRange = {
  month: january,
  settled: [],
  suspects: [],
  waiting: [],
  years: [],
};

const hospitalMonth = {
  ...{ fixmedinsCode: "H15992100001", month: january, setlCnt: 0, medfeeSumamt: zero },
  ...{ fundAppySum: zero, hifpPay: zero, outsideQuota: zero, agreement: "", deduction: zero },
  ...{ deducted: zero, confirmed: zero, quota: zero, accepted: zero, deferred: zero },
  ...{ holdbackRatio: 0 as Ratio, holdback: zero, recoverBefore: zero, recovered: zero },
  ...{ recoverAfter: zero, quotaPayable: zero, payable: zero },
};
