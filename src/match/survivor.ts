import assert from "node:assert";
import type { CertnoStatus } from "../domain/certno.js";
import type { SourcePerson } from "../domain/records.js";

const byTrust: readonly CertnoStatus[] = ["valid", "upgraded"];

/**
 * The record of a person from all rows that are this person. The row whose certificate number is
 * valid as written leads, then one whose number was completed, then the earliest row; what the
 * leading row leaves empty comes from the next. No field is mixed from two rows.
 */
export function survivorOf<Row extends SourcePerson>(rows: readonly Row[]): Row {
  const ranked = [...rows].sort(
    (a, b) => rank(a) - rank(b) || a.fileId - b.fileId || a.line - b.line,
  );
  const [lead, ...others] = ranked;
  assert(lead !== undefined, "a person has at least one row");
  const first = (field: "naty" | "tel" | "householdNo" | "headRelation"): string =>
    [lead, ...others].find((row) => row[field] !== "")?.[field] ?? "";
  return {
    ...lead,
    naty: first("naty"),
    tel: first("tel"),
    householdNo: lead.householdNo === "" ? first("householdNo") : lead.householdNo,
    headRelation: lead.householdNo === "" ? first("headRelation") : lead.headRelation,
  };
}

function rank(row: SourcePerson): number {
  const place = byTrust.indexOf(row.certnoStatus);
  return place === -1 ? byTrust.length : place;
}
