import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { enrolledYears } from "../../src/unify/enrolled-years.js";

/** `390 2017-01-01 2018-03-31 159921`; the last day `…` while it runs. */
function enrolments(...texts: readonly string[]) {
  return texts.map((text) => {
    const [insutype = "", begndate = "", enddate = "", insuplcAdmdvs = ""] = text.split(" ");
    const until = enddate === "…" ? "" : (enddate as Day);
    const days = { begndate: begndate as Day, enddate: until as Day | "" };
    return { insutype, ...days, insuplcAdmdvs, psnType: "15" };
  });
}

describe("the years in which somebody is enrolled in the unified scheme", () => {
  // enrolments, the last year that is asked for, years with places
  test.each([
    [["390 2017-01-01 … 159921"], 2017, ["2017 159921"]],
    [["390 2017-01-01 … 159921"], 2019, ["2017 159921", "2018 159921", "2019 159921"]],
    [["390 2017-01-01 2018-03-31 159921"], 2019, ["2017 159921", "2018 159921"]],
    [["380 2010-01-01 2016-12-31 159921"], 2017, []], // the old scheme
    [["390 2017-06-01 … 159922", "390 2017-01-01 2017-05-31 159921"], 2017, ["2017 159921"]],
    [["390 2018-01-01 … 159921"], 2017, []], // not yet
  ])("%j until %i: %j", (texts, lastYear, expected) => {
    const years = enrolledYears(enrolments(...texts), lastYear);
    expect(years.map((one) => `${one.year} ${one.insuplcAdmdvs}`)).toEqual(expected);
  });
});
