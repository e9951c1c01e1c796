import type { MatchDecision } from "../domain/match-decision.js";
import { type SourceKey, sourceKeyText } from "../domain/source-key.js";

/**
 * An entry that cannot stand beside others: it says the opposite of one of them, or of what several
 * say together (A = B, B = C, A ≠ C), or it claims to replace an entry about another pair.
 */
export interface Contradiction {
  readonly entry: MatchDecision;
  /** The entries that it contradicts, as they lead from one record to the other. */
  readonly against: readonly MatchDecision[];
}

/** Records that are one by decision have one side; sides may be kept apart. */
export type Side = number;

/**
 * The journal of decisions as it is in force: which records must be one person, and which must not.
 * An entry that another one replaces is in force no longer. Entries are taken in their order, and
 * one that contradicts those before it is refused: the journal never chooses between two people.
 */
export class DecisionJournal {
  private readonly same = new Edges();
  private readonly different = new Edges();
  private readonly entries = new Map<number, MatchDecision>();

  /** Takes an entry, or tells what it contradicts and stays as it is. */
  add(entry: MatchDecision): Contradiction | undefined {
    const replaced = this.replacedBy(entry);
    if (replaced === "other") {
      const named = this.entries.get(entry.replaces ?? 0);
      return { entry, against: named === undefined ? [] : [named] };
    }
    if (replaced !== undefined) this.edgesOf(replaced).remove(replaced);
    const against = this.opposedTo(entry);
    if (against !== undefined) {
      if (replaced !== undefined) this.edgesOf(replaced).add(replaced);
      return { entry, against };
    }
    this.edgesOf(entry).add(entry);
    this.entries.set(entry.decisionId, entry);
    return undefined;
  }

  /** Every record that an entry in force names, with its side. */
  sides(): ReadonlyMap<string, Side> {
    const sides = new Map<string, Side>();
    let next = 0;
    for (const key of [...this.same.keys(), ...this.different.keys()]) {
      if (sides.has(key)) continue;
      for (const one of this.same.reach(key).keys()) sides.set(one, next);
      next += 1;
    }
    return sides;
  }

  /** The sides that are kept apart, with the entry that says so. */
  apart(sides: ReadonlyMap<string, Side>): Apart {
    const apart = new Apart();
    for (const entry of this.different.all()) {
      const [left, right] = textsOf(entry).map((text) => sides.get(text));
      if (left !== undefined && right !== undefined) apart.add(left, right, entry);
    }
    return apart;
  }

  /** What the entries in force say of two records, directly or together; nothing if undefined. */
  says(left: SourceKey, right: SourceKey): MatchDecision["kind"] | undefined {
    const [one, other] = [sourceKeyText(left), sourceKeyText(right)];
    const ours = this.same.reach(one);
    if (ours.has(other)) return "same";
    return this.between(ours, this.same.reach(other)) === undefined ? undefined : "different";
  }

  private edgesOf({ kind }: MatchDecision): Edges {
    return kind === "same" ? this.same : this.different;
  }

  /** The entry that this one replaces; `other` where there is none such about its pair. */
  private replacedBy(entry: MatchDecision): MatchDecision | "other" | undefined {
    if (entry.replaces === undefined) return undefined;
    const named = this.entries.get(entry.replaces);
    if (named === undefined || !this.edgesOf(named).has(named)) return "other";
    return `${textsOf(named).sort()}` === `${textsOf(entry).sort()}` ? named : "other";
  }

  private opposedTo(entry: MatchDecision): readonly MatchDecision[] | undefined {
    const [left = "", right = ""] = textsOf(entry);
    const ours = this.same.reach(left);
    if (entry.kind === "different") return ours.has(right) ? pathTo(right, ours) : undefined;
    if (ours.has(right)) return undefined;
    const theirs = this.same.reach(right);
    const between = this.between(ours, theirs);
    if (between === undefined) return undefined;
    const ends = textsOf(between);
    const near = ends.find((key) => ours.has(key)) ?? "";
    const far = ends.find((key) => key !== near) ?? "";
    return [...pathTo(near, ours), between, ...pathTo(far, theirs).reverse()];
  }

  /** The first entry that keeps a record of one side from a record of the other. */
  private between(ours: Reached, theirs: Reached): MatchDecision | undefined {
    for (const key of ours.keys()) {
      const found = this.different.of(key).find((entry) => theirs.has(otherEnd(entry, key)));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Which sides are kept apart. */
export class Apart {
  private readonly known = new Map<Side, Map<Side, MatchDecision>>();

  add(left: Side, right: Side, entry: MatchDecision): void {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const others = this.known.get(one) ?? new Map<Side, MatchDecision>();
      if (!others.has(other)) others.set(other, entry);
      this.known.set(one, others);
    }
  }

  /** The entry that keeps two sides apart, if any. */
  between(left: Side, right: Side): MatchDecision | undefined {
    return this.known.get(left)?.get(right);
  }
}

/** Records that others lead to, each with the entry by which it was reached first. */
type Reached = ReadonlyMap<string, { readonly entry: MatchDecision; readonly from: string } | null>;

/** Entries of one kind, by the records that they name. */
class Edges {
  private readonly byKey = new Map<string, readonly MatchDecision[]>();

  add(entry: MatchDecision): void {
    for (const key of textsOf(entry)) this.byKey.set(key, [...this.of(key), entry]);
  }

  remove(entry: MatchDecision): void {
    for (const key of textsOf(entry)) {
      const rest = this.of(key).filter((one) => one !== entry);
      if (rest.length > 0) this.byKey.set(key, rest);
      else this.byKey.delete(key);
    }
  }

  has(entry: MatchDecision): boolean {
    return this.of(textsOf(entry)[0] ?? "").includes(entry);
  }

  of(key: string): readonly MatchDecision[] {
    return this.byKey.get(key) ?? [];
  }

  keys(): IterableIterator<string> {
    return this.byKey.keys();
  }

  all(): ReadonlySet<MatchDecision> {
    return new Set([...this.byKey.values()].flat());
  }

  /** Everything that a record leads to, itself included, the nearest first. */
  reach(from: string): Reached {
    const reached = new Map<string, { entry: MatchDecision; from: string } | null>([[from, null]]);
    for (const key of reached.keys()) {
      for (const entry of this.of(key)) {
        const other = otherEnd(entry, key);
        if (!reached.has(other)) reached.set(other, { entry, from: key });
      }
    }
    return reached;
  }
}

/** The entries that lead to a record, the first one first. */
function pathTo(key: string, reached: Reached): MatchDecision[] {
  const path: MatchDecision[] = [];
  for (let step = reached.get(key); step; step = reached.get(step.from)) path.unshift(step.entry);
  return path;
}

function textsOf({ left, right }: MatchDecision): string[] {
  return [sourceKeyText(left), sourceKeyText(right)];
}

function otherEnd(entry: MatchDecision, key: string): string {
  const [left = "", right = ""] = textsOf(entry);
  return left === key ? right : left;
}
