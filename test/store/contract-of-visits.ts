import { describe, expect, test } from "vitest";
import { yuan } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import type { Count, Price } from "../../src/domain/quantity.js";
import type { FeeLineRow, VisitRow } from "../../src/domain/visits.js";
import type { Store } from "../../src/store/store.js";
import { factsOf } from "./rows.js";

const day = "2016-12-05" as Day;

/** Visits and their fee lines. */
export function visitsContract(get: () => Store): void {
  describe("visits", () => {
    test("a visit comes in once for its source; the repeated row is given back", async () => {
      const { visits } = get();
      expect(await visits.addVisits([visit("V1", 2), visit("V2", 3)])).toEqual([]);
      const again = { ...visit("V1", 4), drName: "李四" };
      const repeated = await visits.addVisits([again, { ...visit("V1", 5), source: "urbmi" }]);
      expect(repeated).toEqual([
        { row: again, first: { fileId: 1, line: 2 }, lineHash: undefined },
      ]);
      expect(await visits.visit("ncms", "V1")).toEqual(visit("V1", 2));
      expect(await visits.visit("ncms", "V9")).toBeUndefined();
    });

    test("fee lines come back by visit, exact, in the order of their numbers", async () => {
      const { visits } = get();
      const lines = [feeLine("V1", "02", 3), feeLine("V1", "01", 2), feeLine("V2", "01", 4)];
      expect(await visits.addFeeLines(lines)).toEqual([]);
      expect(await visits.addFeeLines([feeLine("V1", "01", 9)])).toHaveLength(1);
      expect(await visits.feeLines("ncms", "V1")).toEqual([lines[1], lines[0]]);
    });

    test("both are facts", async () => {
      const store = get();
      const before = await factsOf(store);
      await store.visits.addVisits([visit("V1", 2)]);
      const between = await factsOf(store);
      await store.visits.addFeeLines([feeLine("V1", "01", 3)]);
      expect(new Set([before, between, await factsOf(store)].map(String)).size).toBe(3);
    });
  });
}

function visit(mdtrtId: string, line: number): VisitRow {
  return {
    ...{ source: "ncms", mdtrtId, fileId: 1, line, mdtrtCertNo: "101201010001", legacyId: "1" },
    ...{ psnName: "张三", fixmedinsCode: "H15992100001", medType: "11", begndate: day },
    ...{ diseCodg: "J06.900", deptName: "内科", drName: "王五" },
  };
}

function feeLine(mdtrtId: string, feedetlSn: string, line: number): FeeLineRow {
  return {
    ...{ source: "ncms", mdtrtId, feedetlSn, fileId: 1, line, initFeedetlSn: "", rxno: "R1" },
    ...{ feeOcurTime: day, medinsListCodg: "XN0001", medinsListName: "阿莫西林胶囊", spec: "" },
    ...{ pric: 8_500_000 as Price, cnt: -20_000 as Count, detItemFeeSumamt: yuan("-17.00") },
  };
}
