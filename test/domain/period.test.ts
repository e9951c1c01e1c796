import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Day, Month } from "../../src/domain/period.js";
import * as period from "../../src/domain/period.js";
import { holds } from "../seeded.js";

const anyDay = fc
  .record({
    year: fc.integer({ min: 1801, max: 2198 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, date }) => period.dayOf(year, month, date))
  .filter((day) => day !== undefined);

describe("days of the calendar", () => {
  test.each([
    ["2017-01-31", true],
    ["2017-02-29", false],
    ["2016-02-29", true],
    ["1900-02-29", false], // a century is no leap year
    ["2000-02-29", true], // but the fourth one is
    ["2017-04-31", false],
    ["2017-00-10", false],
    ["2017-13-01", false],
    ["2017-01-00", false],
    ["1799-12-31", false],
    ["1800-01-01", true],
    ["2199-12-31", true],
    ["2200-01-01", false],
    ["2017-1-1", false],
    ["2017-01-31 ", false],
    ["", false],
  ])("%j is one: %s", (text, exists) => {
    expect(period.readDay(text)).toBe(exists ? text : undefined);
  });

  test("are what the engine's own calendar says", () => {
    const anyNumbers = fc.tuple(
      fc.integer({ min: 1800, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    holds(
      fc.property(anyNumbers, ([year, month, date]) => {
        const there = new Date(Date.UTC(year, month - 1, date));
        const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === date;
        const text = exists ? there.toISOString().slice(0, 10) : undefined;
        expect(period.dayOf(year, month, date)).toBe(text);
      }),
    );
  });
});

describe("months", () => {
  test.each([
    ["2017-01", "2017-01-01", "2017-01-31", "2017-02"],
    ["2017-02", "2017-02-01", "2017-02-28", "2017-03"],
    ["2016-02", "2016-02-01", "2016-02-29", "2016-03"],
    ["2017-09", "2017-09-01", "2017-09-30", "2017-10"],
    ["2017-12", "2017-12-01", "2017-12-31", "2018-01"],
  ])("%s goes from %s to %s, then %s", (text, first, last, next) => {
    const month = period.readMonth(text) as Month;
    expect(period.firstDay(month)).toBe(first);
    expect(period.lastDay(month)).toBe(last);
    expect(period.nextMonth(month)).toBe(next);
    expect(period.monthOf(last as Day)).toBe(text);
    expect(period.yearOf(month)).toBe(Number(text.slice(0, 4)));
  });

  test.each(["2017-00", "2017-13", "201701", "2017-1", "2017-01-01", ""])("%j is none", (text) => {
    expect(period.readMonth(text)).toBeUndefined();
  });
});

describe("dayBefore", () => {
  test.each([
    ["2017-01-01", "2016-12-31"],
    ["2017-03-01", "2017-02-28"],
    ["2016-03-01", "2016-02-29"],
    ["2017-05-01", "2017-04-30"],
    ["2017-01-10", "2017-01-09"],
  ])("of %s is %s", (day, before) => {
    expect(period.dayBefore(day as Day)).toBe(before);
  });

  test("is the last day below, and exists", () => {
    holds(
      fc.property(anyDay, (day) => {
        const before = period.dayBefore(day);
        expect(period.readDay(before)).toBe(before);
        expect(Date.parse(day) - Date.parse(before)).toBe(24 * 60 * 60 * 1000);
      }),
    );
  });
});

describe("ageOn", () => {
  test.each([
    ["1999-06-15", "2017-06-14", 17], // the day before the birthday
    ["1999-06-15", "2017-06-15", 18], // the birthday itself
    ["1999-06-15", "2017-06-16", 18],
    ["2016-12-31", "2017-01-01", 0],
    ["2016-01-01", "2017-01-01", 1],
    ["2000-02-29", "2017-02-28", 16], // born on a leap day: older on 1 March
    ["2000-02-29", "2017-03-01", 17],
    ["2000-02-29", "2016-02-29", 16],
  ])("born %s, on %s: %i", (birth, day, age) => {
    expect(period.ageOn(birth as Day, day as Day)).toBe(age);
  });
});

test("days in hospital do not count the last, across months, leap years and centuries", () => {
  const days = [
    ["2021-07-01", "2021-07-01"],
    ["2021-06-16", "2021-07-31"],
    ["2020-02-28", "2020-03-01"],
    ["2100-02-28", "2100-03-01"],
    ["2021-09-22", "2022-01-01"],
  ] as const;
  const found = days.map(([from, to]) => period.daysInHospital(from as Day, to as Day));
  expect(found).toEqual([1, 45, 2, 1, 101]);
});
