import type { Acceptance } from "../../store/port/acceptances.js";
import type { Store } from "../../store/store.js";
import { acceptedTexts } from "../../text/accepted.js";
import { type Lang, tell } from "../../text/tell.js";

/** Differences that loaded deliveries rest on, each with who accepted it: every report says so. */
export async function acceptedDifferences(store: Store): Promise<readonly Acceptance[]> {
  const found = new Map<number, Acceptance>();
  for (const run of await store.runs.list()) {
    for (const one of acceptedIn(run)) found.set(one.approvalId, one);
  }
  return [...found.values()].sort((left, right) => left.approvalId - right.approvalId);
}

/** The differences with which one run loaded its delivery. */
export async function acceptedBefore(store: Store, runId: number): Promise<readonly Acceptance[]> {
  const run = await store.runs.get(runId);
  return run === undefined ? [] : acceptedIn(run);
}

/** The same as lines below a report; none where nothing was accepted. */
export function acceptedNotes(entries: readonly Acceptance[], lang: Lang): readonly string[] {
  if (entries.length === 0) return [];
  const lines = entries.map((entry) => {
    const { path: file, total, expected, found, difference, reason, approvalId } = entry;
    const approved = entry.approvedBy || tell(acceptedTexts.nobody, lang);
    const who = { prepared: entry.preparedBy, approved, approval: approvalId };
    const values = { file, total, expected, found, difference, reason, ...who };
    return `  ${tell(acceptedTexts.entry, lang, values)}`;
  });
  return [tell(acceptedTexts.heading, lang), ...lines];
}

/** The differences that a finished run of a delivery reported. */
export function acceptedIn({
  kind,
  state,
  report,
}: {
  readonly kind: string;
  readonly state: string;
  readonly report: string;
}): readonly Acceptance[] {
  if (state !== "done" || !kind.startsWith("migrate")) return [];
  const { acceptedDifferences: accepted = [] } = JSON.parse(report) as {
    readonly acceptedDifferences?: readonly Acceptance[];
  };
  return accepted;
}
