import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CellObject } from "@e965/xlsx";
import type { Job } from "../../src/jobs/job.js";
import { book, type Cells } from "../io/book.js";
import type { GalleryRow } from "./gallery-row.js";
import { problemsOf } from "./mini-delivery.js";

const layout = `
title: 小表
source: ncms
record: person-enrolment
format: { kind: sheet, header: true }
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01" }
columns:
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: ncms/gend, required: true }
  - { name: 户号, to: household_no, as: text }
  - { name: 状态, to: psn_insu_stas, as: text, required: true }
`;
const header = ["编号", "姓名", "性别", "户号", "状态"];
const zhang = ["1", "张三", "男", "H1", "1"];

/** What sheets of workbooks can have. */
export const ofSheets: readonly GalleryRow[] = [
  {
    code: "cell-formula",
    find: () => sheet([header, zhang], { D2: { t: "n", v: 3, f: "ROW()+1" } }),
    zh:
      "people.xlsx:2 [户号] 单元格 D2 是公式 =ROW()+1,签字时显示的数已不可知;" +
      "请在 Excel 中粘贴为数值",
    en:
      "people.xlsx:2 [户号] D2 holds the formula =ROW()+1: what it showed when signed is unknown; " +
      "paste values",
  },
  {
    code: "cell-error",
    find: () => sheet([header, zhang], { D2: { t: "e", v: 0x2a } }),
    zh: "people.xlsx:2 [户号] 单元格 D2 的值是错误 #N/A;请在原表中改正",
    en: "people.xlsx:2 [户号] D2 holds the error #N/A; mend it in the sheet",
  },
  {
    code: "cell-merged",
    find: () => sheet([header, zhang, ["2", "李四", "女", null, "1"]], {}, ["D2:D3"]),
    zh: "people.xlsx:3 [户号] 单元格 D3 属于合并区 D2:D3,值只在左上角;请取消合并并逐行填写",
    en:
      "people.xlsx:3 [户号] D3 is part of the merged D2:D3, whose value stands in its corner; " +
      "unmerge and fill",
  },
  {
    code: "sheets-unread",
    find: () => sheet([header, zhang], {}, [], { 旧表: [["1"]] }),
    zh: "people.xlsx 只读了工作表 Sheet1;旧表 也有内容,没有读取(在映射的 sheet 中可以指定)",
    en: "people.xlsx only the sheet Sheet1 was read; 旧表 hold something too (sheet: in the mapping)",
  },
];

/** The problems of a delivery with this sheet. */
function sheet(
  cells: Cells,
  own: Readonly<Record<string, CellObject>>,
  merges: readonly string[] = [],
  others: Readonly<Record<string, Cells>> = {},
): ReturnType<GalleryRow["find"]> {
  const content = book("xlsx", cells, own, { merges, others });
  const file = { path: "people.xlsx", layout: "sheet", content, rows: cells.length - 1 };
  const before = async ({ workspace }: Job): Promise<void> =>
    writeFileSync(join(workspace.mappings, "legacy/sheet.yaml"), layout);
  return problemsOf([file], { before });
}
