import { birthOf, type CertnoStatus, gendOf } from "../domain/certno.js";
import type { PersonRow } from "../domain/intake.js";
import type { Day } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import type { Origin, SourceEnrolment, SourcePerson } from "../domain/records.js";
import type { MappedRow } from "./mapped-row.js";

/** Where a mapped row stands, for its record and for the problems that cross-checks find. */
export interface RowOrigin extends Origin {
  readonly file: string;
  readonly source: string;
}

/**
 * Makes a person of a mapped row. A missing birth date is taken from a valid certificate number;
 * a number that contradicts the row's birth date or sex is a problem (`certno-birth-differs`,
 * `certno-sex-differs`), and a person without any birth date is `field-missing`.
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
  return { record, problems: isNobody ? [] : crossChecks(person, origin) };
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
  };
}

/** The status that the certificate column's finding told; a number without finding is valid. */
function certnoStatusOf(row: MappedRow): CertnoStatus {
  for (const { code } of row.problems) {
    if (code === "certno-upgraded") return "upgraded";
    if (code === "certno-missing") return "missing";
    if (code === "certno-check-digit") return "badCheckDigit";
    if (code === "certno-bad-date") return "badDate";
    if (code === "certno-excel-rounded") return "excelRounded";
    if (code === "certno-not-an-id") return "notAnId";
  }
  return row.text("certno") === "" ? "missing" : "valid";
}

function crossChecks(person: SourcePerson, origin: RowOrigin): Problem[] {
  const place = { file: origin.file, line: origin.line };
  const { certno, brdy, gend } = person;
  const problems: Problem[] = [];
  if (brdy === ("" as Day)) problems.push(problem("field-missing", { ...place, field: "brdy" }));
  if (certno === "") return problems;
  const birth = birthOf(certno);
  if (birth !== undefined && brdy !== birth) {
    const at = { ...place, field: "brdy" };
    problems.push(problem("certno-birth-differs", at, { found: brdy, expected: birth }));
  }
  if ((gend === "1" || gend === "2") && gend !== gendOf(certno)) {
    const at = { ...place, field: "gend" };
    problems.push(problem("certno-sex-differs", at, { found: gend, expected: gendOf(certno) }));
  }
  return problems;
}
