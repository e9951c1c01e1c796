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
import type { Acceptance, Difference } from "../../store/port/acceptances.js";
import type { Store } from "../../store/store.js";
import type { IntakeResult } from "./intake.js";
import { type Delivery, MANIFEST } from "./read-delivery.js";

/** A field whose money stands on every member's row but exists once a household. */
const HOUSEHOLD_FIELD = "family_balc";

/** What a delivery's files differ by from the control totals of its manifest. */
export class DeliveryDiffers extends Refusal {
  constructor(
    delivery: Delivery,
    readonly differences: readonly Difference[],
    problems: readonly Problem[],
  ) {
    const [first] = differences;
    const { path: file = "", total = "", difference = "" } = first ?? {};
    super("delivery-differs", { found: delivery.name, file, total, difference }, problems);
  }
}

/**
 * Holds every file to the control totals of the manifest: rows and sums, to the last place. A
 * difference refuses the delivery as a whole, unless just this one has been accepted, of this
 * content; those are returned. `householdSums` holds, by file number, the households' money in the
 * file of their first row.
 */
export async function checkTotals(
  store: Store,
  delivery: Delivery,
  files: readonly IntakeResult[],
  householdSums: ReadonlyMap<number, ReadAmount>,
): Promise<readonly Acceptance[]> {
  const accepted: Acceptance[] = [];
  const refused: Difference[] = [];
  const problems: Problem[] = [];
  for (const stated of delivery.manifest.files) {
    const found = files.find((file) => file.path === stated.path);
    if (found === undefined) continue;
    const before = problems.length;
    for (const { line, ...difference } of differences(stated, found, householdSums)) {
      const entries = await store.acceptances.of(difference);
      const approved = entries.find((entry) => entry.state === "approved");
      if (approved !== undefined) {
        accepted.push(approved);
        continue;
      }
      refused.push(difference);
      problems.push(...told(difference, line, entries));
    }
    // The broken rows may well be the cause.
    if (problems.length > before) problems.push(...found.broken);
  }
  if (refused.length > 0) throw new DeliveryDiffers(delivery, refused, problems);
  return accepted;
}

type FoundDifference = Difference & { readonly line: number };

function differences(
  { rows, totals, line: entry }: ManifestFile,
  file: IntakeResult,
  householdSums: ReadonlyMap<number, ReadAmount>,
): readonly FoundDifference[] {
  const place = { path: file.path, sha256: file.sha256 };
  const found: FoundDifference[] = [];
  const read = file.rows - file.deleted;
  if (rows !== read) {
    const values = { total: "rows", expected: String(rows), found: String(read) };
    found.push({ ...place, ...values, difference: String(read - rows), line: entry });
  }
  for (const { field, amount, line } of totals) {
    const sum =
      field === HOUSEHOLD_FIELD
        ? (householdSums.get(file.fileId) ?? nothingRead)
        : (file.totals.get(field) ?? nothingRead);
    if (exactText(sum) === exactText(amount)) continue;
    const values = { total: field, expected: exactText(amount), found: exactText(sum) };
    const difference = exactText(addRead(sum, negateRead(amount)));
    found.push({ ...place, ...values, difference, line });
  }
  return found;
}

function told(
  { path, total, expected, found, difference }: Difference,
  line: number,
  entries: readonly Acceptance[],
): readonly Problem[] {
  const place = { file: MANIFEST, line };
  const values = { total: `${path} ${total}`, expected, found, difference };
  const waiting = entries.find((entry) => entry.state === "waiting");
  return [
    problem("total-differs", place, values),
    ...(waiting === undefined
      ? []
      : [problem("total-waits", place, { ...values, approval: waiting.approvalId })]),
  ];
}
