import assert from "node:assert";
import { sum } from "../domain/money.js";
import { insutypeNames, type StatementKey, statementLines } from "../text/statement.js";
import { type Lang, tell } from "../text/tell.js";
import { type BudgetYear, budgetTotals } from "./figures.js";
import {
  type CellKind,
  headerOf,
  type StatementCell,
  type StatementLine,
  statementColumns,
} from "./statement-columns.js";
import { footOf } from "./statement-foot.js";
import type { StatementHospital, StatementQuestion } from "./statement-question.js";

/** A statement ready to be written as XLSX or CSV. Amounts in fen, cells in column order. */
export interface StatementTable {
  readonly name: string;
  readonly title: readonly string[];
  readonly columns: readonly {
    readonly key: StatementKey;
    readonly header: string;
    readonly kind: CellKind;
  }[];
  readonly rows: readonly (readonly StatementCell[])[];
  readonly total: readonly StatementCell[];
  readonly foot: readonly string[];
}

/** The payment statement of a month (拨付单): one row per hospital, in the order given. */
export function paymentStatement(question: StatementQuestion): StatementTable {
  const { region, month, hospitals, lang } = question;
  assertFit(question);
  const insutype = insutypeName(question.insutype, lang);
  const total = totalLine(hospitals, lang);
  const rows = hospitals.map(({ budget, agreement, year }) => {
    const { fixmedinsCode, fixmedinsName } = agreement;
    return cellsOf({ fixmedinsCode, fixmedinsName, insutype, month, figures: budget, year });
  });
  return {
    name: tell(statementLines.name, lang),
    title: [
      tell(statementLines.title, lang, { region, insutype }),
      tell(statementLines.period, lang, { month }),
    ],
    columns: statementColumns.map(({ key, kind }) => ({ key, header: headerOf(key, lang), kind })),
    rows,
    total: cellsOf(total),
    foot: footOf(question, total.figures.payable),
  };
}

/** A code without a name shows itself, so that it is noticed. */
function insutypeName(insutype: string, lang: Lang): string {
  const name = insutypeNames[insutype];
  return name === undefined ? insutype : tell(name, lang);
}

function cellsOf(line: StatementLine): readonly StatementCell[] {
  return statementColumns.map((column) => column.cellOf(line));
}

function totalLine(hospitals: readonly StatementHospital[], lang: Lang): StatementLine {
  return {
    fixmedinsCode: tell(statementLines.total, lang),
    fixmedinsName: "",
    insutype: "",
    month: "",
    figures: budgetTotals(hospitals.map(({ budget }) => budget)),
    year: yearTotals(hospitals),
  };
}

function yearTotals(hospitals: readonly StatementHospital[]): BudgetYear {
  return {
    confirmed: sum(hospitals.map(({ year }) => year.confirmed)),
    payable: sum(hospitals.map(({ year }) => year.payable)),
    deferred: sum(hospitals.map(({ year }) => year.deferred)),
  };
}

function assertFit({ month, hospitals }: StatementQuestion): void {
  for (const { budget, agreement, year } of hospitals) {
    assert(budget.month === month, "a statement is of one month");
    assert(budget.fixmedinsCode === agreement.fixmedinsCode, "the terms are the hospital's own");
    // What was confirmed before may be below zero, where more was taken back than was claimed.
    assert(
      year.payable >= budget.payable && year.deferred >= budget.deferred,
      "the year so far includes the month",
    );
  }
}
