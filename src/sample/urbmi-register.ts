import type { PersonCells } from "./cells.js";
import type { RegisterEntry, SamplePerson } from "./person.js";
import type { County } from "./places.js";
import { clean, type RowTruth } from "./row-truth.js";
import type { SampleRow } from "./rows.js";
import { enrolmentLine, personLine } from "./urbmi-row.js";

/** The register of urban residents: one row for the person, one for the enrolment. */
export class UrbmiRegister {
  private entered = 0;

  /** Writes both rows; the enrolment of a person who is set aside has nobody to belong to. */
  enter(
    person: SamplePerson,
    cells: PersonCells,
    county: County,
    truth: RowTruth,
  ): { readonly rows: readonly [SampleRow, SampleRow]; readonly entry: RegisterEntry } {
    this.entered += 1;
    const legacyId = `9${county.admdvs.slice(4)}${String(this.entered).padStart(9, "0")}`;
    const inPersons: SampleRow = {
      file: "urbmiPersons",
      text: personLine(legacyId, person, cells, county.admdvs),
      person: person.number,
      ...truth,
      money: [],
    };
    const inEnrolments: SampleRow = {
      file: "urbmiEnrolments",
      text: enrolmentLine(legacyId, person, cells),
      person: person.number,
      ...clean,
      expected: truth.expected === "" ? "" : "enrolment-person-unknown",
      money: [],
    };
    return { rows: [inPersons, inEnrolments], entry: { source: "urbmi", legacyId } };
  }
}
