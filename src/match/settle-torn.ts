import type { RowPair, Torn } from "./join-exact.js";
import { type Evidence, isClearly, type RefusedPair, reasonOf } from "./join-likely.js";
import type { PersonGroups } from "./person-groups.js";

/** A pair of rows that somebody has to look at. */
export interface AskedPair {
  readonly left: number;
  readonly right: number;
  readonly reason: RefusedPair["reason"];
}

/** What becomes of new rows that the exact rules lead to groups which are kept apart. */
export interface SettledTorn {
  /** Rows whose own numbers lead to two loaded people: one number is wrong, so they wait. */
  readonly contradicting: readonly Torn[];
  /** Pairs to ask about: the rows are loaded as a person of their own until somebody decides. */
  readonly asked: readonly AskedPair[];
}

/**
 * Settles what the exact rules have torn. Where only loaded people stand against each other, the
 * row contradicts itself: its certificate number says one person, its old number another. Where a
 * decision keeps the sides apart, both may well share every number; then the row goes to the side
 * that has a record of the same old number and name, after a split also to the side for which the
 * evidence is clearly the stronger, and else to neither.
 */
export function settleTorn(
  groups: PersonGroups,
  torn: readonly Torn[],
  evidence: Pick<Evidence, "probabilityOf" | "same">,
  isSameRecord: (pair: RowPair) => boolean,
): SettledTorn {
  const contradicting: Torn[] = [];
  const asked: AskedPair[] = [];
  for (const one of torn) {
    if (one.separation === "people") {
      contradicting.push(one);
      continue;
    }
    const reason = reasonOf(one.separation);
    const sides = sidesOf(groups, one, evidence, isSameRecord);
    const [best, second] = sides;
    const isNamed = best?.isSame === true && second?.isSame !== true;
    const isStronger =
      reason === "decision-split" &&
      best !== undefined &&
      best.probability >= evidence.same &&
      isClearly(best.probability, second?.probability ?? 0);
    if (best !== undefined && (isNamed || isStronger)) groups.join(...best.end);
    else asked.push(...sides.map(({ end: [left, right] }) => ({ left, right, reason })));
  }
  return { contradicting, asked };
}

interface TornSide {
  /** The strongest pair of a new row and a row of this side. */
  readonly end: RowPair;
  readonly probability: number;
  readonly isSame: boolean;
}

/** The groups between which new rows are torn, the likeliest first. */
function sidesOf(
  groups: PersonGroups,
  { rows, ends }: Torn,
  { probabilityOf }: Pick<Evidence, "probabilityOf">,
  isSameRecord: (pair: RowPair) => boolean,
): readonly TornSide[] {
  const roots = [...new Set(ends.map(([, other]) => groups.rootOf(other)))];
  const sides = roots.map((root): TornSide => {
    const pairs = rows.flatMap((row) => groups.rowsOf(root).map((other) => [row, other] as const));
    const scored = pairs.map((end) => ({ end, probability: probabilityOf(...end) }));
    scored.sort((one, other) => other.probability - one.probability);
    const isSame = ends.some((end) => groups.rootOf(end[1]) === root && isSameRecord(end));
    return { ...(scored[0] ?? { end: [0, 0] as const, probability: 0 }), isSame };
  });
  return sides.sort(
    (one, other) =>
      Number(other.isSame) - Number(one.isSame) || other.probability - one.probability,
  );
}
