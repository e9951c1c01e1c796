import { describe, expect, test } from "vitest";
import { type ReadAmount, yuan } from "../../src/domain/money.js";
import { problem } from "../../src/domain/problem.js";
import { claimOf } from "../../src/migrate/claims.js";
import { MappedRow } from "../../src/migrate/mapped-row.js";
import { enrolmentOf, personOf } from "../../src/migrate/normalize.js";
import type { ProblemCode } from "../../src/text/problems.js";

const origin = { fileId: 3, line: 12, file: "members.csv", source: "ncms" };
const man = "159921195001019956"; // born 1950-01-01, male
const woman = "11010519491231002X"; // born 1949-12-31, female

/** A row as the mapper hands it on: these texts, this amount, these findings. */
function mapped(
  text: Readonly<Record<string, string>>,
  found: readonly ProblemCode[] = [],
  amounts: Readonly<Record<string, ReadAmount>> = {},
): MappedRow {
  const fields = [...Object.keys(text), ...Object.keys(amounts)];
  const slots = new Map(fields.map((field, slot) => [field, slot]));
  const row = new MappedRow(slots, Object.values(text));
  for (const [field, amount] of Object.entries(amounts)) {
    row.addAmount(slots.get(field) ?? -1, amount);
  }
  const place = { file: "members.csv", line: 12, field: "身份证" };
  row.problems.push(...found.map((code) => problem(code, place)));
  return row;
}

describe("personOf: the number against the rest of the row", () => {
  // certno, birth date and sex as stated; problems; the birth date that counts
  test.each<[string, string, string, readonly string[], string]>([
    [man, "1950-01-01", "1", [], "1950-01-01"],
    [woman, "1949-12-31", "2", [], "1949-12-31"],
    [man, "", "1", [], "1950-01-01"], // taken from the number
    [man, "1950-01-02", "1", ["certno-birth-differs"], "1950-01-02"],
    [man, "1950-01-01", "2", ["certno-sex-differs"], "1950-01-01"],
    [man, "1951-01-01", "2", ["certno-birth-differs", "certno-sex-differs"], "1951-01-01"],
    [man, "1950-01-01", "9", [], "1950-01-01"], // not stated contradicts nothing
    [man, "1950-01-01", "0", [], "1950-01-01"],
    ["", "1950-01-01", "1", [], "1950-01-01"],
    ["", "", "1", ["field-missing"], ""],
  ])("%s %s %s: %j", (certno, brdy, gend, codes, counts) => {
    const { record, problems } = personOf(mapped({ certno, brdy, gend }), origin);
    expect(problems.map((one) => one.code)).toEqual(codes);
    expect(record.person.brdy).toBe(counts);
    for (const { place } of problems) expect(place).toMatchObject({ line: 12 });
  });

  test.each<[ProblemCode | undefined, string, string]>([
    [undefined, man, "valid"],
    [undefined, "", "missing"],
    ["certno-missing", "", "missing"],
    ["certno-upgraded", man, "upgraded"],
    ["certno-check-digit", "", "badCheckDigit"],
    ["certno-bad-date", "", "badDate"],
    ["certno-excel-rounded", "", "excelRounded"],
    ["certno-not-an-id", "", "notAnId"],
  ])("the finding %s on %j is kept as %s", (code, certno, status) => {
    const row = mapped({ certno, brdy: "1950-01-01" }, code === undefined ? [] : [code]);
    expect(personOf(row, origin).record.person.certnoStatus).toBe(status);
  });

  test("keeps where the row stood, and the money it carries", () => {
    const amount = { amount: yuan("12.34"), residual: "0.0012" };
    const row = mapped({ brdy: "1950-01-01" }, [], { family_balc: amount });
    const { record } = personOf(row, origin);
    expect(record.person).toMatchObject({ fileId: 3, line: 12, source: "ncms" });
    expect(record.familyBalc).toEqual(amount);
    expect(record.hifpPay).toEqual({ amount: 0, residual: "0" });
  });
});

test("enrolmentOf takes the fields by their national names", () => {
  const row = mapped({ legacy_id: "A1", insutype: "380", psn_insu_date: "2012-01-01" });
  expect(enrolmentOf(row, origin)).toMatchObject({
    fileId: 3,
    line: 12,
    source: "ncms",
    legacyId: "A1",
    insutype: "380",
    psnInsuDate: "2012-01-01",
    psnIdetType: "",
  });
});

describe("claimOf", () => {
  const amounts = { hifp_pay: { amount: yuan("60.00"), residual: "0" } };

  test("a window claim carries what the window paid", () => {
    const row = mapped({ settled_by: "window", refd_setl_flag: "0" }, [], amounts);
    const { record, problems } = claimOf(row, origin);
    expect(problems).toEqual([]);
    expect(record.paid).toMatchObject({ hifpPay: yuan("60.00"), mafPay: 0 });
  });

  test("a centre claim carries nothing paid, whatever its columns say", () => {
    const row = mapped({ settled_by: "centre", refd_setl_flag: "0" }, [], amounts);
    expect(claimOf(row, origin).record.paid).toBeUndefined();
  });

  test("a refund names what it takes back, if its row does", () => {
    const named = { refd_setl_flag: "1", init_medins_setl_id: "S0" };
    const { record, problems } = claimOf(mapped({ settled_by: "window", ...named }), origin);
    expect(problems).toEqual([]);
    expect(record).toMatchObject({ isRefund: true, initMedinsSetlId: "S0" });
  });

  test.each(["0", "1.5", "-1"])("%s is no count of sessions", (sessions) => {
    const { problems } = claimOf(mapped({ settled_by: "centre", sessions }), origin);
    expect(problems.map((one) => one.code)).toEqual(["claim-count-unfit"]);
  });

  test("flags are what the cells said", () => {
    const row = mapped({ settled_by: "centre", offsite_flag: "1", refer_flag: "0" });
    expect(claimOf(row, origin).record).toMatchObject({ isOffsite: true, isReferred: false });
  });
});
