import { describe, expect, test } from "vitest";
import type { NewUndo } from "../../src/store/port/undos.js";
import type { Store } from "../../src/store/store.js";
import { claimRow } from "./rows.js";

/** Merges to undo, and whose things are. */
export function regroupContract(get: () => Store): void {
  describe("a merge to undo", () => {
    test("is kept as it was prepared, and decided on by its approval", async () => {
      const store = get();
      const approvalId = await store.months.addApproval({
        kind: "match-undo",
        subject: "P1",
        preparedBy: "甲",
        decidedBy: "",
        state: "waiting",
      });
      const entry: NewUndo = {
        approvalId,
        psnNo: "P1",
        records: [{ fileId: 1, line: 3 }],
        reason: "认错了",
        replaces: [7],
        consequences: "hash",
        report: "{}",
        preparedAt: "2017-02-01T00:00:00Z",
      };
      await store.undos.add(entry);
      const waiting = { ...entry, preparedBy: "甲", approvedBy: "", state: "waiting" };
      expect(await store.undos.get(approvalId)).toEqual(waiting);
      await store.months.decide(approvalId, "approved", "乙");
      expect(await store.undos.all()).toEqual([
        { ...waiting, approvedBy: "乙", state: "approved" },
      ]);
      expect(await store.undos.get(99)).toBeUndefined();
    });
  });

  describe("whose something is", () => {
    test("is nobody's while nobody is known", async () => {
      const store = get();
      await store.claims.add([claimRow("A1", 2)]);
      const claim = await store.claims.find("A1");
      expect(await store.regroup.claimHolder(claim?.claimId ?? 0)).toBe("");
      expect(await store.regroup.record("P1")).toBeUndefined();
      expect(await store.regroup.moves("P1")).toEqual([]);
      expect(await store.regroup.belongings(["P1"])).toEqual({
        aliases: new Map(),
        moves: [],
        changes: [],
        benefits: [],
        accounts: [],
        claims: [],
      });
    });
  });
}
