import type { Agreement } from "../../budget/agreement.js";
import type { BudgetMonth } from "../../budget/month.js";
import type { HospitalMonth } from "../../domain/records.js";
import type { StoredHospitalMonth } from "../../store/port/budget.js";

/** A hospital's month under the terms in force; without terms there is only what it claims. */
export interface Budgeted {
  readonly claimed: HospitalMonth;
  readonly terms?: { readonly agreement: Agreement; readonly budget: BudgetMonth };
  readonly stored: StoredHospitalMonth;
}
