import type { Deduction } from "../domain/intake.js";
import type { ReadAmount } from "../domain/money.js";
import type { Month } from "../domain/period.js";
import type { Origin } from "../domain/records.js";
import type { MappedRow } from "./mapped-row.js";
import type { RowOrigin } from "./row-origin.js";

/** An entry of a list, still as text: the unification of its list knows what the fields mean. */
export interface ListRow extends Origin {
  readonly source: string;
  readonly legacyCode: string;
  /** The text of any field of the row. */
  readonly text: (field: string) => string;
}

/** Makes a list entry; the source is the file's, or the one that the row names (a crosswalk). */
export function listRowOf(row: MappedRow, origin: RowOrigin): ListRow {
  return {
    fileId: origin.fileId,
    line: origin.line,
    source: row.has("source") ? row.text("source") : origin.source,
    legacyCode: row.text("legacy_code"),
    text: (field) => row.text(field),
  };
}

/** Makes a balance of an old scheme's books. */
export function balanceOf(
  row: MappedRow,
  origin: RowOrigin,
): Origin & {
  readonly admdvs: string;
  readonly insutype: string;
  readonly account: string;
  readonly balance: ReadAmount;
} {
  return {
    fileId: origin.fileId,
    line: origin.line,
    admdvs: row.text("admdvs"),
    insutype: row.text("insutype"),
    account: row.text("account"),
    balance: row.amount("balance"),
  };
}

/** Makes an audit deduction. */
export function deductionOf(row: MappedRow, origin: RowOrigin): Deduction {
  return {
    fileId: origin.fileId,
    line: origin.line,
    fixmedinsCode: row.text("fixmedins_code"),
    month: row.text("month") as Month,
    reason: row.text("reason"),
    dedAmt: row.amount("ded_amt").amount,
    memo: row.text("memo"),
  };
}
