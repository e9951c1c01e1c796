import { effectOf } from "../domain/problem.js";
import type { Store } from "../store/store.js";
import type { ProblemCode } from "../text/problems.js";

/** A reason for which more was set aside than a person had accepted. */
export interface NotAccepted {
  readonly code: string;
  readonly accepted: number;
  readonly found: number;
}

/** The reasons among these that keep something waiting: a row, a claim, or the money on a row. */
export function setAsideOf(found: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...found].filter(([code]) => effectOf(code as ProblemCode) === "setAside"));
}

/** The codes of which more was set aside than is accepted (none, where nobody said anything). */
export function notAccepted(
  setAside: ReadonlyMap<string, number>,
  accept: ReadonlyMap<string, number>,
): readonly NotAccepted[] {
  return [...setAside]
    .map(([code, found]) => ({ code, accepted: accept.get(code) ?? 0, found }))
    .filter(({ accepted, found }) => found > accepted);
}

/**
 * What the manifests of all loaded deliveries accept together, by code. A manifest that came again,
 * to the letter, with other files beside it, accepts nothing more.
 */
export async function acceptedByDeliveries(store: Store): Promise<ReadonlyMap<string, number>> {
  const accept = new Map<string, number>();
  const manifests = new Set<string>();
  for (const { kind, state, report, runId } of await store.runs.list()) {
    if (kind !== "migrate" || state !== "done") continue;
    const inputs = await store.runs.inputs(runId);
    const manifest = inputs.find((one) => one.role === "manifest")?.sha256 ?? `run ${runId}`;
    if (manifests.has(manifest)) continue;
    manifests.add(manifest);
    const stated = JSON.parse(report) as { readonly accept: Readonly<Record<string, number>> };
    for (const [code, count] of Object.entries(stated.accept)) {
      accept.set(code, (accept.get(code) ?? 0) + count);
    }
  }
  return accept;
}
