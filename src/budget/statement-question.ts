import type { Month } from "../domain/period.js";
import type { HospitalMonth } from "../domain/records.js";
import type { Lang } from "../text/tell.js";
import type { Agreement } from "./agreement.js";
import type { BudgetYear } from "./figures.js";
import type { BudgetMonth } from "./month.js";

/** What a payment statement is made of. */
export interface StatementQuestion {
  /** 统筹地区, by its name. */
  readonly region: string;
  readonly month: Month;
  readonly insutype: string;
  readonly hospitals: readonly StatementHospital[];
  /** Months of hospitals that no agreement covers: not paid, but named below the table. */
  readonly setAside: readonly HospitalMonth[];
  readonly signatures: Signatures;
  /** What every report must say, line by line: differences that were accepted. */
  readonly notes: readonly string[];
  readonly lang: Lang;
}

/** One hospital on the statement: its month, the terms behind it and its year so far. */
export interface StatementHospital {
  readonly budget: BudgetMonth;
  readonly agreement: Agreement;
  readonly year: BudgetYear;
}

/** Who prepared the statement, and who checks and approves it (left open to sign until known). */
export interface Signatures {
  readonly preparer: string;
  readonly checker?: string;
  readonly approver?: string;
  /** The workspace lets one person act alone; the statement says so. */
  readonly isSecondPersonOff: boolean;
}
