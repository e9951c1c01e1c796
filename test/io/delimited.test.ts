import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DelimitedFormat } from "../../src/domain/format.js";
import { readRows } from "../../src/io/delimited.js";
import { encode } from "../../src/io/gb18030.js";
import { rawLine } from "../../src/io/lines.js";
import type { Row } from "../../src/io/row.js";
import { testFile } from "./folder.js";

const plain = {
  kind: "delimited",
  encoding: "utf-8",
  quote: "",
  headerRows: 0,
  summary: "",
} as const;
const bars: DelimitedFormat = { ...plain, encoding: "gb18030", delimiter: "|" };
const csv: DelimitedFormat = { ...plain, delimiter: ",", quote: '"' };
const spectrum = new URL("../../../shared/data/csv-spectrum/", import.meta.url);

describe("readRows without quotes", () => {
  test("splits after decoding: 珅 ends in the byte of the delimiter", async () => {
    const { rows } = await read(encode("grbh|xm\n1|王珅\n2|張誠|\n"), bars);
    expect(rows.map((row) => row.fields)).toEqual([
      ["grbh", "xm"],
      ["1", "王珅"],
      ["2", "張誠", ""],
    ]);
  });

  test("a character cut in half before | takes the delimiter, but not the next row", async () => {
    const bytes = Buffer.concat([encode("1|"), Buffer.from([0xd5]), encode("|2\n3|4|5")]);
    const { rows } = await read(bytes, bars);
    expect(rows.map((row) => row.fields.length)).toEqual([2, 3]);
  });

  test("the delimiter may be several characters, and quotes are ordinary ones", async () => {
    const { rows } = await read('a|@|"b|@|c', { ...plain, delimiter: "|@|" });
    expect(rows[0]?.fields).toEqual(["a", '"b', "c"]);
  });

  test("blank lines and the end mark of DOS are counted; empty fields make a row", async () => {
    const tabs: DelimitedFormat = { ...plain, delimiter: "\t" };
    const { rows, blank } = await read("a\tb\n\n\t\n   \n\u001a", tabs);
    expect(rows.map((row) => [row.line, row.fields])).toEqual([
      [1, ["a", "b"]],
      [3, ["", ""]],
    ]);
    expect(blank).toBe(3);
  });

  test("a line that is too long is one bad row", async () => {
    const { rows } = await read(`a|b\n${"x".repeat(2_000_000)}\nc|d`, bars);
    expect(rows.map((row) => [row.line, row.problem, row.fields.length])).toEqual([
      [1, undefined, 2],
      [2, "line-too-long", 0],
      [3, undefined, 2],
    ]);
  });
});

