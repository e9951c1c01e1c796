import { describe, expect, test } from "vitest";
import { dayNumber, solarOf } from "../../src/match/compare/lunar.js";

const EPOCH = dayNumber({ year: 1970, month: 1, date: 1 });

describe("solarOf", () => {
  test.each([
    ["1990-1-1", ["1990-01-27"]], // 庚午年正月初一
    ["2017-8-15", ["2017-10-04"]], // 中秋
    ["1966-12-29", ["1967-02-08"]], // 除夕
    ["2017-6-1", ["2017-06-24", "2017-07-23"]], // 六月 and 闰六月
    ["1990-1-29", ["1990-02-24"]],
    ["1990-2-30", ["1990-03-26"]],
    ["1990-1-30", []], // that month had 29 days
    ["1899-1-1", []],
    ["1990-13-1", []],
  ])("the lunar %s is %j", (lunar, solar) => {
    const [year = 0, month = 0, date = 0] = lunar.split("-").map(Number);
    expect(solarOf({ year, month, date }).map(isoOf)).toEqual(solar);
  });

  // ICU computes the moon; near midnight it and the printed calendars may part by a day.
  test("agrees with the calendar of ICU on nearly every day", () => {
    const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", {
      month: "numeric",
      day: "numeric",
      timeZone: "UTC",
    });
    let [agreed, all] = [0, 0];
    for (let day = dayNumber({ year: 1901, month: 3, date: 1 }) - EPOCH; day < 29_000; day += 17) {
      const parts = chinese.formatToParts(new Date(day * 86_400_000));
      const [month = "", date = ""] = ["month", "day"].map(
        (type) => parts.find((part) => part.type === type)?.value,
      );
      const year = Number(isoOf(day + EPOCH).slice(0, 4));
      const numbers = { month: Number.parseInt(month, 10), date: Number(date) };
      const found = [year - 1, year].flatMap((one) => solarOf({ year: one, ...numbers }));
      all += 1;
      if (found.includes(day + EPOCH)) agreed += 1;
    }
    expect(all).toBeGreaterThan(3000);
    expect(agreed / all).toBeGreaterThan(0.99);
  });
});

function isoOf(day: number): string {
  return new Date((day - EPOCH) * 86_400_000).toISOString().slice(0, 10);
}
