/** Which characters of two texts differ: by their places from 0, and piece by piece. */
export interface Differing {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** From left to right; of what only one text has, the other side is empty. */
  readonly pieces: readonly DifferingPiece[];
}

export interface DifferingPiece {
  /** Its place in the left text, from 0; of what only the right one has, where it is missing. */
  readonly at: number;
  readonly left: string;
  readonly right: string;
}

/**
 * Finds the characters in which two texts differ. Texts of one length are held to each other place
 * by place (a wrong digit, two that were swapped); others by the longest text that both contain in
 * order (a number of 15 digits within one of 18, a character left out).
 */
export function differing(left: string, right: string): Differing {
  const [ours, theirs] = [[...left], [...right]];
  if (ours.length === theirs.length) return piecesOf(ours, theirs, sidesByPlace(ours.length));
  const start = ours.findIndex((character, at) => character !== theirs[at]);
  const common = start === -1 ? ours.length : start;
  const rest = sidesInOrder(ours.slice(common), theirs.slice(common));
  const moved = rest.map(([one, other]) => [one + common, other + common] as const);
  return piecesOf(ours, theirs, [...sidesByPlace(common), ...moved]);
}

/** Places that are held to each other, in ascending order. */
type Sides = readonly (readonly [number, number])[];

function sidesByPlace(length: number): Sides {
  return Array.from({ length }, (_, at) => [at, at] as const);
}

/** Places of equal characters in order, as many as possible; the latest where several fit. */
function sidesInOrder(ours: readonly string[], theirs: readonly string[]): Sides {
  const width = theirs.length + 1;
  const longest = new Int32Array((ours.length + 1) * width);
  const upTo = (left: number, right: number): number => longest[left * width + right] ?? 0;
  for (const [left, character] of ours.entries()) {
    for (const [right, other] of theirs.entries()) {
      longest[(left + 1) * width + right + 1] =
        character === other
          ? upTo(left, right) + 1
          : Math.max(upTo(left, right + 1), upTo(left + 1, right));
    }
  }
  const sides: (readonly [number, number])[] = [];
  for (let left = ours.length, right = theirs.length; left > 0 && right > 0; ) {
    if (ours[left - 1] === theirs[right - 1]) sides.push([--left, --right]);
    else if (upTo(left - 1, right) >= upTo(left, right - 1)) left -= 1;
    else right -= 1;
  }
  return sides.reverse();
}

/** What stands between the sides that agree. */
function piecesOf(ours: readonly string[], theirs: readonly string[], sides: Sides): Differing {
  const agreeing = sides.filter(([left, right]) => ours[left] === theirs[right]);
  const found = { left: [] as number[], right: [] as number[], pieces: [] as DifferingPiece[] };
  let [left, right] = [0, 0];
  for (const [nextLeft, nextRight] of [...agreeing, [ours.length, theirs.length] as const]) {
    if (nextLeft > left || nextRight > right) {
      const text = (characters: readonly string[], from: number, to: number): string =>
        characters.slice(from, to).join("");
      found.pieces.push({
        at: left,
        left: text(ours, left, nextLeft),
        right: text(theirs, right, nextRight),
      });
    }
    for (; left < nextLeft; left++) found.left.push(left);
    for (; right < nextRight; right++) found.right.push(right);
    [left, right] = [nextLeft + 1, nextRight + 1];
  }
  return found;
}
