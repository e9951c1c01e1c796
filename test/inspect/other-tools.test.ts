import { describe, test } from "vitest";
import { encode } from "../../src/io/gb18030.js";
import {
  changed,
  foxpro,
  gbk,
  HEADER,
  numbers,
  quoted,
  rows,
  table,
  text,
  wide,
} from "./made/tables.js";
import { expectVerdict, inspected, type Verdict } from "./verdict.js";

const usual: Verdict = {
  ...{ format: "delimited", delimiter: ",", header: true, rows: 40, notes: [] },
};
const title = "××县2017年参合名单,,,,,\r\n";
const pinyin = ["grbh", "xm", "xb", "sfzh", "csrq", "facNowaccountmoney"];
const groups = ["基本信息", "", "", "", "", "账户"];
const underGroups = HEADER.map((name, at) => (groups[at] === "" ? name : `${groups[at]}/${name}`));
const amounts = ["名称", "一", "二", "三"];

describe("what Excel, LibreOffice and FoxPro write", () => {
  test.each<readonly [string, Buffer, Verdict]>([
    ["Excel: CSV in GBK", gbk(table, ","), { encoding: "gb18030", names: HEADER }],
    [
      "Excel: Unicode text",
      wide16(`\ufeff${text(table, "\t")}`),
      { encoding: "utf-16le", delimiter: "\t", names: HEADER },
    ],
    ["UTF-16 without a mark", wide16(text(table, "\t")), { encoding: "utf-16le", delimiter: "\t" }],
    ["Excel: CSV UTF-8", Buffer.from(`\ufeff${text(table, ",")}`), { encoding: "utf-8" }],
    [
      "Excel: sep=; first, and semicolons",
      encode(`sep=;\r\n${text(table, ";")}`),
      { delimiter: ";", headerRow: 2, notes: ["title-rows"] },
    ],
    [
      "semicolons and decimal commas",
      gbk([amounts, ...numbers(",")], ";"),
      { delimiter: ";", notes: ["decimal-comma"] },
    ],
    [
      "decimal commas among tabs",
      gbk([amounts, ...numbers(",")], "\t"),
      { delimiter: "\t", notes: ["decimal-comma"] },
    ],
    [
      "LibreOffice: every text quoted",
      Buffer.from(text(changed(table, "all", quoted), ";", "\n")),
      { delimiter: ";", quote: '"', names: HEADER },
    ],
    [
      "FoxPro: DELIMITED",
      encode(`${text(foxpro, ",")}\u001a`),
      { header: false, quote: '"', notes: ["blank-lines"] },
    ],
    [
      "FoxPro: DELIMITED WITH TAB",
      gbk(foxpro, "\t"),
      { header: false, delimiter: "\t", quote: '"' },
    ],
    ["FoxPro: DELIMITED WITH BLANK", gbk(rows, " "), { header: false, delimiter: " " }],
    [
      "ids with a trailing TAB",
      gbk(
        changed(table, 3, (cell) => `${cell}\t`),
        ",",
      ),
      {},
    ],
    [
      "every cell with a trailing TAB",
      gbk(
        changed(table, "all", (cell) => `${cell}\t`),
        ",",
      ),
      {},
    ],
    [
      "ids after an apostrophe",
      gbk(
        changed(rows, 3, (cell) => `'${cell}`),
        ",",
      ),
      { header: false, notes: ["excel-text"] },
    ],
    [
      'ids as ="…"',
      gbk([HEADER, ...changed(rows, 0, (cell) => `="${cell}"`)], ","),
      { notes: ["excel-text"] },
    ],
  ])("%s", (_, bytes, verdict) => holds(bytes, verdict));
});

describe("what people print and paste", () => {
  test.each<readonly [string, Buffer, Verdict]>([
    [
      "a title above",
      encode(title + text(table, ",")),
      { headerRow: 2, notes: ["title-rows"], names: HEADER },
    ],
    [
      "a title and who filled it in, without delimiters",
      encode(`样例县参合人员名单\r\n填报单位:样例县合管办\r\n\r\n${text(table, ",")}`),
      { headerRow: 3, notes: ["title-rows", "blank-lines"] },
    ],
    [
      "a title but no header",
      encode(title + text(rows, ",")),
      { header: false, notes: ["title-rows"] },
    ],
    [
      "two header rows",
      gbk([groups, ...table], ","),
      { headerRows: 2, notes: ["header-rows"], names: underGroups },
    ],
    [
      "names of the database below the Chinese ones",
      gbk([HEADER, pinyin, ...rows], ","),
      { headerRows: 2, notes: ["header-rows"] },
    ],
    [
      "column numbers below the names",
      gbk([HEADER, ["1", "2", "3", "4", "5", "6"], ...rows], "\t"),
      { delimiter: "\t", headerRows: 2, notes: ["header-rows"] },
    ],
    [
      "a summary line",
      gbk([...table, ["合计", "", "", "", "", "11068.00"]], ","),
      { notes: ["summary-line"] },
    ],
    [
      "the header on every page",
      gbk([...table.slice(0, 21), HEADER, ...rows.slice(20)], ","),
      { notes: ["header-repeated"] },
    ],
    ["pinyin header", gbk([pinyin, ...rows], "|"), { delimiter: "|" }],
    ["years as a header", gbk([["地区", "2014", "2015", "2016"], ...numbers(".")], ","), {}],
    [
      "a delimiter at the end of every line",
      gbk(table, "|", "|\r\n"),
      { delimiter: "|", notes: ["trailing-delimiter"], names: [...HEADER, ""] },
    ],
    ["blank lines in between", gbk(table, ",", "\r\n\r\n"), { notes: ["blank-lines"] }],
    [
      "mixed line ends",
      encode(text(table.slice(0, 9), ",") + text(table.slice(9), ",", "\r")),
      { notes: ["line-ends-mixed"] },
    ],
    ["lone CR", gbk(table, "\t", "\r"), { delimiter: "\t" }],
    ["a delimiter of three signs", gbk(table, "|@|"), { delimiter: "|@|" }],
    ["500 columns", gbk(wide(500), ","), { header: false }],
    [
      "one column with a name",
      gbk(
        table.map((row) => row.slice(3, 4)),
        ",",
      ),
      { delimiter: "", notes: ["undelimited"] },
    ],
    [
      "one column without",
      gbk(
        rows.map((row) => row.slice(3, 4)),
        ",",
      ),
      { header: false, delimiter: "", notes: ["undelimited"] },
    ],
    ["nothing but a header", gbk([HEADER], "\t"), { delimiter: "\t", rows: 0 }],
    ["one line", gbk(rows.slice(0, 1), "\t"), { delimiter: "\t", header: false, rows: 1 }],
    ["nothing", Buffer.alloc(0), { delimiter: "", header: false, rows: 0, notes: ["file-empty"] }],
  ])("%s", (_, bytes, verdict) => holds(bytes, verdict));
});

function wide16(content: string): Buffer {
  return Buffer.from(content, "utf16le");
}

async function holds(bytes: Buffer, verdict: Verdict): Promise<void> {
  expectVerdict(await inspected(bytes), { ...usual, ...verdict });
}
