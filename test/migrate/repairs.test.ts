import { describe, expect, test } from "vitest";
import { ruinedText } from "../../src/io/ruined.js";
import type { CutRow } from "../../src/migrate/cut-row.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { repairCodes } from "../../src/migrate/repairs.js";
import { documentOf, shown } from "./document.js";

function parsed(repairs: string) {
  return parseLayout(
    "list",
    "list.yaml",
    documentOf(`title: 目录
source: ncms
record: catalogue
format: { delimiter: ",", header: true }
encoding: gb18030
repairs: ${repairs}
columns:
  - { name: 编码, to: legacy_code, as: text, required: true }
  - { name: 名称, to: med_list_name, as: text, required: true }
`),
  );
}

function read(repairs: string, row: Omit<CutRow, "line">) {
  const map = rowMapper(parsed(repairs).layout, "list.csv", new Map(), ruinedText);
  const [mapped] = map({ line: 2, ...row });
  const told = mapped?.problems.map(({ code, values }) =>
    `${code} ${values["repaired"] ?? ""}`.trim(),
  );
  return { name: mapped?.text("med_list_name"), told };
}

describe("a repair that is switched off", () => {
  const twin = { text: "1,\ue863", fields: ["1", "\ue863"] };
  const other = {
    text: "1,张红",
    fields: ["1", "张红"],
    otherwise: ["1", "寮犵孩"],
    findings: [{ code: "line-other-encoding", values: {} }] as const,
  };

  test("of a twin leaves the private-use character, which sets the row aside", () => {
    expect(read("{}", twin)).toEqual({ name: "䶮", told: ["character-twin-mapped 䶮"] });
    const off = read("{ character-twin-mapped: off }", twin);
    expect(off).toEqual({ name: "\ue863", told: ["character-private-use"] });
  });

  test("of a line in another encoding sets the row aside, with what it seems to say", () => {
    expect(read("{ line-other-encoding: on }", other).told).toEqual(["line-other-encoding"]);
    expect(read("{ line-other-encoding: off }", other).told).toEqual(["text-garbled 张红"]);
  });

  test("of an id number leaves it unused, and the person is registered without one", () => {
    const id = { text: "1,159921900101001", fields: ["1", "159921900101001"] };
    const asCertno = (repairs: string) => {
      const { layout } = parsed(repairs);
      const [code, name] = layout.columns;
      if (code === undefined || name === undefined) throw new Error("two columns");
      const columns = [code, { ...name, reading: "certno" as const }];
      const map = rowMapper({ ...layout, columns }, "list.csv", new Map(), ruinedText);
      const [mapped] = map({ line: 2, ...id });
      return [mapped?.text("med_list_name"), mapped?.problems.map((one) => one.code)];
    };
    expect(asCertno("{}")).toEqual(["15992119900101001X", ["certno-upgraded"]]);
    expect(asCertno("{ certno-upgraded: off }")).toEqual(["", ["certno-15-digits"]]);
  });

  test("must be one, and be on or off", () => {
    expect(shown(parsed("{ text-garbled: off }").problems)).toEqual(["key-unknown:6 text-garbled"]);
    expect(shown(parsed("{ delimiter-swallowed: no }").problems)).toEqual(["value-unfit:6 no"]);
    expect(repairCodes()).toEqual(
      expect.arrayContaining(["delimiter-swallowed", "certno-upgraded"]),
    );
  });
});
