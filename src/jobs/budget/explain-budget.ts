import { type Agreement, agreementsOf, inForce } from "../../budget/agreement.js";
import { explainBudgetMonth } from "../../budget/explain.js";
import { budgetSteps } from "../../budget/month.js";
import { parseAgreements } from "../../budget/parse-agreements.js";
import { yuanText } from "../../domain/money.js";
import { lastDay, type Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import { parseDocument } from "../../io/yaml.js";
import type { Store } from "../../store/store.js";
import type { Lang } from "../../text/tell.js";

export interface BudgetExplanation {
  readonly fixmedinsCode: string;
  readonly month: Month;
  readonly lines: readonly string[];
  readonly steps: readonly {
    readonly rule: string;
    readonly base: string;
    readonly amount: string;
  }[];
}

/** Explains a hospital's month from its stored figures and the archived terms it was paid under. */
export async function explainBudget(
  store: Store,
  fixmedinsCode: string,
  month: Month,
  lang: Lang,
): Promise<BudgetExplanation> {
  const stored = (await store.budget.current(month)).find(
    (one) => one.fixmedinsCode === fixmedinsCode,
  );
  const agreement = inForce(await archivedTerms(store, month), fixmedinsCode, lastDay(month));
  if (stored === undefined || agreement === undefined) {
    throw new Refusal("hospital-month-unknown", { found: fixmedinsCode, month });
  }
  const steps = budgetSteps(stored);
  return {
    fixmedinsCode,
    month,
    lines: explainBudgetMonth({ budget: { ...stored, steps }, agreement, lang }),
    steps: steps.map(({ rule, base, amount }) => ({
      rule,
      base: yuanText(base),
      amount: yuanText(amount),
    })),
  };
}

/** The agreements that the month's last computation read, from the archive alone. */
async function archivedTerms(store: Store, month: Month): Promise<readonly Agreement[]> {
  const run = await store.runs.lastDone("budget", month);
  if (run === undefined) return [];
  const agreements: Agreement[] = [];
  for (const { role, path, sha256 } of await store.runs.inputs(run.runId)) {
    if (role !== "agreement") continue;
    const { document } = parseDocument(path, (await store.runs.archived(sha256)) ?? "");
    if (document !== undefined) agreements.push(...parseAgreements(path, document).agreements);
  }
  return agreementsOf(agreements).agreements;
}
