import { expect, test } from "vitest";
import { Books } from "../../src/sample/books.js";
import { agreementsText, deductionRows } from "../../src/sample/closing.js";
import { countyRows } from "../../src/sample/county.js";
import { filesFor } from "../../src/sample/files.js";
import { manifestText } from "../../src/sample/manifest.js";
import { usualRates } from "../../src/sample/rates.js";
import { simpleWindow } from "./window-stub.js";

// A region's sample is of the January in which its unified scheme began.
test.each([2016, 2018, 2020])("a county that switched in %i delivers that January", (year) => {
  const people = 400;
  const order = { people, seed: "year", year, rates: usualRates, windowAmounts: simpleWindow };
  const books = new Books(filesFor(usualRates));
  const rows = [...countyRows(order, books)].flat();
  const days = rows
    .filter(({ file }) => file === "claims")
    .map(({ text }) => text.split(",").slice(11, 14));
  expect(days.length).toBeGreaterThan(10);
  for (const [begndate = "", enddate = "", setlDay = ""] of days) {
    expect([`${year}-01`, `${year - 1}-12`]).toContain(begndate.slice(0, 7));
    expect([enddate.slice(0, 7), setlDay.slice(0, 7)]).toEqual([`${year}-01`, `${year}-01`]);
  }

  const own = { region: "any", year, people, seed: "year", books };
  expect(manifestText(own)).toContain(`month: ${year}-01`);
  expect(agreementsText(books, year)).toContain(`from: ${year}-01-01`);
  for (const { text } of deductionRows(books, year)) expect(text).toContain(`${year}-01`);
});
