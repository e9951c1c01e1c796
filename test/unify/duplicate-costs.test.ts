import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromFen, sum, type Yuan, yuan, yuanText, zero } from "../../src/domain/money.js";
import type { Day, Month } from "../../src/domain/period.js";
import type { HeldEnrolment } from "../../src/domain/source-rows.js";
import { continuing } from "../../src/unify/continuing.js";
import { CostTotals } from "../../src/unify/cost-totals.js";
import { duplicateCosts } from "../../src/unify/duplicate-costs.js";
import { holds } from "../seeded.js";
import { enrolment, shippedDuplicates } from "./duplicates.js";

const switchDay = "2017-01-01" as Day;

interface Case {
  /** Which contribution was paid for which year, where one was. */
  readonly paid?: string;
  readonly month?: string;
  /** Benefits drawn in 2016 and in 2017. */
  readonly before?: string;
  readonly since?: string;
}

/** A row of a case: a rural enrolment in A or an urban one in B, a student's, an employee's. */
function row(line: number, kind: keyof typeof kinds, one: Case): Told {
  const facts = kinds[kind];
  return {
    ...enrolment(line, {
      ...facts,
      psnInsuDate: "2012-01-01" as Day,
      psnClctAmt: one.paid === undefined ? zero : yuan(one.paid),
      accrymBegn: one.paid === undefined ? "" : ((one.month ?? "2017-01") as Month),
      drawn: one.before === undefined ? zero : yuan(one.before),
    }),
    in2017: one.since === undefined ? zero : yuan(one.since),
  };
}

type Told = HeldEnrolment & { readonly in2017: Yuan };

const kinds = {
  rural: { legacyId: "R", insuplcAdmdvs: "A" },
  urban: { source: "urbmi", insutype: "391", legacyId: "U", insuplcAdmdvs: "B" },
  near: { source: "urbmi", insutype: "391", legacyId: "N", insuplcAdmdvs: "A" },
  student: {
    source: "urbmi",
    insutype: "391",
    psnType: "1403",
    legacyId: "S",
    insuplcAdmdvs: "B",
  },
  employee: { source: "uebmi", insutype: "310", legacyId: "E", insuplcAdmdvs: "A" },
} as const;

function costs(rows: readonly Told[], years = 1) {
  const shipped = shippedDuplicates();
  const rules = { ...shipped, subsidies: { ...shipped.subsidies, years } };
  const decided = continuing(rows, rules, { switchDay, day: switchDay });
  const found = duplicateCosts({
    rows,
    decided,
    rules,
    switchDay,
    subsidyOf: (year) => (year >= 2017 ? yuan("450.00") : undefined),
    drawnIn: ({ legacyId }, year) =>
      sum(
        rows
          .filter((one) => one.legacyId === legacyId)
          .map((one) => (year === 2016 ? one.drawn : year === 2017 ? one.in2017 : zero)),
      ),
  });
  return { ...found, decided };
}

/** `refund R 2017 150.00`, in the order of the text. */
function told(rows: readonly Told[], years = 1): readonly string[] {
  const { lines } = costs(rows, years);
  return lines
    .map(({ kind, row: one, year, amount }) => {
      return `${kind} ${one.legacyId} ${year} ${amount === undefined ? "?" : yuanText(amount)}`;
    })
    .sort();
}

