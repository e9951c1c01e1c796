import type { Store } from "../../store/store.js";
import { numbersOf } from "./merge-decided.js";

/** Whether decisions in force keep two loaded people apart, whichever records of them they name. */
export type KeptApart = (one: string, other: string) => boolean;

/**
 * Reads from the journal which loaded people are kept apart: nobody has to be asked about them, and
 * about any of their records, again.
 */
export async function keptApart(store: Store): Promise<KeptApart> {
  const entries = await store.decisions.all();
  const replaced = new Set(entries.map((entry) => entry.replaces));
  const apart = new Set<string>();
  for (const { decisionId, kind, left, right } of entries) {
    if (kind !== "different" || replaced.has(decisionId)) continue;
    const [ours, theirs] = [await numbersOf(store, left), await numbersOf(store, right)];
    for (const one of ours) for (const other of theirs) apart.add(pairOf(one, other));
  }
  return (one, other) => apart.has(pairOf(one, other));
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
