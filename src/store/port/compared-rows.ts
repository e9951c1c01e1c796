import type { Origin } from "../../domain/records.js";

/** What the rules compare, with the row's place. */
export interface CompareRow extends Origin {
  readonly rowNo: number;
  readonly source: string;
  readonly legacyId: string;
  readonly psnName: string;
  readonly certno: string;
  readonly brdy: string;
  readonly householdNo: string;
  readonly lineHash: number;
}

/** The fields of a person by their national names. */
export type PersonFields = Readonly<
  Record<
    | "psn_name"
    | "certno"
    | "gend"
    | "brdy"
    | "naty"
    | "tel"
    | "household_no"
    | "head_relation"
    | "insuplc_admdvs",
    string
  >
>;
