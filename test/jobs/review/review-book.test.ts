import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { textWorkbook } from "../../../src/io/xlsx-rows.js";
import { reviewSheets } from "../../../src/jobs/match/review-book.js";
import type { ReviewEntry } from "../../../src/jobs/match/review-entry.js";
import type { Lang } from "../../../src/text/tell.js";
import { testFile } from "../../io/folder.js";
import { entry, record } from "./made.js";

async function bookOf(entries: readonly ReviewEntry[], lang: Lang = "zh"): Promise<Buffer> {
  const asked = (async function* () {
    yield* entries;
  })();
  const pieces: Uint8Array[] = [];
  const sheets = reviewSheets(asked, entries.length === 0, lang);
  for await (const piece of textWorkbook(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The workbook as another program reads it. */
async function opened(bytes: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(testFile(bytes, "review.xlsx"));
  return workbook;
}

const other = record({
  ...{ fileId: 2, line: 9, source: "urbmi", legacyId: "12", psnNo: "1599210000000002" },
  ...{ psnName: "王钰", certno: "159921199001011284", tel: "13900000000", householdNo: "U9" },
});
const pair: ReviewEntry = {
  ...entry(record(), other),
  steps: {
    nearBy: ["village"],
    prior: -3.02,
    steps: [
      {
        ...{ field: "name", level: { test: "sound", limit: 0 }, agreement: "agrees" },
        ...{ weight: 5.14, rarity: 0 },
      },
      { field: "birth", agreement: "missing", weight: 0, rarity: 0 },
    ],
  },
  history: ["第 3 号决定", "左方曾用个人编号 1599210000000009"],
};

describe("the workbook of the review queue", () => {
  test("shows a pair on one row, in words a clerk knows", async () => {
    const sheet = (await opened(await bookOf([pair]))).worksheets[0];
    const [header, row] = [1, 2].map((at) => sheet?.getRow(at).values as readonly unknown[]);
    const told = Object.fromEntries(
      (header ?? []).flatMap((name, at) => [[name, sheet?.getRow(2).getCell(at).text]]),
    );
    expect(row?.[1]).toMatch(/^P1-2-2-9-[0-9a-f]{8}$/);
    expect(told).toMatchObject({
      决定: "",
      组: "1",
      是同一人的概率: "0.8765",
      "哪里不同(左/右)": "姓名 第 2 字 玉/钰\n证件号码 第 17 位 3/8\n只有一方填写:联系电话",
      各项依据:
        "远近:同 区划 −3.0\n姓名:同音 +5.1,支持是同一人\n" +
        "出生日期:缺填,或不足为凭 +0.0,不说明什么\n相同的值常见或少见 +0.7\n合计 +2.8",
      历史: "第 3 号决定\n左方曾用个人编号 1599210000000009",
      "姓名(左)": "王玉",
      "姓名(右)": "王钰",
      "证件号码(左)": "159921199001011234",
      "性别(左)": "男",
      "与户主关系(左)": "22 子",
      "来源(右)": "urbmi",
      "原个人编号(左)": "0007",
      "文件:行(右)": "people.csv:9",
      "个人编号(右)": "1599210000000002",
    });
  });

  test("colours what differs, reddens the characters, leaves numberings alone", async () => {
    const sheet = (await opened(await bookOf([pair]))).worksheets[0];
    const header = sheet?.getRow(1).values as readonly string[];
    const cell = (name: string) => sheet?.getRow(2).getCell(header.indexOf(name));
    const colour = (name: string) => {
      const fill = cell(name)?.fill;
      return fill?.type === "pattern" ? fill.fgColor?.argb : undefined;
    };
    expect(colour("姓名(左)")).toBe("FFFFE699");
    expect(colour("联系电话(左)")).toBe("FFFCE4D6");
    expect(colour("决定")).toBe("FFDDEBF7");
    // Equal, of another numbering, or different by nature: no colour.
    for (const name of ["出生日期(左)", "家庭编号(左)", "来源(左)", "个人编号(右)"]) {
      expect([name, colour(name)]).toEqual([name, undefined]);
    }
    const certno = cell("证件号码(右)")?.value as exceljs.CellRichTextValue;
    const red = certno.richText.filter((run) => run.font?.color?.argb === "FFC00000");
    expect(red.map((run) => run.text)).toEqual(["8"]);
  });

  test.each([
    ["zh", '"同一人,不是同一人,暂不决定"'],
    ["en", '"same person,different people,not yet"'],
  ] as const)("offers the decisions as a list (%s)", async (lang, list) => {
    const sheet = (await opened(await bookOf([pair], lang))).worksheets[0];
    expect(sheet?.getCell("B2").dataValidation).toMatchObject({ type: "list", formulae: [list] });
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 5, ySplit: 1 });
  });

  test("says in words that nothing waits", async () => {
    const book = await opened(await bookOf([]));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["待审核", "说明"]);
    expect(book.worksheets[1]?.getCell("A2").text).toBe("现在没有待审核的记录对。");
  });

  test("has the same bytes for the same queue", async () => {
    expect(await bookOf([pair])).toEqual(await bookOf([pair]));
  });
});
