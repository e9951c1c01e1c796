import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "../../src/jobs/job.js";
import { dbf, type Field, record } from "../io/dbf-bytes.js";
import type { GalleryRow } from "./gallery-row.js";
import { type MiniFile, problemsOf } from "./mini-delivery.js";

const layout = `
title: 小表
source: ncms
record: person-enrolment
format: { kind: dbf }
encoding: gb18030
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01" }
columns:
  - { name: BH, to: legacy_id, as: text, required: true }
  - { name: XM, to: psn_name, as: name, required: true }
  - { name: XB, to: gend, as: code, table: ncms/gend, required: true }
  - { name: SR, to: brdy, as: day }
  - { name: ZT, to: psn_insu_stas, as: text, required: true }
`;

const fields: readonly Field[] = [
  { name: "BH", type: "C", length: 4 },
  { name: "XM", type: "C", length: 8 },
  { name: "XB", type: "C", length: 2 },
  { name: "SR", type: "D", length: 8 },
  { name: "ZT", type: "C", length: 1 },
];
const zhang = record(fields, ["1", "张三", "男", "19900101", "1"]);

/** What tables of dBase and FoxPro can have. */
export const ofTables: readonly GalleryRow[] = [
  {
    code: "record-deleted",
    find: () => table({ records: [zhang, record(fields, ["2", "李四"], "*")] }),
    zh:
      "people.dbf:2 本记录在原系统中已打删除标记,没有装载,也不计入控制数;" +
      "若属误删,请恢复后重新导出",
    en:
      "people.dbf:2 marked deleted in the old system: not loaded, in no control total; recall it " +
      "if wrong",
  },
  {
    code: "record-damaged",
    find: () => table({ records: [zhang, zhang.subarray(0, 7)], end: Buffer.alloc(0) }),
    zh: "people.dbf:2 本记录不完整,或开头不是记录标记:1   张;请向报送单位索取完好的文件",
    en:
      "people.dbf:2 this record is cut off or does not begin like one: 1   张; ask for a sound " +
      "file",
  },
  {
    code: "record-count-differs",
    find: () => table({ records: [zhang], count: 3 }),
    zh: "people.dbf 文件头写有 3 条记录,实有 1 条;已按实有的读取",
    en: "people.dbf the header states 3 records, 1 are there; those that are there were read",
  },
  {
    code: "codepage-differs",
    find: () => table({ records: [zhang], codePage: 0x03 }),
    zh:
      "people.dbf 文件头的代码页标为 0x03 Windows-1252,已按映射所写的 gb18030 读取;" +
      "如有乱码请查 encoding",
    en:
      "people.dbf the header names the code page 0x03 Windows-1252; read as gb18030, as the " +
      "mapping says",
  },
  {
    code: "memo-missing",
    find: () => table({ records: [withMemo("")], fields: memoFields }, memoLayout),
    zh:
      "people.dbf 同一目录中没有备注文件(.fpt 或 .dbt),备注字段按空读取;" +
      "需要时请向报送单位索取",
    en:
      "people.dbf no memo file (.fpt or .dbt) stands beside it, so its long texts are empty; " +
      "ask for it",
  },
  {
    code: "memo-unreadable",
    find: () =>
      table({ records: [withMemo("7")], fields: memoFields }, memoLayout, [
        { path: "people.fpt", layout: "", content: Buffer.alloc(7), rows: 0 },
      ]),
    zh:
      "people.dbf:1 [DZ] 备注内容读不出(备注文件损坏或不是同一次导出的);" +
      "请向报送单位索取完好的备注文件",
    en:
      "people.dbf:1 [DZ] its long text cannot be read (memo file damaged, or of another export); " +
      "ask for it again",
  },
];

const memoFields: readonly Field[] = [...fields, { name: "DZ", type: "M", length: 10 }];
const memoLayout = `${layout}  - { name: DZ, to: household_no, as: text }\n`;

function withMemo(block: string): Buffer {
  return record(memoFields, ["1", "张三", "男", "19900101", "1", block]);
}

/** The problems of a delivery with this table. */
function table(
  made: Partial<Parameters<typeof dbf>[0]> & { readonly records: readonly Buffer[] },
  mapping = layout,
  beside: readonly MiniFile[] = [],
): ReturnType<GalleryRow["find"]> {
  const content = dbf({ fields, ...made });
  const file = { path: "people.dbf", layout: "table", content, rows: 1 };
  const before = async ({ workspace }: Job): Promise<void> =>
    writeFileSync(join(workspace.mappings, "legacy/table.yaml"), mapping);
  return problemsOf([file], { before, beside });
}
