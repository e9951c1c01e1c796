import { describe, expect, test } from "vitest";
import { type RegisterCode, type RegisterRow, unifyRegister } from "../../src/unify/register.js";

const REGISTER = 1;
const CROSSWALK = 2;

function entry(line: number, source: string, legacyCode: string): RegisterRow {
  return { fileId: REGISTER, line, source, legacyCode };
}

function code(
  line: number,
  source: string,
  legacyCode: string,
  nationalCode: string,
): RegisterCode<string> {
  const entry = `the entry of ${nationalCode}`;
  return { fileId: CROSSWALK, line, source, legacyCode, nationalCode, entry };
}

function unified(
  rows: readonly RegisterRow[],
  codes: readonly RegisterCode<string>[],
  known: ReadonlyMap<string, string> = new Map(),
) {
  const names = new Map([
    [REGISTER, "institutions.csv"],
    [CROSSWALK, "codes.csv"],
  ]);
  return unifyRegister({
    label: "institution-codes",
    rows,
    codes,
    known,
    describe: (entry) => entry,
    fileName: (fileId) => names.get(fileId) ?? "",
  });
}

describe("unifyRegister", () => {
  test("two old codes of one hospital become one entry, the first bringing it", () => {
    const { entries, placed, setAside } = unified(
      [entry(2, "ncms", "N1"), entry(2, "urbmi", "U1")],
      [code(2, "ncms", "N1", "H15992100001"), code(3, "urbmi", "U1", "H15992100001")],
    );
    expect([...entries]).toEqual([["H15992100001", "the entry of H15992100001"]]);
    expect(placed.map(({ row, isFirst }) => [row.source, isFirst])).toEqual([
      ["ncms", true],
      ["urbmi", false],
    ]);
    expect(setAside).toEqual([]);
  });

  test("an entry that stands otherwise already is set aside, not overwritten", () => {
    const { entries, placed, setAside } = unified(
      [entry(2, "ncms", "N1")],
      [code(2, "ncms", "N1", "H15992100001")],
      new Map([["H15992100001", "the entry of an earlier delivery"]]),
    );
    expect([entries.size, placed]).toEqual([0, []]);
    expect(setAside.map((one) => [one.problem.code, one.problem.values["expected"]])).toEqual([
      ["differs-from-loaded", "the entry of an earlier delivery"],
    ]);
  });

  test("an entry that stands already is placed again", () => {
    const { entries, placed } = unified(
      [entry(2, "ncms", "N1")],
      [code(2, "ncms", "N1", "H15992100001")],
      new Map([["H15992100001", "the entry of H15992100001"]]),
    );
    expect([entries.size, placed.map((one) => one.isFirst)]).toEqual([0, [false]]);
  });

  test("the same old code of another source is another code", () => {
    const { entries, setAside } = unified(
      [entry(2, "ncms", "1"), entry(2, "urbmi", "1")],
      [code(2, "ncms", "1", "H15992100001"), code(3, "urbmi", "1", "H15992100002")],
    );
    expect([...entries.keys()]).toEqual(["H15992100001", "H15992100002"]);
    expect(setAside).toEqual([]);
  });

  test("a code that the crosswalk does not know is set aside, with its place", () => {
    const { placed, setAside } = unified([entry(5, "ncms", "N9")], []);
    expect(placed).toEqual([]);
    expect(setAside.map((one) => one.problem)).toEqual([
      {
        code: "crosswalk-missing",
        place: { file: "institutions.csv", line: 5 },
        values: { found: "N9", table: "institution-codes" },
      },
    ]);
  });

  test("a line of the crosswalk that says an old code again is set aside; the first counts", () => {
    const { placed, setAside } = unified(
      [entry(2, "ncms", "N1")],
      [code(2, "ncms", "N1", "H15992100001"), code(7, "ncms", "N1", "H15992100002")],
    );
    expect(placed.map((one) => one.nationalCode)).toEqual(["H15992100001"]);
    expect(setAside.map(({ row, problem }) => [problem.code, row.fileId, row.line])).toEqual([
      ["crosswalk-repeated", CROSSWALK, 7],
    ]);
  });

  test("every row of the register is placed or set aside, and every entry rests on a row", () => {
    const rows = ["N1", "N2", "N3", "N1"].map((old, at) => entry(at + 2, "ncms", old));
    const codes = [
      code(2, "ncms", "N1", "A"),
      code(3, "ncms", "N3", "B"),
      code(4, "ncms", "N4", "C"),
    ];
    const { entries, placed, setAside } = unified(rows, codes);
    expect(placed.length + setAside.length).toBe(rows.length);
    expect([...entries.keys()]).toEqual(["A", "B"]); // nobody has C
  });
});
