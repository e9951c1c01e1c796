import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import type { SourcePerson } from "../../src/domain/records.js";
import { survivorOf } from "../../src/match/survivor.js";
import { holds } from "../seeded.js";

interface NumberedPerson extends SourcePerson {
  readonly rowNo: number;
}

/** A row of one person; only what the case is about is named. */
function row(rowNo: number, facts: Partial<NumberedPerson> = {}): NumberedPerson {
  return {
    rowNo,
    fileId: 1,
    line: rowNo + 2,
    source: "ncms",
    legacyId: `A${rowNo}`,
    householdNo: "",
    headRelation: "",
    psnName: "王明",
    certno: "159921195001019956",
    certnoStatus: "valid",
    gend: "1",
    brdy: "1950-01-01" as Day,
    naty: "",
    tel: "",
    insuplcAdmdvs: "159921",
    ...facts,
  };
}

describe("survivorOf", () => {
  test("a number valid as written leads, then a completed one, then the earliest row", () => {
    const [missing, upgraded] = [
      row(0, { certno: "", certnoStatus: "missing" }),
      row(1, { certnoStatus: "upgraded" }),
    ];
    const [valid, later] = [row(2), row(3)];
    expect(survivorOf([missing, upgraded, valid, later]).rowNo).toBe(2);
    expect(survivorOf([missing, upgraded]).rowNo).toBe(1);
    expect(survivorOf([later, missing]).rowNo).toBe(3);
    expect(survivorOf([row(7, { certnoStatus: "badDate" }), missing]).rowNo).toBe(0);
  });

  test("what the leading row leaves empty comes from the next that has it", () => {
    const lead = row(0, { tel: "13900000000" });
    const next = row(1, { naty: "05", tel: "13911111111" });
    const last = row(2, { naty: "01", householdNo: "9", headRelation: "02" });
    expect(survivorOf([last, next, lead])).toEqual({
      ...lead,
      naty: "05",
      householdNo: "9",
      headRelation: "02",
    });
  });

  test("a relation is never taken into another household than the one it was told in", () => {
    const lead = row(0, { householdNo: "1", headRelation: "" });
    const other = row(1, { householdNo: "2", headRelation: "02" });
    const survivor = survivorOf([lead, other]);
    expect([survivor.householdNo, survivor.headRelation]).toEqual(["1", ""]);
  });

  test("the order in which the rows come does not matter", () => {
    const statuses = fc.constantFrom("valid" as const, "upgraded" as const, "missing" as const);
    const word = fc.constantFrom("", "甲", "乙");
    const anyRows = fc
      .array(fc.record({ certnoStatus: statuses, naty: word, tel: word, householdNo: word }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((facts) => facts.map((one, rowNo) => row(rowNo, one)));
    holds(
      fc.property(anyRows, (rows) => {
        const survivor = survivorOf(rows);
        expect(survivorOf([...rows].reverse())).toEqual(survivor);
        for (const field of ["naty", "tel"] as const) {
          const isKnown = rows.some((one) => one[field] !== "");
          expect(survivor[field] !== "").toBe(isKnown);
        }
      }),
    );
  });

  test("a person without a row is our own mistake", () => {
    expect(() => survivorOf([])).toThrow("at least one row");
  });
});