describe("what a duplicated enrolment costs", () => {
  test("R4: ended before the benefits of the year begin, so its contribution is refunded", () => {
    const rows = [
      row(2, "rural", { paid: "150.00", before: "9.00" }),
      row(3, "near", { paid: "60.00" }),
    ];
    expect(told(rows)).toEqual(["refund N 2017 60.00", "subsidy N 2017 450.00"]);
  });

  test("R3, R4: once the benefits of the year have begun, nothing is refunded", () => {
    const rows = [
      row(2, "rural", { before: "9.00" }),
      row(3, "near", { paid: "60.00", month: "2016-01" }),
    ];
    const lines = ["kept N 2016 60.00", "subsidy N 2016 ?", "subsidy N 2017 450.00"];
    expect(told(rows, 2)).toEqual(lines);
  });

  test("R6: paid twice for one year, and the one without benefits is refunded", () => {
    const paid = { month: "2016-01" } as const;
    const rows = [
      row(2, "rural", { ...paid, paid: "120.00", before: "9.00" }),
      row(3, "near", { ...paid, paid: "60.00" }),
    ];
    expect(told(rows, 2)).toContain("refund N 2016 60.00");
    expect(told(rows, 2).filter((line) => line.startsWith("kept"))).toEqual([]);
  });

  test("R6: the student's continues, but benefits of the year were drawn under the other", () => {
    const rows = [
      row(2, "rural", { paid: "150.00", since: "30.00" }),
      row(3, "student", { paid: "60.00" }),
    ];
    expect(costs(rows).decided.left.map((one) => one.legacyId)).toEqual(["S"]);
    expect(told(rows)).toEqual(["refund S 2017 60.00", "subsidy S 2017 450.00"]);
  });

  test("Q24: drawn under both, so nothing is refunded and the second payment recovered", () => {
    const rows = [
      row(2, "rural", { paid: "150.00", since: "30.00" }),
      row(3, "student", { paid: "60.00", since: "5.00" }),
    ];
    expect(told(rows)).toEqual([
      "kept R 2017 150.00",
      "recover R 2017 30.00",
      "subsidy R 2017 450.00",
    ]);
  });

  test("R2: in the employee scheme, so every resident enrolment is one too many", () => {
    const rows = [
      row(2, "rural", { paid: "150.00" }),
      row(3, "urban", { paid: "60.00" }),
      row(4, "employee", {}),
    ];
    expect(told(rows)).toEqual([
      "refund R 2017 150.00",
      "refund U 2017 60.00",
      "subsidy R 2017 450.00",
      "subsidy U 2017 450.00",
    ]);
  });

  test("undecided: only what comes to the same whichever continues is told", () => {
    const apart = costs([row(2, "rural", { paid: "150.00" }), row(3, "urban", { paid: "60.00" })]);
    expect([apart.lines, apart.open]).toEqual([[], ["refund", "subsidy"]]);
    const near = [row(2, "rural", { paid: "150.00" }), row(3, "near", { paid: "60.00" })];
    expect([told(near).length, costs(near).open]).toEqual([1, ["refund"]]);
    expect(told(near)[0]).toMatch(/^subsidy . 2017 450.00$/);
  });

  test("a contribution that several rows state is one contribution", () => {
    const twice = { ...row(4, "near", { paid: "60.00" }) };
    const rows = [row(2, "rural", { before: "9.00" }), row(3, "near", { paid: "60.00" }), twice];
    expect(told(rows)).toContain("refund N 2017 60.00");
  });

  test("totals are the sum of their lines; a contribution is refunded or kept, never both", () => {
    const amounts = fc.constantFrom(undefined, "60.00", "0.01", "150.50");
    const one = fc.record({
      kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
      paid: amounts,
      before: amounts,
      since: amounts,
      month: fc.constantFrom("2016-01", "2017-01", "2018-01"),
    });
    holds(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(3), (cases, years) => {
        const rows = cases.map(({ kind, ...facts }, at) =>
          row(at + 2, kind, JSON.parse(JSON.stringify(facts)) as Case),
        );
        const { lines } = costs(rows, years + 1);
        expect(told([...rows].reverse(), years + 1)).toEqual(told(rows, years + 1));
        const totals = new CostTotals();
        for (const line of lines) totals.add(line);
        const of = (kind: string) =>
          sum(lines.filter((line) => line.kind === kind).map((line) => line.amount ?? zero));
        const all = totals.sum();
        expect([all.refundAmount, all.keptAmount, all.subsidyAmount, all.recoverAmount]).toEqual(
          ["refund", "kept", "subsidy", "recover"].map(of),
        );
        const byCounty = totals.lines().map((line) => line.subsidyAmount);
        expect(sum(byCounty)).toBe(all.subsidyAmount);
        const decided = lines.filter(({ kind }) => kind === "refund" || kind === "kept");
        const keys = decided.map((line) => `${line.row.legacyId} ${line.year}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(all.subsidyAmount).toBe(fromFen(all.subsidies * yuan("450.00")));
      }),
    );
  });
});
