/** Texts are compared up to here; what is longer says no more. */
const LONGEST = 255;

// Working memory of the functions below, which are called a million times a second.
const taken = new Uint8Array(LONGEST + 1);
const matched = new Uint16Array(LONGEST + 1);
const costs = [0, 1, 2].map(() => new Uint16Array(LONGEST + 2)) as [
  Uint16Array,
  Uint16Array,
  Uint16Array,
];

/**
 * How alike two texts are after Jaro and Winkler, from 0 to 1: characters that both have at nearly
 * the same place, less the ones that changed order, plus a bonus for a common beginning. The way
 * round does not matter.
 */
export function jaroWinkler(one: string, other: string): number {
  const [left, right] = one < other ? [one, other] : [other, one];
  const jaro = jaroOf(left.slice(0, LONGEST), right.slice(0, LONGEST));
  let common = 0;
  while (common < 4 && common < left.length && left[common] === right[common]) common += 1;
  return jaro + common * 0.1 * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  const [leftLength, rightLength] = [left.length, right.length];
  if (leftLength === 0 || rightLength === 0) return leftLength === rightLength ? 1 : 0;
  const reach = Math.max(0, (Math.max(leftLength, rightLength) >> 1) - 1);
  taken.fill(0, 0, rightLength);
  let count = 0;
  for (let at = 0; at < leftLength; at++) {
    const sign = left.charCodeAt(at);
    const last = Math.min(rightLength - 1, at + reach);
    for (let place = Math.max(0, at - reach); place <= last; place++) {
      if (taken[place] === 1 || right.charCodeAt(place) !== sign) continue;
      taken[place] = 1;
      matched[count++] = sign;
      break;
    }
  }
  if (count === 0) return 0;
  const moved = movedOf(right);
  return (count / leftLength + count / rightLength + (count - moved / 2) / count) / 3;
}

/** How many of the matched characters stand in another order in the right text. */
function movedOf(right: string): number {
  let [next, moved] = [0, 0];
  for (let place = 0; place < right.length; place++) {
    if (taken[place] !== 1) continue;
    if (right.charCodeAt(place) !== matched[next]) moved += 1;
    next += 1;
  }
  return moved;
}

/**
 * Whether at most so many single errors lie between two texts: a character wrong, missing, added,
 * or two neighbours swapped (Damerau and Levenshtein; no part is edited twice).
 */
export function isWithinEdits(left: string, right: string, most: number): boolean {
  if (Math.abs(left.length - right.length) > most) return false;
  if (Math.max(left.length, right.length) > LONGEST) return false;
  let [before, last, now] = costs;
  for (let at = 0; at <= right.length; at++) last[at] = at;
  for (let row = 1; row <= left.length; row++) {
    now[0] = row;
    let least = row;
    const [sign, signBefore] = [left.charCodeAt(row - 1), left.charCodeAt(row - 2)];
    for (let at = 1; at <= right.length; at++) {
      const other = right.charCodeAt(at - 1);
      const changed = (last[at - 1] as number) + (sign === other ? 0 : 1);
      let cost = Math.min(changed, (last[at] as number) + 1, (now[at - 1] as number) + 1);
      const isSwap = row > 1 && at > 1 && sign === right.charCodeAt(at - 2) && signBefore === other;
      if (isSwap) cost = Math.min(cost, (before[at - 2] as number) + 1);
      now[at] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    [before, last, now] = [last, now, before];
  }
  return (last[right.length] as number) <= most;
}

/** Whether two texts of one length differ in one place, or in two swapped neighbours. */
export function isOneSlip(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  if (left.slice(at + 1) === right.slice(at + 1)) return true;
  const isSwap = left[at] === right[at + 1] && left[at + 1] === right[at];
  return isSwap && left.slice(at + 2) === right.slice(at + 2);
}
