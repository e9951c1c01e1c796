import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withPlainFile } from "../../src/io/archive.js";
import { openTable } from "../../src/io/open-table.js";
import { xlsBytes } from "../../src/io/workbook.js";
import { zip } from "../io/zip-bytes.js";
import type { RefusalRow } from "./refusal-row.js";

/** Refusals of files that are not what they should be. */
export const ofFiles: readonly RefusalRow[] = [
  {
    code: "file-damaged",
    ask: async ({ workspace }) => {
      const path = join(workspace.root, "people.dbf");
      await writeFile(path, Buffer.alloc(9));
      await openTable(path, { kind: "dbf", encoding: "gb18030" });
    },
    zh: "…/people.dbf 已损坏,或者不是它看来的那种文件:只有 9 字节",
    zhNext: "用原来的程序打开并重新导出;打不开时请报送单位重报",
    en: "…/people.dbf is damaged, or not what it seems to be: it has only 9 bytes",
    enNext: "open it in the program that it came from and export it again, or ask the sender",
  },
  {
    code: "sheet-missing",
    ask: async ({ workspace }) => {
      const path = join(workspace.root, "people.xls");
      await writeFile(path, xlsBytes("参合名单", [["姓名"], ["张三"]]));
      const rows = { headerRows: 1, skip: 0, summary: "" };
      await openTable(path, { kind: "sheet", sheet: "名单", ...rows });
    },
    zh: "…/people.xls 中没有名为 名单 的工作表;现有:参合名单",
    zhNext: "改正映射文件 format 中的 sheet,或删去它(读第一个有内容的工作表)",
    en: "…/people.xls has no sheet named 名单; it has: 参合名单",
    enNext:
      "mend sheet: under format: in the mapping, or leave it out to read the first filled one",
  },
  {
    code: "format-differs",
    ask: async ({ workspace }) => {
      const path = join(workspace.root, "people.xls");
      await writeFile(path, "<html><table><tr><td>张三</td></tr></table></html>");
      await openTable(path, { kind: "sheet", sheet: "", headerRows: 1, skip: 0, summary: "" });
    },
    zh: "…/people.xls 看来是 网页或 XML(常被命名为 .xls),映射文件写的是 工作簿(kind: sheet)",
    zhNext: "改正映射文件的 format,或用 Excel 等另存为映射所写的格式",
    en:
      "…/people.xls looks like a web page or XML (often named .xls), the mapping says " +
      "a workbook (kind: sheet)",
    enNext: "mend format: in the mapping, or save the file in the format that it says",
  },
  {
    code: "entry-missing",
    ask: async ({ workspace }) => {
      const path = join(workspace.root, "towns.zip");
      await writeFile(path, zip([{ name: "东镇.csv" }, { name: "西镇.csv" }]));
      await withPlainFile(path, "南镇.csv", async () => undefined);
    },
    zh: "…/towns.zip 中没有 南镇.csv;其中有:东镇.csv、西镇.csv",
    zhNext: "用 entry 写明压缩包中的文件名,与上面所列一致",
    en: "…/towns.zip does not hold 南镇.csv; it holds: 东镇.csv、西镇.csv",
    enNext: "name the file in the archive as it stands above, with entry:",
  },
  {
    code: "entry-unsaid",
    ask: async ({ workspace }) => {
      const path = join(workspace.root, "towns.zip");
      await writeFile(path, zip([{ name: "东镇.csv" }, { name: "西镇.csv" }]));
      await withPlainFile(path, undefined, async () => undefined);
    },
    zh: "…/towns.zip 中有 2 个文件,没有说明要哪一个:东镇.csv、西镇.csv",
    zhNext: "查看时加 --entry 文件名;清单中在该文件下写 entry: 文件名",
    en: "…/towns.zip holds 2 files, and none was named: 东镇.csv、西镇.csv",
    enNext: "say --entry NAME to inspect one; in a manifest write entry: NAME under the file",
  },
];
