import type { Yuan } from "../domain/money.js";
import { type StatementKey, statementHeaders } from "../text/statement.js";
import { type Lang, tell } from "../text/tell.js";
import type { BudgetFigures, BudgetYear } from "./figures.js";

export type CellKind = "text" | "count" | "amount";

/** Text, a count, or an amount in fen; the column's kind says which. */
export type StatementCell = string | number | Yuan;

/** A row of the statement before it is cut into cells: a hospital's, or the total. */
export interface StatementLine {
  readonly fixmedinsCode: string;
  readonly fixmedinsName: string;
  readonly insutype: string;
  readonly month: string;
  readonly figures: BudgetFigures;
  readonly year: BudgetYear;
}

interface StatementColumn {
  readonly key: StatementKey;
  readonly kind: CellKind;
  readonly cellOf: (line: StatementLine) => StatementCell;
}

/**
 * The columns from left to right, as a reader checks them: claimed, confirmed, set off, paid, then
 * what stays open and the year so far. 审核扣款 shows what this month bore; what it could not bear
 * stands under 结转以后应扣, so that every row adds up.
 */
export const statementColumns: readonly StatementColumn[] = [
  { key: "fixmedinsCode", kind: "text", cellOf: (line) => line.fixmedinsCode },
  { key: "fixmedinsName", kind: "text", cellOf: (line) => line.fixmedinsName },
  { key: "insutype", kind: "text", cellOf: (line) => line.insutype },
  { key: "month", kind: "text", cellOf: (line) => line.month },
  { key: "setlCnt", kind: "count", cellOf: (line) => line.figures.setlCnt },
  figure("medfeeSumamt"),
  figure("fundAppySum"),
  figure("hifpPay"),
  figure("deducted"),
  figure("confirmed"),
  figure("quota"),
  figure("deferred"),
  figure("holdback"),
  figure("recovered"),
  figure("outsideQuota"),
  figure("payable"),
  figure("recoverAfter"),
  { key: "yearConfirmed", kind: "amount", cellOf: (line) => line.year.confirmed },
  { key: "yearPayable", kind: "amount", cellOf: (line) => line.year.payable },
  { key: "yearDeferred", kind: "amount", cellOf: (line) => line.year.deferred },
];

export function headerOf(key: StatementKey, lang: Lang): string {
  return tell(statementHeaders[key], lang);
}

function figure(key: Exclude<keyof BudgetFigures, "setlCnt"> & StatementKey): StatementColumn {
  return { key, kind: "amount", cellOf: (line) => line.figures[key] };
}
