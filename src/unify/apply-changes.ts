import type { CertnoStatus } from "../domain/certno.js";
import type { Day } from "../domain/period.js";
import type { PersonRecord } from "../domain/records.js";
import type { Enrolment } from "./coverage.js";

/** A change that a later row made in a person's records, as the journal keeps it. */
export interface KeptChange {
  readonly record: "person" | "enrolment";
  /** Of an enrolment: its scheme and first day. */
  readonly subject: string;
  readonly field: string;
  readonly after: string;
}

/**
 * A record with a change of its own applied again. `certnoStatus` is what is known of a certificate
 * number that the change brings.
 */
export function changedRecord(
  record: PersonRecord,
  { field, after }: KeptChange,
  certnoStatus: CertnoStatus | undefined,
): PersonRecord {
  const name = FIELDS.get(field);
  if (name === undefined) return record;
  const changed = { ...record, [name]: after };
  if (name !== "certno" || certnoStatus === undefined) return changed;
  return { ...changed, certnoStatus };
}

/** Running enrolments with an end applied again; one that has ended stays as it is. */
export function endedEnrolments(
  enrolments: readonly Enrolment[],
  { subject, after }: KeptChange,
): readonly Enrolment[] {
  return enrolments.map((one) => {
    const isMeant = one.enddate === "" && `${one.insutype} ${one.begndate}` === subject;
    return isMeant ? { ...one, enddate: after as Day } : one;
  });
}

/** The fields of a record by their national names. */
const FIELDS: ReadonlyMap<string, keyof PersonRecord> = new Map([
  ["psn_name", "psnName"],
  ["certno", "certno"],
  ["gend", "gend"],
  ["brdy", "brdy"],
  ["naty", "naty"],
  ["tel", "tel"],
  ["household_no", "householdNo"],
  ["head_relation", "headRelation"],
  ["insuplc_admdvs", "insuplcAdmdvs"],
]);
