import { describe, expect, test } from "vitest";
import { type Ratio, yuan, zero } from "../../src/domain/money.js";
import { partOf } from "../../src/domain/part.js";
import type { Month } from "../../src/domain/period.js";
import { problem } from "../../src/domain/problem.js";
import type { SettledRange } from "../../src/store/port/claims.js";
import type { Store } from "../../src/store/store.js";
import { claimRow, factsOf, paidHalf } from "./rows.js";

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
      const wait = (code: "claim-refund" | "claim-not-entitled") =>
        claims.writeRange({
          ...nothing,
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
      const state = "limit:annual=123456 stays:level/2=3 stays=12";
      await claims.writeRange({ ...nothing, years: [{ ...year, state }] });
      const facts = await factsOf(store);
      expect(facts).toContain(JSON.stringify([year.partNo, psnNo, 2017, state, 0, 0, 0, 0, 0, 0]));
    });
  });
}

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
  policy: "",
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
