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
