import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { exported, numberOf, reviewJob } from "./queue.js";

/** Opens a workbook in another program's code, changes its first sheet, and saves it beside. */
async function savedBeside(
  path: string,
  change: (sheet: exceljs.Worksheet, column: (name: string) => number) => void,
): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error("no sheet");
  change(sheet, (name) => (sheet.getRow(1).values as readonly unknown[]).indexOf(name));
  const saved = path.replace(/\.xlsx$/, "-saved.xlsx");
  await workbook.xlsx.writeFile(saved);
  return saved;
}

describe("a workbook that went through another program", () => {
  test("is read whatever was sorted, hidden, added, dropped or taken for a date", async () => {
    const job = await reviewJob([
      ["1", "2", 0.93],
      ["4", "5", 0.31],
    ]);
    const saved = await savedBeside(await exported(job), (sheet, column) => {
      for (const [row, decision] of [
        [2, "同一人"],
        [3, "不是同一人"],
      ] as const) {
        sheet.getRow(row).getCell(column("决定")).value = decision;
        sheet.getRow(row).getCell(column("决定的理由")).value = "核实过";
        sheet.getRow(row).getCell(column("出生日期(左)")).value = new Date(Date.UTC(1990, 0, 1));
      }
      // Sorted the other way round, a filtered row, a column of their own, columns thrown away.
      const [one, two] = [sheet.getRow(2).values, sheet.getRow(3).values];
      sheet.getRow(2).values = two as exceljs.CellValue[];
      sheet.getRow(3).values = one as exceljs.CellValue[];
      sheet.getRow(3).hidden = true;
      sheet.spliceColumns(column("各项依据"), 1);
      sheet.spliceColumns(column("审核人"), 1);
      sheet.spliceColumns(1, 0, ["我的备注", "先看", "后看"]);
      sheet.spliceRows(1, 0, ["2017 年 2 月审核"], []);
      sheet.getRow(9).getCell(1).value = "共 2 对";
    });
    const report = await importDecisions(job, saved);
    expect(report).toMatchObject({ same: 1, different: 1, undecided: 0, waiting: 0 });
    expect(await numberOf(job, "2")).toBe(await numberOf(job, "1"));
    expect(await numberOf(job, "5")).not.toBe(await numberOf(job, "4"));
  });

  // Where LibreOffice is installed (LIUTONG_SOFFICE=soffice), the real program saves it.
  const soffice = process.env["LIUTONG_SOFFICE"];
  test.skipIf(soffice === undefined)(
    "is read after LibreOffice has saved it",
    async () => {
      const job = await reviewJob([["1", "2", 0.93]]);
      const saved = await savedBeside(await exported(job), (sheet, column) => {
        sheet.getRow(2).getCell(column("决定")).value = "同一人";
        sheet.getRow(2).getCell(column("决定的理由")).value = "核实过";
      });
      const folder = join(dirname(saved), "office");
      execFileSync(soffice ?? "", [
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        folder,
        saved,
      ]);
      const report = await importDecisions(job, join(folder, saved.slice(dirname(saved).length)));
      expect(report).toMatchObject({ same: 1, waiting: 0 });
    },
    60_000,
  );
});
