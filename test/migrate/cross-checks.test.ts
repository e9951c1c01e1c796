import { describe, expect, test } from "vitest";
import { zero } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import { setsAside } from "../../src/domain/problem.js";
import type { SourceEnrolment, SourcePerson } from "../../src/domain/records.js";
import type { UndatedClaim } from "../../src/migrate/claims.js";
import { claimChecks, enrolmentChecks, personChecks } from "../../src/migrate/cross-checks.js";

const place = { fileId: 3, line: 12 };
const origin = { ...place, file: "a.csv", source: "ncms", latest: "2018-01-31" as Day };

function person(change: Partial<Record<keyof SourcePerson, string>>): SourcePerson {
  const sound = {
    ...place,
    source: "ncms",
    legacyId: "1",
    householdNo: "7",
    headRelation: "",
    psnName: "王明",
    certno: "",
    certnoStatus: "missing",
    gend: "1",
    brdy: "1990-01-01",
    naty: "01",
    tel: "",
    insuplcAdmdvs: "159921",
  };
  return { ...sound, ...change } as unknown as SourcePerson;
}

describe("a person", () => {
  test.each<[string, Partial<Record<keyof SourcePerson, string>>, readonly string[]]>([
    ["is sound", {}, []],
    ["has no birth date", { brdy: "" }, ["field-missing brdy"]],
    ["was born before anybody living", { brdy: "1879-12-31" }, ["date-out-of-range brdy"]],
    ["is the oldest that can be", { brdy: "1880-01-01" }, []],
    ["was born within a year of the delivery", { brdy: "2018-01-31" }, []],
    ["is born later than that", { brdy: "2018-02-01" }, ["date-out-of-range brdy"]],
    ["has another's number", { certno: "159921195001019956" }, ["certno-birth-differs brdy"]],
    ["is a husband", { headRelation: "11" }, []],
    [
      "is a husband and a woman",
      { headRelation: "11", gend: "2" },
      ["relation-differs head_relation"],
    ],
    ["is a wife and a man", { headRelation: "12" }, ["relation-differs head_relation"]],
    ["is a daughter and a man", { headRelation: "31" }, ["relation-differs head_relation"]],
    ["is a son-in-law", { headRelation: "28" }, []],
    ["is a daughter-in-law and a man", { headRelation: "38" }, ["relation-differs head_relation"]],
    ["is a spouse of either sex", { headRelation: "10", gend: "2" }, []],
    ["is a grandchild of either sex", { headRelation: "40", gend: "2" }, []],
    ["has no sex that is known", { headRelation: "11", gend: "9" }, []],
  ])("%s", (_, change, found) => {
    const problems = personChecks(person(change), origin);
    expect(problems.map((one) => `${one.code} ${one.place.field}`)).toEqual(found);
  });

  test("goes on when only the relation is odd", () => {
    expect(setsAside(personChecks(person({ headRelation: "12" }), origin))).toBe(false);
  });
});

describe("an enrolment", () => {
  test.each<[string, string, readonly string[], boolean]>([
    ["2012-01-01", "1990-01-01", [], false],
    ["2012-01-01", "2012-06-01", ["enrolled-before-birth"], false],
    ["2012-01-01", "", [], false],
    ["2107-01-01", "1990-01-01", ["date-out-of-range"], true],
    ["", "1990-01-01", [], false],
  ])("from %s, of a person born on %s: %j", (psnInsuDate, brdy, found, isSetAside) => {
    const enrolment = { psnInsuDate } as SourceEnrolment;
    const problems = enrolmentChecks(enrolment, brdy as Day | "", origin);
    expect(problems.map((one) => one.code)).toEqual(found);
    expect(setsAside(problems)).toBe(isSetAside);
  });
});

describe("a bill", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["2017-01-05", "2017-01-09", "2017-01-09", []],
    ["2017-01-05", "2017-01-05", "2017-01-05", []],
    ["2017-01-05", "2017-01-09", "2017-01-07", []], // settled in between
    ["2017-01-05", "2017-01-04", "2017-01-09", ["dates-disorder enddate"]],
    ["2017-01-05", "2017-01-09", "2017-01-04", ["dates-disorder setl_time"]],
    ["1917-01-05", "2017-01-09", "2017-01-09", ["date-out-of-range begndate"]],
    ["2017-01-05", "2107-01-09", "2017-01-09", ["date-out-of-range enddate"]],
  ])("from %s to %s, settled on %s: %j", (begndate, enddate, setlDay, found) => {
    const claim = { begndate, enddate, setlDay, medfeeSumamt: zero } as unknown as UndatedClaim;
    const problems = claimChecks(claim, origin);
    expect(problems.map((one) => `${one.code} ${one.place.field}`)).toEqual(found);
  });
});
