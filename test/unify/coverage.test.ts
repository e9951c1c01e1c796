import { describe, expect, test } from "vitest";
import { zero } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import type { HeldEnrolment } from "../../src/domain/source-rows.js";
import { coverageLaw } from "../../src/jobs/coverage-law.js";
import { type CoverageLaw, unifyCoverage } from "../../src/unify/coverage.js";
import { lawFrom, packFrom } from "../policy/law-from.js";
import { benefits, parameter } from "../policy/texts.js";
import { shippedDuplicates } from "./duplicates.js";

/** Students are minors whatever their age; everybody else by the age on the switch day. */
const text = `
${benefits}
${parameter("coverage.ageDay", "switchDay")}
${parameter(
  "coverage.class",
  '[{ psnType: "14", choose: minor }, { age: "0-17", choose: minor }, ' +
    '{ age: "18-59", choose: adult }, { choose: old }]',
)}
`;
const law: CoverageLaw = coverageLaw(packFrom(text), lawFrom(text), shippedDuplicates());
const birth = "1980-05-05" as Day;

/** An active NCMS enrolment since 2012; only what the case is about is named. */
function row(line: number, facts: Partial<HeldEnrolment> = {}): HeldEnrolment {
  return {
    fileId: 1,
    line,
    source: "ncms",
    legacyId: "A1",
    insutype: "380",
    psnType: "",
    psnInsuStas: "1",
    psnIdetType: "",
    insuplcAdmdvs: "159921",
    psnInsuDate: "2012-01-01" as Day,
    liveAdmdvs: "",
    workAdmdvs: "",
    psnClctAmt: zero,
    accrymBegn: "",
    drawn: zero,
    ...facts,
  };
}

const urban = { source: "urbmi", insutype: "391", insuplcAdmdvs: "159922", psnType: "15" };
const stopped = { psnInsuStas: "2" };

/** The enrolments as `insutype from–to`. */
function enrolments(rows: readonly HeldEnrolment[], brdy: Day = birth): readonly string[] {
  return unifyCoverage(brdy, rows, law).enrolments.map(
    ({ insutype, begndate, enddate }) => `${insutype} ${begndate}–${enddate}`,
  );
}

describe("who is enrolled in the unified scheme", () => {
  test("one enrolment ends on the day before the switch, and one begins with it", () => {
    expect(enrolments([row(2)])).toEqual(["380 2012-01-01–2016-12-31", "390 2017-01-01–"]);
  });

  test("two schemes at once become one enrolment; both stay as history (重复参保)", () => {
    const rows = [row(2), row(3, urban)];
    expect(enrolments(rows)).toEqual([
      "380 2012-01-01–2016-12-31",
      "391 2012-01-01–2016-12-31",
      "390 2017-01-01–",
    ]);
    const { activeSchemes, repeated, enrolments: all } = unifyCoverage(birth, rows, law);
    expect([activeSchemes, repeated]).toEqual([["380", "391"], []]);
    expect(all.at(-1)?.insuplcAdmdvs).toBe("159921"); // the one read first
  });

  test("the same scheme said twice is one enrolment, and the second row repeats it", () => {
    const again = row(9);
    const covered = unifyCoverage(birth, [row(2), again], law);
    expect(covered.repeated).toEqual([again]);
    expect(covered.activeSchemes).toHaveLength(1);
    expect(covered.enrolments).toHaveLength(2);
  });

  test("two times in one scheme are two pieces of history", () => {
    const rows = [row(2, { psnInsuDate: "2009-01-01" as Day, ...stopped }), row(3)];
    expect(enrolments(rows)).toEqual([
      "380 2009-01-01–2016-12-31",
      "380 2012-01-01–2016-12-31",
      "390 2017-01-01–",
    ]);
  });

  test("who had stopped everywhere is not enrolled, and keeps the history", () => {
    const covered = unifyCoverage(birth, [row(2, stopped)], law);
    expect(covered.enrolments.map((one) => one.insutype)).toEqual(["380"]);
    expect(covered.activeSchemes).toEqual([]);
  });

  test("a stopped enrolment lends neither division nor identity nor scheme", () => {
    const left = row(2, { ...stopped, insuplcAdmdvs: "159923", psnIdetType: "minLiving" });
    const covered = unifyCoverage(birth, [left, row(3, urban)], law);
    expect(covered.enrolments.at(-1)).toMatchObject({ insutype: "390", insuplcAdmdvs: "159922" });
    expect(covered.identities).toEqual([]);
    expect(covered.activeSchemes).toHaveLength(1);
  });

  test.each([
    ["2016-12-31", "380 2016-12-31–2016-12-31"],
    ["2017-01-01", "380 2016-12-31–2016-12-31"], // an old scheme ends before the switch
    ["2017-03-15", "380 2016-12-31–2016-12-31"],
  ])("enrolled on %s: the old enrolment is %s", (day, old) => {
    const rows = [row(2, { psnInsuDate: day as Day })];
    expect(enrolments(rows)).toEqual([old, "390 2017-01-01–"]);
  });

  test("nobody's rows enrol nobody", () => {
    expect(unifyCoverage(birth, [], law)).toEqual({
      enrolments: [],
      identities: [],
      repeated: [],
      activeSchemes: [],
    });
  });
});

describe("the class in the unified scheme", () => {
  function classOf(brdy: string, ...rows: readonly HeldEnrolment[]): string | undefined {
    return unifyCoverage(brdy as Day, rows, law).enrolments.at(-1)?.psnType;
  }

  test.each([
    ["2016-12-31", "14"],
    ["1999-01-02", "14"], // 18 on the day after the switch
    ["1999-01-01", "15"], // 18 on the day of the switch
    ["1957-01-02", "15"], // 60 on the day after
    ["1957-01-01", "16"], // 60 on the day
    ["1920-06-01", "16"],
  ])("born %s: %s", (brdy, psnType) => {
    expect(classOf(brdy, row(2))).toBe(psnType);
  });

  test("a student or child stays one, whatever the age and whichever source says so", () => {
    const student = row(3, { ...urban, psnType: "1404" });
    expect(classOf("1990-01-01", row(2), student)).toBe("1404");
    expect(classOf("1990-01-01", student, row(2))).toBe("1404");
  });

  test("an adult class of a source does not outweigh the age", () => {
    expect(classOf("1950-01-01", row(2, { psnType: "15" }))).toBe("16");
  });

  test("a student who left is no student any more", () => {
    const left = row(3, { ...urban, psnType: "1404", ...stopped });
    expect(classOf("1990-01-01", row(2), left)).toBe("15");
  });
});

test("identities of all active rows count once each, from the switch on", () => {
  const rows = [
    row(2, { psnIdetType: "registeredPoor" }),
    row(3, { ...urban, psnIdetType: "minLiving" }),
    row(4, { ...urban, psnIdetType: "minLiving", psnInsuDate: "2013-01-01" as Day }),
  ];
  // Each rests on the first row that states it.
  expect(unifyCoverage(birth, rows, law).identities).toEqual([
    { psnIdetType: "minLiving", begndate: "2017-01-01", basis: rows[1] },
    { psnIdetType: "registeredPoor", begndate: "2017-01-01", basis: rows[0] },
  ]);
});
