import { add } from "../../domain/money.js";
import { problem } from "../../domain/problem.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { PaidRow } from "../../store/port/loading.js";
import type { Store } from "../../store/store.js";
import { type BenefitsEnd, benefitsEnd } from "../../unify/benefits.js";
import type { FileNames } from "./file-names.js";
import { type MoneyByPlace, MoneyCount } from "./money-by-place.js";

const PAGE = 2_000;

/**
 * Carries what was paid in a year. A row that repeats the old number of a person states the same
 * benefits again; where it states others, they wait for a person (`differs-from-loaded`).
 */
export async function carryHistory(
  store: Store,
  year: number,
  files: FileNames,
): Promise<MoneyByPlace> {
  const count = new MoneyCount();
  for (let after = -1; ; ) {
    const rows = await store.people.paid(after, PAGE);
    const carried: PaidRow[] = [];
    const problems: RowProblem[] = [];
    for (const row of rows) {
      const end = row.isRepeated ? AGAIN : row.psnNo === "" ? LOST : benefitsEnd(row);
      if (end.kind === "carried") carried.push(row);
      if (end.kind === "differs") problems.push(otherBenefits(row, end, files));
      const place = `${row.insuplcAdmdvs} ${row.source}`;
      const amount = { amount: add(row.hifpPay, row.hifmiPay), residual: row.residual };
      count.add(place, amount, end.kind === "differs" ? "setAside" : end.kind);
    }
    await store.people.addHistory(carried, year);
    await store.intake.settleRows([], problems);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return count.closed("benefit history");
    after = last;
  }
}

/** A row that was set aside takes its money along. */
const LOST = { kind: "setAside" } as const;
/** A row that the same content brought before says the same again. */
const AGAIN = { kind: "repeated" } as const;

function otherBenefits(
  row: PaidRow,
  { field, expected, found }: Extract<BenefitsEnd, { readonly kind: "differs" }>,
  files: FileNames,
): RowProblem {
  const place = { file: files.get(row.fileId) ?? "", line: row.line };
  const values = { what: `${row.source} ${row.legacyId} ${field}`, expected, found };
  return { ...row, problem: problem("differs-from-loaded", place, values) };
}
