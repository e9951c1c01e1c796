import { type Agreement, inForce, monthlyQuota } from "../../budget/agreement.js";
import { budgetMonth } from "../../budget/month.js";
import { least, negate, type Ratio, sum, zero } from "../../domain/money.js";
import { lastDay, type Month } from "../../domain/period.js";
import type { StoredHospitalMonth } from "../../store/port/budget.js";
import type { Store } from "../../store/store.js";
import { readAgreements } from "../agreements.js";
import type { Job } from "../job.js";
import type { MappingInput } from "../mapping-input.js";
import type { Budgeted } from "./budgeted.js";

/** A month's hospitals as they stand now, and whether the stored version says the same. */
export interface ComputedBudget {
  readonly budgeted: readonly Budgeted[];
  readonly inputs: readonly MappingInput[];
  readonly isCurrent: boolean;
}

/** Computes every hospital's month from what is settled, deducted and agreed; writes nothing. */
export async function computeBudget(
  { store, workspace }: Pick<Job, "store" | "workspace">,
  month: Month,
): Promise<ComputedBudget> {
  const { agreements, inputs } = await readAgreements(store, workspace);
  const budgeted = await budgetAll(store, month, agreements);
  const isCurrent = sameRows(await store.budget.current(month), budgeted);
  return { budgeted, inputs, isCurrent };
}

async function budgetAll(
  { budget }: Store,
  month: Month,
  agreements: readonly Agreement[],
): Promise<readonly Budgeted[]> {
  const deductions = await budget.deductions(month);
  const debts = await budget.toRecover(month);
  return (await budget.claimed(month)).map((claimed) => {
    const agreement = inForce(agreements, claimed.fixmedinsCode, lastDay(month));
    const deduction = deductions.get(claimed.fixmedinsCode) ?? zero;
    const recoverBefore = debts.get(claimed.fixmedinsCode) ?? zero;
    if (agreement === undefined) {
      const recoverAfter = sum([
        recoverBefore,
        deduction,
        negate(least(zero, claimed.fundAppySum)),
      ]);
      return {
        claimed,
        stored: { ...NOTHING, ...claimed, deduction, recoverBefore, recoverAfter },
      };
    }
    const { holdbackRatio } = agreement;
    const quota = monthlyQuota(agreement, month);
    const done = budgetMonth({ claimed, deduction, recoverBefore, quota, holdbackRatio });
    const { steps: _, ...figures } = done;
    const place = `${agreement.place.file}:${agreement.place.line ?? ""}`;
    const stored = { ...figures, agreement: place };
    return { claimed, terms: { agreement, budget: done }, stored };
  });
}

/** What stands in the columns of a hospital that no agreement covers. */
const NOTHING = {
  agreement: "",
  deducted: zero,
  confirmed: zero,
  quota: zero,
  accepted: zero,
  deferred: zero,
  holdbackRatio: 0 as Ratio,
  holdback: zero,
  recovered: zero,
  quotaPayable: zero,
  payable: zero,
};

function sameRows(before: readonly StoredHospitalMonth[], after: readonly Budgeted[]): boolean {
  const text = (row: StoredHospitalMonth): string =>
    JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    before.length === after.length &&
    before.every((row, index) => {
      const other = after[index]?.stored;
      return other !== undefined && text(row) === text(other);
    })
  );
}
