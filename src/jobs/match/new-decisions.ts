import { maskName, maskWords } from "../../domain/mask.js";
import type { MatchDecision } from "../../domain/match-decision.js";
import type { Day } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import { type SourceKey, sourceKeyText } from "../../domain/source-key.js";
import { type Contradiction, DecisionJournal } from "../../match/decisions.js";
import { asShown } from "./decision-book.js";
import type { ReturnedDecision } from "./returned-decision.js";

/** The records of a loaded person: one person by what stands, whatever made them so. */
export interface KnownPerson {
  readonly psnNo: string;
  readonly keys: readonly SourceKey[];
}

/** Which decisions of a file are new. */
export interface NewDecisions {
  /** Entries for the journal with the numbers that they will have, in their order. */
  readonly entries: readonly MatchDecision[];
  /** How many the journal holds already. */
  readonly known: number;
  readonly problems: readonly Problem[];
  /** Of the new entries, those that no other one of the file replaces. */
  readonly inForce: readonly MatchDecision[];
}

/**
 * Holds the decisions of a file to the journal, to the people as they are loaded, and to each
 * other, in the order of the file. What is in force already is known; what contradicts is told with
 * every entry that it contradicts: of the journal by its number, of the file by its row, of the
 * people by theirs. A decision that states which entry it replaces stands against that entry.
 */
export function newDecisions(
  returned: readonly ReturnedDecision[],
  stored: readonly MatchDecision[],
  people: readonly KnownPerson[],
): NewDecisions {
  const weighing = new Weighing(stored, people);
  for (const decision of returned) weighing.take(decision);
  return weighing;
}

class Weighing implements NewDecisions {
  readonly entries: MatchDecision[] = [];
  readonly problems: Problem[] = [];
  known = 0;
  private readonly journal = new DecisionJournal();
  /** By the pair. */
  private readonly counting = new Map<string, MatchDecision>();
  /** By all that an entry says. */
  private readonly stored = new Map<string, MatchDecision>();
  /** The numbers of a journal that came with the file, as they are here. */
  private readonly numberHere = new Map<number, number>();
  private readonly rowOf = new Map<number, ReturnedDecision>();
  private readonly personOf = new Map<number, string>();
  private nextId = 1;

  constructor(stored: readonly MatchDecision[], people: readonly KnownPerson[]) {
    for (const entry of stored) {
      this.journal.add(entry);
      this.counting.set(pairText(entry), entry);
      this.stored.set(wholeText(entry), entry);
      this.nextId = Math.max(this.nextId, entry.decisionId + 1);
    }
    for (const { psnNo, keys } of people) this.takePerson(psnNo, keys);
  }

  get inForce(): readonly MatchDecision[] {
    return this.entries.filter((entry) => this.counting.get(pairText(entry)) === entry);
  }

  /** The records of a person are tied to the first one, as if somebody had decided so. */
  private takePerson(psnNo: string, [first, ...others]: readonly SourceKey[]): void {
    if (first === undefined) return;
    for (const other of others) {
      const decisionId = -this.personOf.size - 1;
      const tie = { decisionId, kind: "same", left: first, right: other } as const;
      this.personOf.set(decisionId, psnNo);
      // Where the journal keeps records of one person apart, the journal counts.
      this.journal.add({ ...tie, ...NOBODY });
    }
  }

  take(returned: ReturnedDecision): void {
    const text = pairText(returned);
    const before = this.counting.get(text);
    const held =
      (returned.entry === undefined ? undefined : this.stored.get(wholeText(returned))) ??
      (before?.kind === returned.kind ? before : undefined);
    if (held !== undefined) {
      this.known += 1;
      this.note(returned, held.decisionId);
      return;
    }
    const entry = this.entryOf(returned);
    const contradiction = this.journal.add(entry);
    if (contradiction !== undefined) {
      this.problems.push(this.problemOf(returned, contradiction));
      return;
    }
    this.nextId += 1;
    this.rowOf.set(entry.decisionId, returned);
    this.counting.set(text, entry);
    this.note(returned, entry.decisionId);
    this.entries.push(entry);
  }

  private note({ entry }: ReturnedDecision, here: number): void {
    if (entry !== undefined) this.numberHere.set(entry, here);
  }

  private entryOf(returned: ReturnedDecision): MatchDecision {
    const { place: _place, entry: _entry, isOfJournal, replaces: stated, ...said } = returned;
    // What a journal replaces may have been left out of it on purpose: then there is nothing.
    const replaces = isOfJournal === true ? this.numberHere.get(stated ?? 0) : stated;
    const decision = { ...said, decisionId: this.nextId };
    return replaces === undefined ? decision : { ...decision, replaces };
  }

  private problemOf(returned: ReturnedDecision, { entry, against }: Contradiction): Problem {
    const { place, kind, replaces } = returned;
    const [only] = against;
    const isReplaced = against.length < 2 && only?.decisionId === replaces;
    if (only === undefined || (isReplaced && pairText(only) !== pairText(entry))) {
      return problem("decision-replaces-another", place, { found: replaces ?? 0 });
    }
    const entries = against.map((one) => `\n    ${this.entryText(one)}`).join("");
    return problem(`decision-${kind}-contradicts`, place, { entries });
  }

  /** An entry as it is found again: in the journal, in the file, or as what stands loaded. */
  private entryText(entry: MatchDecision): string {
    const { decisionId: id, decidedOn, decidedBy, kind } = entry;
    const sides = [entry.left, entry.right].map(maskedRecord);
    const told = sides.join(kind === "same" ? " = " : " ≠ ");
    const person = this.personOf.get(id);
    if (person !== undefined) return `${person}: ${told}`;
    const place = this.rowOf.get(id)?.place;
    if (place === undefined) return `#${id} ${decidedOn} ${decidedBy}: ${told}`;
    return `${place.file}:${rowText(place.line ?? 0)}: ${told}`;
  }
}

/** What a tie between records of a loaded person has instead of somebody who decided. */
const NOBODY = { decidedBy: "", decidedOn: "" as Day, reason: "", origin: "review" } as const;

/** All that makes two entries of two journals one: nobody decides the same twice on one day. */
function wholeText(decision: Omit<MatchDecision, "decisionId">): string {
  const { kind, decidedBy, decidedOn, reason, ...keys } = asShown({ decisionId: 0, ...decision });
  return JSON.stringify([pairText(keys), kind, decidedBy, decidedOn, reason]);
}

function pairText({ left, right }: Pick<MatchDecision, "left" | "right">): string {
  return [sourceKeyText(left), sourceKeyText(right)].sort().join(" ");
}

/** Problems are shown on the screen: names and long numbers are masked. */
function maskedRecord(key: SourceKey): string {
  const { source, legacyId, place } = key;
  return `${source} ${maskWords(legacyId || place.slice(-12))} ${maskName(key.psnName)}`;
}
