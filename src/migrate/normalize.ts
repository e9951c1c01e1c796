import { birthOf, type CertnoStatus } from "../domain/certno.js";
import type { PersonRow } from "../domain/intake.js";
import { readYuan, type Yuan } from "../domain/money.js";
import type { Day, Month } from "../domain/period.js";
import type { Problem } from "../domain/problem.js";
import type { SourceEnrolment, SourcePerson } from "../domain/records.js";
import { personChecks } from "./cross-checks.js";
import type { MappedRow } from "./mapped-row.js";
import { certnoStatuses } from "./readings.js";
import type { RowOrigin } from "./row-origin.js";

/**
 * Makes a person of a mapped row. A missing birth date is taken from a valid certificate number.
 * Problems are those of `personChecks`; a line without any record has no person to check.
 */
export function personOf(
  row: MappedRow,
  origin: RowOrigin,
): { readonly record: PersonRow; readonly problems: readonly Problem[] } {
  const certno = row.text("certno");
  const stated = row.text("brdy") as Day | "";
  const brdy = stated === "" && certno !== "" ? (birthOf(certno) ?? "") : stated;
  const person: SourcePerson = {
    fileId: origin.fileId,
    line: origin.line,
    source: origin.source,
    legacyId: row.text("legacy_id"),
    householdNo: row.text("household_no"),
    headRelation: row.text("head_relation"),
    psnName: row.text("psn_name"),
    certno,
    certnoStatus: certnoStatusOf(row),
    gend: row.text("gend"),
    brdy: brdy as Day,
    naty: row.text("naty"),
    tel: row.text("tel"),
    insuplcAdmdvs: row.text("insuplc_admdvs"),
  };
  const record: PersonRow = {
    person,
    familyBalc: row.amount("family_balc"),
    hifpPay: row.amount("hifp_pay"),
    hifmiPay: row.amount("hifmi_pay"),
  };
  const isNobody = row.problems.some((one) => one.code === "row-without-record");
  return { record, problems: isNobody ? [] : personChecks(person, origin) };
}

/** Makes an enrolment of a mapped row. */
export function enrolmentOf(row: MappedRow, origin: RowOrigin): SourceEnrolment {
  return {
    fileId: origin.fileId,
    line: origin.line,
    source: origin.source,
    legacyId: row.text("legacy_id"),
    insutype: row.text("insutype"),
    psnType: row.text("psn_type"),
    psnInsuStas: row.text("psn_insu_stas"),
    psnIdetType: row.text("psn_idet_type"),
    insuplcAdmdvs: row.text("insuplc_admdvs"),
    psnInsuDate: row.text("psn_insu_date") as Day,
    liveAdmdvs: row.text("live_admdvs"),
    workAdmdvs: row.text("work_admdvs"),
    psnClctAmt: contributionOf(row),
    accrymBegn: row.text("accrym_begn") as Month | "",
  };
}

/** An amount of a column, or the same for the whole file, which is text. */
function contributionOf(row: MappedRow): Yuan {
  const stated = row.text("psn_clct_amt");
  return (readYuan(stated) ?? row.amount("psn_clct_amt")).amount;
}

/**
 * The status that a finding of the certificate columns told. Where the first column held no usable
 * number and the next one did, the number that was taken counts.
 */
function certnoStatusOf(row: MappedRow): CertnoStatus {
  const hasNumber = row.text("certno") !== "";
  for (const { code } of row.problems) {
    const status = certnoStatuses[code];
    if (status === undefined || (status === "upgraded") !== hasNumber) continue;
    return status;
  }
  return hasNumber ? "valid" : "missing";
}
