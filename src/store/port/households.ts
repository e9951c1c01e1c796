import type { Origin } from "../../domain/records.js";
import type { ProblemCode } from "../../text/problems.js";

/** A staged row with what it says of the person. */
export interface HouseholdMember extends Origin {
  readonly rowNo: number;
  readonly headRelation: string;
  readonly certno: string;
  readonly brdy: string;
  readonly gend: string;
  readonly isSetAside: number;
}

/** A member of a household beside its head, both of the same register. */
export interface BesideHead extends HouseholdMember {
  readonly head: HouseholdMember;
}

/** The rows of a delivery beside the heads of their households; pages go by the member's row. */
export interface HouseholdStore {
  /** Members under another name who state the certificate number of their head. */
  withNumberOfHead(afterRow: number, limit: number): Promise<readonly BesideHead[]>;
  /**
   * Members with a relation below 50 (spouse, children, grandchildren) who are not younger than the
   * head, and others who are not older: among them are those whose age cannot be.
   */
  withUnusualAge(afterRow: number, limit: number): Promise<readonly BesideHead[]>;
  /** Takes back problems of rows for which a better reason was found. */
  dropProblems(rows: readonly Origin[], codes: readonly ProblemCode[]): Promise<void>;
}
