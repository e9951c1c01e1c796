import { describe, expect, test } from "vitest";
import { withConstants } from "../../src/migrate/delivered-constants.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { documentOf, shown } from "./document.js";

const { layout, problems } = parseLayout(
  "log",
  "log.yaml",
  documentOf(`
title: 登记
source: ncms
record: visit
format: { delimiter: "|", header: false }
encoding: gb18030
given: [fixmedins_code]
constants: { med_type: "11" }
columns:
  - { name: 挂号号, to: mdtrt_id, as: text }
  - { name: 卡号, to: mdtrt_cert_no, as: text }
  - { name: 日期, to: begndate, as: day }
`),
);

const given = { field: "fixmedins_code", value: "H15992100001", line: 5 };

describe("what a manifest says of a file", () => {
  test("is added to the constants of its layout, and stands over them", () => {
    expect(problems).toEqual([]);
    expect(layout.given).toEqual(["fixmedins_code"]);
    const found = complete(given, { field: "med_type", value: "21", line: 6 });
    expect(found.problems).toEqual([]);
    expect(found.layout.constants).toEqual({ med_type: "21", fixmedins_code: "H15992100001" });
    expect(layout.constants).toEqual({ med_type: "11" });
  });

  test("is missed where the layout asks for it", () => {
    const { problems: wrong } = complete();
    expect(shown(wrong)).toEqual(["key-missing:4 constants: { fixmedins_code: … }"]);
  });

  test.each([
    ["fixmedins_cod", "target-unknown:7 fixmedins_cod"],
    ["mdtrt_id", "target-repeated:7 mdtrt_id"],
  ])("is refused for %s", (field, expected) => {
    expect(shown(complete(given, { field, value: "x", line: 7 }).problems)).toEqual([expected]);
  });
});

function complete(...constants: readonly (typeof given)[]) {
  return withConstants(layout, { constants, line: 4 }, "delivery.yaml");
}

// What everybody of a list paid is an amount and a period, and neither means anything alone.
describe("a contribution that a manifest states", () => {
  const members = parseLayout(
    "members",
    "members.yaml",
    documentOf(`title: members
source: urbmi
record: enrolment
format: { delimiter: "|", header: false }
encoding: gb18030
constants: { insutype: "391", psn_insu_stas: "1" }
columns:
  - { name: 编号, to: legacy_id, as: text }
  - { name: 日期, to: psn_insu_date, as: day }
`),
  ).layout;
  const stated = (amount: string, period?: string) => [
    { field: "psn_clct_amt", value: amount, line: 5 },
    ...(period === undefined ? [] : [{ field: "accrym_begn", value: period, line: 6 }]),
  ];

  test.each([
    ["150.00", "2017-01", []],
    ["0", "2017-01", []],
    ["150.00", undefined, ["key-missing:4 constants: { accrym_begn: … }"]],
    ["150.005", "2017-01", ["value-unfit:5 150.005"]],
    ["-1.00", "2017-01", ["value-unfit:5 -1.00"]],
    ["many", "2017-01", ["value-unfit:5 many"]],
    ["150.00", "2017", ["value-unfit:6 2017"]],
  ])("%s for %s: %j", (amount, period, expected) => {
    const file = { constants: stated(amount, period), line: 4 };
    expect(shown(withConstants(members, file, "delivery.yaml").problems)).toEqual(expected);
  });
});
