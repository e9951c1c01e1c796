import { type Deduction, outcome } from "../../domain/intake.js";
import { yuanText } from "../../domain/money.js";
import { problem } from "../../domain/problem.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { FileNames } from "./file-names.js";

/**
 * Takes the audit deductions of a delivery. One of a hospital that no register knows is set aside
 * (`claim-institution-unknown`). One that an earlier delivery stated already – the same hospital,
 * month, reason, amount and note, as often as it stood there – is stated again, not deducted again
 * (`deduction-repeated`).
 */
export async function takeDeductions(
  store: Store,
  deductions: readonly Deduction[],
  files: FileNames,
): Promise<void> {
  const institutions = await store.registers.institutions();
  const stated = new Map(await store.registers.deductionCounts());
  const taken: Deduction[] = [];
  for (const one of deductions) {
    const place = { file: files.get(one.fileId) ?? "", line: one.line };
    const left = stated.get(keyOf(one)) ?? 0;
    if (!institutions.has(one.fixmedinsCode)) {
      const values = { found: one.fixmedinsCode };
      const at = { ...place, field: "fixmedins_code" };
      await end(store, one, "setAside", problem("claim-institution-unknown", at, values));
    } else if (left > 0) {
      stated.set(keyOf(one), left - 1);
      const values = { found: yuanText(one.dedAmt), month: one.month };
      await end(store, one, "merged", problem("deduction-repeated", place, values));
    } else {
      taken.push(one);
    }
  }
  await store.registers.addDeductions(taken);
}

function keyOf({ fixmedinsCode, month, reason, dedAmt, memo }: Deduction): string {
  return JSON.stringify([fixmedinsCode, month, reason, dedAmt, memo]);
}

async function end(
  store: Store,
  { fileId, line }: Deduction,
  where: "setAside" | "merged",
  found: RowProblem["problem"],
): Promise<void> {
  const row = { fileId, line, outcome: outcome[where] };
  await store.intake.settleRows([row], [{ fileId, line, problem: found }]);
}
