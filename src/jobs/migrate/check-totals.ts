import {
  addRead,
  exactText,
  negateRead,
  nothingRead,
  type ReadAmount,
} from "../../domain/money.js";
import { type Problem, problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import type { ManifestFile } from "../../migrate/manifest.js";
import type { IntakeResult } from "./intake.js";
import { type Delivery, MANIFEST } from "./read-delivery.js";

/** A field whose money stands on every member's row but exists once a household. */
const HOUSEHOLD_FIELD = "family_balc";

/**
 * Holds every file to the control totals of the manifest: rows and sums, to the last place. Any
 * difference refuses the delivery as a whole. `householdSums` holds, by file number, the
 * households' money in the file of their first row.
 */
export function checkTotals(
  delivery: Delivery,
  files: readonly IntakeResult[],
  householdSums: ReadonlyMap<number, ReadAmount>,
): void {
  const problems = delivery.manifest.files.flatMap((stated) => {
    const found = files.find((file) => file.path === stated.path);
    return found === undefined ? [] : explained(stated, found, householdSums);
  });
  if (problems.length > 0) {
    throw new Refusal("delivery-differs", { found: delivery.name }, problems);
  }
}

/** The differences of a file, and the broken rows in it that may well be their cause. */
function explained(
  stated: ManifestFile,
  found: IntakeResult,
  householdSums: ReadonlyMap<number, ReadAmount>,
): readonly Problem[] {
  const differing = differences(stated, found, householdSums);
  return differing.length === 0 ? [] : [...differing, ...found.broken];
}

function differences(
  stated: ManifestFile,
  found: IntakeResult,
  householdSums: ReadonlyMap<number, ReadAmount>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const rows = found.rows - found.deleted;
  if (stated.rows !== rows) {
    problems.push(
      differs(stated, stated.line, {
        total: "rows",
        expected: String(stated.rows),
        found: String(rows),
        difference: String(rows - stated.rows),
      }),
    );
  }
  for (const { field, amount, line } of stated.totals) {
    const sum =
      field === HOUSEHOLD_FIELD
        ? (householdSums.get(found.fileId) ?? nothingRead)
        : (found.totals.get(field) ?? nothingRead);
    if (exactText(sum) === exactText(amount)) continue;
    problems.push(
      differs(stated, line, {
        total: field,
        expected: exactText(amount),
        found: exactText(sum),
        difference: exactText(addRead(sum, negateRead(amount))),
      }),
    );
  }
  return problems;
}

function differs(
  { path }: ManifestFile,
  line: number,
  values: Readonly<Record<"total" | "expected" | "found" | "difference", string>>,
): Problem {
  const total = `${path} ${values.total}`;
  return problem("total-differs", { file: MANIFEST, line }, { ...values, total });
}
