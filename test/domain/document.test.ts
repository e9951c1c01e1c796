import { describe, expect, test } from "vitest";
import { DocumentReader } from "../../src/domain/document.js";
import { ratio, yuan } from "../../src/domain/money.js";
import { parseDocument } from "../../src/io/yaml.js";

/** A reader with the values of a small file, by key. */
function given(yaml: string) {
  const { document } = parseDocument("given.yaml", yaml);
  if (document === undefined) throw new Error("the test's own YAML is sound");
  const reader = new DocumentReader("given.yaml");
  const keys = reader.entries(document).map(({ key, value }) => [key, value] as const);
  return { reader, document, values: Object.fromEntries(keys) };
}

/** What a reader found, as code, line and the values of the text. */
function found(reader: DocumentReader) {
  return reader.problems.map(({ code, place, values }) => ({ code, ...place, ...values }));
}

const file = "given.yaml";

describe("fields", () => {
  const yaml = "title: a\nregon: b\nrows: 3\n";

  test("an unknown key and a missing one are both told, each with its line", () => {
    const { reader, document } = given(yaml);
    const read = reader.fields(document, ["title", "region"], ["rows"]);
    expect(Object.keys(read)).toEqual(["title", "rows"]);
    expect(found(reader)).toEqual([
      { code: "key-unknown", file, line: 2, found: "regon", expected: "title, region, rows" },
      { code: "key-missing", file, line: 1, expected: "region" },
    ]);
  });

  test("of something that is no map: one problem, and no missing keys on top", () => {
    const { reader, values } = given("files: [a, b]\n");
    const node = values["files"];
    if (node === undefined) throw new Error("files is there");
    expect(reader.fields(node, ["path"])).toEqual({});
    expect(found(reader)).toEqual([
      { code: "value-unfit", file, line: 1, found: "[…]", expected: "key: value" },
    ]);
  });
});

describe("a value that fits", () => {
  test("is read", () => {
    const { reader, values } = given(
      'name: 通辽\ncount: 12\namount: "1234.5"\nshare: "0.85"\nday: 2017-01-31\n' +
        "month: 2017-01\nlevel: township\nlist: [a, b]\n",
    );
    expect(reader.text(values["name"])).toBe("通辽");
    expect(reader.wholeNumber(values["count"])).toBe(12);
    expect(reader.yuan(values["amount"])).toBe(yuan("1234.50"));
    expect(reader.ratio(values["share"])).toBe(ratio("0.85"));
    expect(reader.day(values["day"])).toBe("2017-01-31");
    expect(reader.month(values["month"])).toBe("2017-01");
    expect(reader.oneOf(values["level"], ["1", "township"])).toBe("township");
    expect(reader.list(values["list"])).toHaveLength(2);
    expect(reader.problems).toEqual([]);
  });

  test("a value that is not there is nothing, and no problem", () => {
    const reader = new DocumentReader(file);
    expect(reader.text(undefined)).toBe("");
    expect(reader.wholeNumber(undefined)).toBe(0);
    expect(reader.yuan(undefined)).toBe(0);
    expect(reader.ratio(undefined)).toBe(0);
    expect(reader.list(undefined)).toEqual([]);
    expect(reader.entries(undefined)).toEqual([]);
    expect(reader.problems).toEqual([]);
  });
});

type Kind = "text" | "wholeNumber" | "yuan" | "ratio" | "day" | "month" | "list" | "entries";

describe("a value that does not fit is told with its line, and reading goes on", () => {
  // kind, the value as written, what the problem shows
  test.each<[Kind, string, string]>([
    ["text", "[1, 2]", "[…]"],
    ["text", "{ a: 1 }", "{…}"],
    ["wholeNumber", "-1", "-1"],
    ["wholeNumber", "1.5", "1.5"],
    ["wholeNumber", "many", "many"],
    ["yuan", "1234.50", "1234.50"], // not quoted: a parser may have touched it
    ["yuan", '"1234.505"', '"1234.505"'],
    ["yuan", '"1,234.50"', '"1,234.50"'],
    ["ratio", "0.85", "0.85"],
    ["ratio", '"85%"', '"85%"'],
    ["ratio", '"1.01"', '"1.01"'],
    ["ratio", '"-0.1"', '"-0.1"'],
    ["day", "2017-02-30", "2017-02-30"],
    ["day", "2017.1.1", "2017.1.1"],
    ["month", "2017-13", "2017-13"],
    ["list", "one", "one"],
    ["entries", "one", "one"],
  ])("%s: %s", (kind, written, shown) => {
    const { reader, values } = given(`first: 1\nvalue: ${written}\n`);
    reader[kind](values["value"]);
    const [only, ...more] = found(reader);
    expect(only).toMatchObject({ code: "value-unfit", file, line: 2, found: shown });
    expect(more).toEqual([]);
  });

  test("a choice that is none of those offered", () => {
    const { reader, values } = given("encoding: big5\n");
    expect(reader.oneOf(values["encoding"], ["gb18030", "utf-8"])).toBe("gb18030");
    expect(found(reader)).toEqual([
      { code: "value-unfit", file, line: 1, found: "big5", expected: "gb18030 | utf-8" },
    ]);
  });
});