describe("readRows with quotes", () => {
  // Content; then the rows: line, and the fields between · or the problem.
  test.each([
    ["a,b", ["1: a·b"]],
    ['"a","b"', ["1: a·b"]],
    ['a,"b,c"', ["1: a·b,c"]],
    ['"",""', ["1: ·"]],
    ['"say ""hi""",x', ['1: say "hi"·x']],
    [' a ," b "', ["1:  a · b "]],
    ['1,"a\nb"\n2,c', ["1: 1·a\nb", "3: 2·c"]],
    ['1,"a\r\n\r\nb"\r\n2,c', ["1: 1·a\r\n\r\nb", "4: 2·c"]],
    ['1,"a\rb"\r2,c', ["1: 1·a\rb", "3: 2·c"]],
    ['1,5" disk,"x"\n2,"b"', ['1: 1·5" disk·x', "2: 2·b"]],
    ['1,5" disk,"x\ny"\n2,"b"', ['1: 1·5" disk·x\ny', "3: 2·b"]],
    ['1,"a\n2,b\n3,c', ["1: quote-not-closed", "2: 2·b", "3: 3·c"]],
    ['1,"a\n2,"b"\n3,c', ["1: quote-not-closed", "2: 2·b", "3: 3·c"]],
    ['1,"a"x\n2,b', ["1: quote-not-closed", "2: 2·b"]],
    ['1,5" disk,"x"y\n2,"b"', ["1: quote-not-closed", "2: 2·b"]],
    ['1,b\n"', ["1: 1·b", "2: quote-not-closed"]],
  ])("%j", async (content, expected) => {
    const { rows } = await read(content, csv);
    const told = rows.map((row) => `${row.line}: ${row.problem ?? row.fields.join("·")}`);
    expect(told).toEqual(expected);
  });

  test("a quote that never closes does not swallow a long file", async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index},欧阳,"x"`);
    lines[20] = '20,"欧阳,x';
    lines[29_999] = '"';
    const { rows } = await read(lines.join("\n"), csv);
    expect(rows.length).toBe(30_000);
    expect(rows.filter((row) => row.problem !== undefined).map((row) => row.line)).toEqual([
      21, 30_000,
    ]);
  });

  // A slip of the pen may pair with another one further down; the rows between them are rows.
  test.each([
    [
      '1,"张三,男\n2,李四,女\n3,王五",男\n4,赵六,女',
      ["1: quote-not-closed", "2: 2·李四·女", '3: 3·王五"·男'],
    ],
    ['1,"张三,男\n2,李四",女', ["1: quote-not-closed", '2: 2·李四"·女']],
  ])("%j does not swallow rows", async (content, expected) => {
    const { rows } = await read(`编号,姓名,性别\n${content}`, csv);
    const told = rows
      .slice(1)
      .map((row) => `${row.line - 1}: ${row.problem ?? row.fields.join("·")}`);
    expect(told.slice(0, expected.length)).toEqual(expected);
  });

  test("a row over several lines is found again by its place", async () => {
    const path = testFile('a,b\r\n1,"刘\r\n珅"\r\n2,c');
    const { rows } = await readAll(path, csv);
    const row = rows[1] as Row;
    expect((await rawLine(path, row.offset, row.length)).toString()).toBe('1,"刘\r\n珅"');
    expect(row.text).toBe('1,"刘\r\n珅"');
  });

  test("agrees with csv-parse on whatever is well written", async () => {
    const field = fc
      .array(fc.constantFrom('"', ",", "\n", "\r\n", "a", "珅", " "), { maxLength: 5 })
      .map((parts) => parts.join(""));
    const row = fc
      .tuple(fc.array(field, { minLength: 2, maxLength: 4 }), fc.boolean())
      .map(([fields, isAllQuoted]) => fields.map((one) => quoted(one, isAllQuoted)).join(","));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (given) => {
        const content = given.join("\n");
        const { rows } = await read(content, csv);
        const options = { relax_column_count: true, record_delimiter: "\n" };
        expect(rows.map((one) => one.fields)).toEqual(parse(content, options));
      }),
      { seed: 20170101, numRuns: 300 },
    );
  });
});

describe.skipIf(!existsSync(spectrum))("csv-spectrum (../shared/data/csv-spectrum)", () => {
  const files = existsSync(spectrum) ? readdirSync(new URL("csvs/", spectrum)) : [];
  // Its two files give different telephone numbers, so only the coordinates can be compared.
  const differing = "location_coordinates.csv";

  test.each(files.filter((file) => file !== differing))("%s", async (file) => {
    expect(await recordsOf(file)).toEqual(expectedOf(file));
  });

  test(`${differing}: quotes inside a field that has none around it`, async () => {
    const [record] = await recordsOf(differing);
    const place = "Location Coordinates";
    expect(record?.[place]).toBe((expectedOf(differing) as Record<string, string>)[place]);
  });
});

async function recordsOf(file: string): Promise<readonly Record<string, string | undefined>[]> {
  const { rows } = await readAll(new URL(`csvs/${file}`, spectrum).pathname, csv);
  const header = rows[0]?.fields ?? [];
  return rows
    .slice(1)
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row.fields[index]])));
}

function expectedOf(file: string): unknown {
  const json = new URL(`json/${file.replace(".csv", ".json")}`, spectrum);
  return JSON.parse(readFileSync(json, "utf8"));
}

function quoted(field: string, always: boolean): string {
  return always || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function read(content: string | Buffer, format: DelimitedFormat) {
  return readAll(testFile(content), format);
}

async function readAll(path: string, format: DelimitedFormat) {
  const rows: Row[] = [];
  let blank = 0;
  for await (const batch of readRows(path, format)) {
    rows.push(...batch.rows);
    blank += batch.blank;
  }
  return { rows, blank };
}
