import type { Yuan } from "../domain/money.js";
import { yuanText } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import { costOf, countText, priceText, readCount, readPrice } from "../domain/quantity.js";
import type { FeeLineRow, VisitRow } from "../domain/visits.js";
import type { MappedRow } from "./mapped-row.js";
import type { RowOrigin } from "./row-origin.js";

/** Makes a visit of a mapped row. */
export function visitOf(row: MappedRow, origin: RowOrigin): VisitRow {
  return {
    fileId: origin.fileId,
    line: origin.line,
    source: origin.source,
    mdtrtId: row.text("mdtrt_id"),
    mdtrtCertNo: row.text("mdtrt_cert_no"),
    legacyId: row.text("legacy_id"),
    psnName: row.text("psn_name"),
    fixmedinsCode: row.text("fixmedins_code"),
    medType: row.text("med_type"),
    begndate: row.text("begndate") as Day,
    diseCodg: row.text("dise_codg"),
    deptName: row.text("dept_name"),
    drName: row.text("dr_name"),
  };
}

/**
 * Makes a fee line of a mapped row. Where the source states no amount it is price times count, half
 * up to the fen; where it states one, that must be the same to within a fen (`amounts-disagree`).
 */
export function feeLineOf(
  row: MappedRow,
  origin: RowOrigin,
): { readonly record: FeeLineRow; readonly problems: readonly Problem[] } {
  const [pric, cnt] = [readPrice(row.text("pric")), readCount(row.text("cnt"))];
  const computed = pric === undefined || cnt === undefined ? undefined : costOf(cnt, pric);
  const stated = row.amount("det_item_fee_sumamt").amount;
  const isStated = row.has("det_item_fee_sumamt");
  const record = {
    fileId: origin.fileId,
    line: origin.line,
    source: origin.source,
    mdtrtId: row.text("mdtrt_id"),
    feedetlSn: row.text("feedetl_sn"),
    initFeedetlSn: row.text("init_feedetl_sn"),
    rxno: row.text("rxno"),
    feeOcurTime: row.text("fee_ocur_time") as Day,
    medinsListCodg: row.text("medins_list_codg"),
    medinsListName: row.text("medins_list_name"),
    spec: row.text("spec"),
    pric: pric ?? (0 as FeeLineRow["pric"]),
    cnt: cnt ?? (0 as FeeLineRow["cnt"]),
    detItemFeeSumamt: isStated ? stated : (computed ?? (0 as Yuan)),
  };
  if (computed === undefined || !isStated || Math.abs(stated - computed) <= 1) {
    return { record, problems: [] };
  }
  const place = { file: origin.file, line: origin.line, field: "det_item_fee_sumamt" };
  const values = {
    left: "det_item_fee_sumamt",
    right: `pric ${priceText(record.pric)} × cnt ${countText(record.cnt)}`,
    found: yuanText(stated),
    expected: yuanText(computed),
  };
  return { record, problems: [problem("amounts-disagree", place, values)] };
}
