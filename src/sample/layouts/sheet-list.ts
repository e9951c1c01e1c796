import type { Day } from "../../domain/period.js";
import type { LayoutFile, LayoutRow } from "./layout-file.js";
import { SHORT_COLUMNS, shortRow } from "./member-files.js";
import { countyOf, type Townships } from "./township.js";

/** Where the ten columns have the account, the certificate number and the birth date. */
const BALANCE = 2;
const CERTNO = 7;
const BIRTH = 8;

/**
 * An XLS list as a township keeps it: a merged title above the header, amounts and days as
 * numbers, and so are a certificate number of fifteen digits and one that Excel has rounded.
 */
export function sheetList(townships: Townships, members: number): LayoutFile {
  const county = countyOf(0);
  const kinds = ["id-15", "id-excel-rounded", "id-missing"] as const;
  const rows = townships.list(county, members, kinds).map((member): LayoutRow => {
    const row = shortRow(member);
    const { spoiled } = row;
    const isNumber = spoiled === "id-15" || spoiled === "id-excel-rounded";
    return {
      ...row,
      cells: row.cells.map((cell, index) => (index === BIRTH ? excelDay(cell as Day) : cell)),
      numbers: isNumber ? [BALANCE, CERTNO, BIRTH] : [BALANCE, BIRTH],
    };
  });
  return {
    path: "ncms-members.xls",
    layout: "ncms-members-xls",
    writing: { kind: "sheet", title: `${county.name}2016年参合名单`, header: SHORT_COLUMNS },
    constants: { insuplc_admdvs: county.admdvs },
    rows,
  };
}

/** The number of a day as Excel counts: 1900-03-01 is 61. */
function excelDay(day: Day): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  // Years that begin in March, so that the leap day is their last.
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const days = marchYear * 365 + leapDays + Math.floor((marchMonth * 306 + 5) / 10) + date - 1;
  return String(days - MARCH_1900 + 61);
}

/** The same count for 1900-03-01. */
const MARCH_1900 = 1900 * 365 + 475 - 19 + 4;
