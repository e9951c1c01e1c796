import { existsSync } from "node:fs";
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
import { acceptedDifferences, acceptedNotes } from "../migrate/accepted-differences.js";
import { readRegions } from "../regions.js";
import type { Workspace } from "../workspace.js";
import type { Budgeted } from "./budgeted.js";

/** What a statement is written from. */
export interface StatementOrder {
  readonly month: Month;
  readonly version: number;
  readonly budgeted: readonly Budgeted[];
  /** Who computed this version. */
  readonly preparer: string;
}

/**
 * Writes the payment statement of a month as XLSX and CSV, with the same figures in both. A month
 * that is computed again has a file of its own: what was handed out before stays as it was.
 */
export async function writeStatement(
  job: Pick<Job, "store" | "workspace">,
  order: StatementOrder,
): Promise<readonly RunOutput[]> {
  const paths = statementPaths(job.workspace, order);
  const table = await tableOf(job, order);
  await writeFileAtomic(
    paths.xlsx,
    await writeWorkbook([{ ...table, rows: [...table.rows, table.total] }]),
  );
  await writeFileAtomic(paths.csv, statementCsv(table));
  return Promise.all(
    [paths.xlsx, paths.csv].map(async (file) => ({
      path: relative(job.workspace.root, file),
      sha256: await sha256Of(file),
      isPrivate: false,
    })),
  );
}

/** Whether both files of a version are there. */
export function hasStatement(
  { workspace }: Pick<Job, "workspace">,
  order: Pick<StatementOrder, "month" | "version">,
): boolean {
  const { xlsx, csv } = statementPaths(workspace, order);
  return existsSync(xlsx) && existsSync(csv);
}

function statementPaths(
  { output }: Workspace,
  { month, version }: Pick<StatementOrder, "month" | "version">,
): { readonly xlsx: string; readonly csv: string } {
  const suffix = version > 1 ? `-v${version}` : "";
  const path = join(output, month, `payment-statement${suffix}`);
  return { xlsx: `${path}.xlsx`, csv: `${path}.csv` };
}

async function tableOf(
  { store, workspace }: Pick<Job, "store" | "workspace">,
  { month, budgeted, preparer }: StatementOrder,
): Promise<StatementTable> {
  const before = await store.budget.yearBefore(month);
  const { names } = await readRegions(workspace.mappings);
  return paymentStatement({
    region: names.get(workspace.region) ?? workspace.region,
    month,
    insutype: insutype.resident,
    hospitals: budgeted.flatMap((one) => hospitalOf(one, before)),
    setAside: budgeted.filter((one) => one.terms === undefined).map((one) => one.claimed),
    notes: acceptedNotes(await acceptedDifferences(store), workspace.lang),
    signatures: { preparer, isSecondPersonOff: !workspace.hasSecondPerson },
    lang: workspace.lang,
  });
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
