import { join } from "node:path";
import { type Agreement, agreementsOf, withoutRestated } from "../budget/agreement.js";
import { parseAgreements } from "../budget/parse-agreements.js";
import type { Problem } from "../domain/problem.js";
import { Refusal } from "../domain/refusal.js";
import { isEmptyOrAbsent } from "../io/files.js";
import { parseDocument } from "../io/yaml.js";
import type { Store } from "../store/store.js";
import type { MappingInput } from "./mapping-input.js";
import { readDocuments } from "./mappings.js";
import type { Workspace } from "./workspace.js";

/**
 * Every agreement that the workspace knows: those that came with deliveries (from the archive) and
 * those that clerks keep in mappings/contracts/<region>. No place wins over the other: the same
 * hospital in force twice at a time is refused with both places.
 */
export async function readAgreements(
  store: Store,
  workspace: Workspace,
): Promise<{
  readonly agreements: readonly Agreement[];
  readonly inputs: readonly MappingInput[];
}> {
  const found: Agreement[] = [];
  const problems: Problem[] = [];
  const inputs: MappingInput[] = [];
  for (const { path: name, sha256 } of await store.registers.agreementFiles()) {
    const text = (await store.runs.archived(sha256)) ?? "";
    // Deliveries name their files alike; the hash says which of them is meant.
    const path = `${name}@${sha256.slice(0, 8)}`;
    take(path, text);
    inputs.push({ role: "agreement", path, sha256, text });
  }
  const folder = join(workspace.mappings, "contracts", workspace.region);
  if (!(await isEmptyOrAbsent(folder))) {
    for (const { file, input } of await readDocuments(folder, "agreement", workspace.root)) {
      take(file, input.text);
      inputs.push(input);
    }
  }
  const joined = agreementsOf(withoutRestated(found));
  problems.push(...joined.problems);
  if (problems.length > 0) throw new Refusal("files-wrong", { found: folder }, problems);
  return { agreements: joined.agreements, inputs };

  function take(file: string, text: string): void {
    const { document, problems: unreadable } = parseDocument(file, text);
    problems.push(...unreadable);
    if (document === undefined) return;
    const parsed = parseAgreements(file, document);
    problems.push(...parsed.problems);
    found.push(...parsed.agreements);
  }
}

/**
 * Holds the agreements of a delivery to those that are known: the same terms again are fine, others
 * for the same days are refused with both places, before anything is loaded.
 */
export async function checkAgreements(
  store: Store,
  workspace: Workspace,
  delivered: { readonly name: string; readonly agreements: readonly Agreement[] },
): Promise<void> {
  const { agreements: known } = await readAgreements(store, workspace);
  const { problems } = agreementsOf(withoutRestated([...known, ...delivered.agreements]));
  if (problems.length > 0) throw new Refusal("files-wrong", { found: delivered.name }, problems);
}
