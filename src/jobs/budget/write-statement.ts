import { join, relative } from "node:path";
import type { BudgetYear } from "../../budget/figures.js";
import { paymentStatement, type StatementTable } from "../../budget/statement.js";
import type { StatementHospital } from "../../budget/statement-question.js";
import { insutype } from "../../domain/codes.js";
import { add, type Yuan, yuanText, zero } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { csvText } from "../../io/csv.js";
import { sha256Of, writeFileAtomic } from "../../io/files.js";
import { writeWorkbook } from "../../io/xlsx.js";
import type { YearSoFar } from "../../store/port/budget.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Job } from "../job.js";
import { readRegions } from "../regions.js";
import type { Budgeted } from "./budgeted.js";

/** Writes the payment statement of a month as XLSX and CSV, with the same figures in both. */
export async function writeStatement(
  job: Job,
  month: Month,
  budgeted: readonly Budgeted[],
): Promise<readonly RunOutput[]> {
  const { workspace, operator } = job;
  const before = await job.store.budget.yearBefore(month);
  const { names } = await readRegions(workspace.mappings);
  const table = paymentStatement({
    region: names.get(workspace.region) ?? workspace.region,
    month,
    insutype: insutype.resident,
    hospitals: budgeted.flatMap((one) => hospitalOf(one, before)),
    setAside: budgeted.filter((one) => one.terms === undefined).map((one) => one.claimed),
    signatures: { preparer: operator, isSecondPersonOff: !workspace.hasSecondPerson },
    lang: workspace.lang,
  });
  const path = join(workspace.output, month, "payment-statement");
  const sheet = { ...table, rows: [...table.rows, table.total] };
  await writeFileAtomic(`${path}.xlsx`, await writeWorkbook([sheet]));
  await writeFileAtomic(`${path}.csv`, statementCsv(table));
  return Promise.all(
    [`${path}.xlsx`, `${path}.csv`].map(async (file) => ({
      path: relative(workspace.root, file),
      sha256: await sha256Of(file),
      isPrivate: false,
    })),
  );
}

function hospitalOf(
  { terms, stored }: Budgeted,
  before: ReadonlyMap<string, YearSoFar>,
): readonly StatementHospital[] {
  if (terms === undefined) return [];
  const earlier = before.get(stored.fixmedinsCode);
  const year: BudgetYear = {
    confirmed: add(earlier?.confirmed ?? zero, stored.confirmed),
    payable: add(earlier?.payable ?? zero, stored.payable),
    deferred: add(earlier?.deferred ?? zero, stored.deferred),
  };
  return [{ ...terms, year }];
}

/** The table alone: a CSV holds rows, the signatures stand on the sheet. */
function statementCsv({ columns, rows, total }: StatementTable): string {
  const cells = [...rows, total].map((row) =>
    row.map((cell, index) =>
      columns[index]?.kind === "amount" && cell !== "" ? yuanText(cell as Yuan) : String(cell),
    ),
  );
  const header = columns.map((column) => column.header);
  const textColumns = new Set(
    columns.flatMap(({ kind }, index) => (kind === "text" ? [index] : [])),
  );
  return csvText([header, ...cells], { bom: true, textColumns });
}
