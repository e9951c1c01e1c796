import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yuan, yuanText } from "../../src/domain/money.js";
import { splitBill } from "../../src/settle/split.js";
import { numberOfName } from "../../src/settle/tally-names.js";
import {
  decodeYear,
  emptyYear,
  encodeYear,
  GrowingYear,
  usedUnder,
} from "../../src/settle/year-to-date.js";
import { claimOf, dayOf, settledInOrder, yearWith } from "./claims.js";
import { smallLaw } from "./laws.js";

const law = smallLaw({
  "inpatient.deductible": {
    value: '{ township: "100.00", "1": "200.00", "2": "500.00", "3": "800.00" }',
    form: "per: stay",
  },
  "inpatient.deductible.adjust.upwards": "[{ difference: yes }]",
  "inpatient.limit.annual": { value: '"20000.00"', form: "per: year, counts: payment" },
  "inpatient.ratio": {
    value: '[{ bands: [{ above: "0.00", share: "0.60" }, { above: "5000.00", share: "0.80" }] }]',
    form: "per: year, axis: net",
  },
});

const stays = [
  claimOf({ scope: "3000.00", mdtrtId: "V1", dedcHospLv: "1" }),
  claimOf({ scope: "4000.00", mdtrtId: "V2", dedcHospLv: "3", transferredFrom: "V1" }),
  claimOf({ scope: "5000.00", mdtrtId: "V3", place: "country", diseCodg: "C34" }),
];

describe("a year as text", () => {
  test("names in the order of the alphabet", () => {
    const after = settledInOrder(stays, { law }).at(-1)?.after ?? emptyYear;
    expect(encodeYear(after)).toBe(
      "deducted:inpatient=130000 ladder:inpatient=1070000 limit:annual=756000 offsite=1 " +
        "stay:V1=20000 stay:V2=60000 stay:V3=50000 stays:disease/C34=1 " +
        "stays:hospital/H15992100001=3 stays:level/1=1 stays:level/2=1 stays:level/3=1 stays=3",
    );
    expect(encodeYear(decodeYear(encodeYear(after)))).toBe(encodeYear(after));
  });

  test("nothing is nothing", () => {
    expect(encodeYear(emptyYear)).toBe("");
    expect(decodeYear("")).toEqual(emptyYear);
  });

  test("any names and visit numbers come back", () => {
    const entries = fc.dictionary(
      fc.string({ minLength: 1 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
    );
    fc.assert(
      fc.property(entries, fc.string({ minLength: 1 }), (amounts, mdtrtId) => {
        const year = new GrowingYear(emptyYear);
        for (const [name, amount] of Object.entries(amounts)) {
          year.add(numberOfName(`limit:${name}`), amount);
        }
        year.addStay(mdtrtId, yuan("500.00"));
        const found = decodeYear(encodeYear(year.done()));
        for (const [name, amount] of Object.entries(amounts)) {
          expect(usedUnder(found, `limit:${name}`)).toBe(amount);
        }
        expect(found.stays).toEqual([{ mdtrtId, deducted: yuan("500.00") }]);
      }),
      { seed: 20170101, numRuns: 10_000 },
    );
  });
});

describe("a stay cut in two by the days of its lines", () => {
  const stay = claimOf({
    scope: "900.01",
    whole: "1000.00",
    begndate: dayOf("2016-12-25"),
    enddate: dayOf("2017-01-02"),
  });
  const lines = [
    { feeOcurTime: dayOf("2016-12-25"), detItemFeeSumamt: yuan("200.00") },
    { feeOcurTime: dayOf("2016-12-31"), detItemFeeSumamt: yuan("100.00") },
    { feeOcurTime: dayOf("2017-01-01"), detItemFeeSumamt: yuan("700.00") },
  ];

  test("shares every part of the bill, and the second part goes on", () => {
    const [before, after] = splitBill(stay, lines, dayOf("2017-01-01")) ?? [];
    expect(before).toMatchObject({ enddate: "2016-12-31", continuesStay: false });
    expect(after).toMatchObject({ begndate: "2017-01-01", continuesStay: true });
    const texts = [before, after].map((part) => [
      yuanText(part?.medfeeSumamt ?? yuan("0")),
      yuanText(part?.inscpScpAmt ?? yuan("0")),
      yuanText(part?.fulamtOwnpayAmt ?? yuan("0")),
    ]);
    expect(texts).toEqual([
      ["300.00", "270.00", "30.00"],
      ["700.00", "630.01", "69.99"],
    ]);
  });

  test("a bill without lines is not guessed", () => {
    expect(splitBill(stay, [], dayOf("2017-01-01"))).toBeUndefined();
  });

  test("Beijing: one deductible for both parts, limits by year", () => {
    const [before, after] = splitBill(stay, lines, dayOf("2017-01-01")) ?? [];
    if (before === undefined || after === undefined) throw new Error("cut in two");
    const [first] = settledInOrder([before], { law, deductiblesLeft: new Map() });
    const { deductiblesLeft = new Map() } = first ?? {};
    const [second] = settledInOrder([after], { law, deductiblesLeft });
    const deducted = [first, second].map((one) => one?.settlement.actPayDedc ?? yuan("0"));
    expect(deducted.map(yuanText)).toEqual(["270.00", "230.00"]);
  });
});

test("a year keeps no name that came back to nothing", () => {
  const year = new GrowingYear(yearWith({ stays: 1, offsite: 1 }));
  year.add(numberOfName("stays"), -1);
  expect(year.done()).toEqual(yearWith({ offsite: 1 }));
});
