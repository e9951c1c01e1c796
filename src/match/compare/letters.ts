/**
 * Which characters a text holds, as bits, and how long it is: enough to see of most pairs of texts
 * that they cannot be alike, without looking at the texts.
 */
export class Letters {
  private readonly bits: Int32Array;
  private readonly lengths: Int32Array;
  private readonly firsts: Int32Array;

  constructor(values: Iterable<string>) {
    this.bits = Int32Array.from(values, bitsOf);
    this.lengths = Int32Array.from(values, (value) => value.length);
    this.firsts = Int32Array.from(values, (value) => (value === "" ? 0 : value.charCodeAt(0)));
  }

  /** The highest likeness after Jaro and Winkler that two texts, by their codes, can have. */
  mostAlike(left: number, right: number): number {
    const leftLength = this.lengths[left] as number;
    const rightLength = this.lengths[right] as number;
    const common = Math.min(
      leftLength - this.missing(left, right),
      rightLength - this.missing(right, left),
    );
    const jaro = (common / leftLength + common / rightLength + 1) / 3;
    return this.firsts[left] === this.firsts[right] ? jaro + 0.4 * (1 - jaro) : jaro;
  }

  /** The fewest single errors that can lie between two texts. */
  leastEdits(left: number, right: number): number {
    return Math.max(this.missing(left, right), this.missing(right, left));
  }

  /** How many characters of one text, at least, the other does not hold. */
  private missing(one: number, other: number): number {
    return bitCount((this.bits[one] as number) & ~(this.bits[other] as number));
  }
}

function bitsOf(value: string): number {
  let bits = 0;
  for (let at = 0; at < value.length; at++) bits |= 1 << (value.charCodeAt(at) & 31);
  return bits;
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
