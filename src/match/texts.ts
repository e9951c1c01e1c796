/**
 * Distinct texts, numbered from 1 in the order in which they came; 0 is the empty text. All of them
 * lie in one stretch of shared memory: a million short strings would cost more than all comparing,
 * and what is shared need not be copied for other threads.
 */
export class Texts {
  private units = new Uint16Array(shared(2048));
  /** Where each text begins, and where the next one will; there are half as many as slots. */
  private starts = new Int32Array(shared(4096));
  private hashes = new Int32Array(shared(4096));
  private slots = new Int32Array(shared(8192));
  private size = 1;
  /** That of the text that was looked for last. */
  private hash = 0;
  private readonly read: string[] = [""];

  /** How many numbers are in use, that of the empty text included. */
  get length(): number {
    return this.size;
  }

  /** The number of a text, which is added if it is new. */
  numberOf(text: string): number {
    if (text === "") return 0;
    const start = this.starts[this.size] as number;
    this.reserve(start + text.length);
    for (let at = 0; at < text.length; at++) this.units[start + at] = text.charCodeAt(at);
    return this.numberOfTail(start + text.length);
  }

  /** The number of a text that was added; 0 of any other. */
  find(text: string): number {
    const start = this.starts[this.size] as number;
    this.reserve(start + text.length);
    for (let at = 0; at < text.length; at++) this.units[start + at] = text.charCodeAt(at);
    return this.slots[this.slotOfTail(start + text.length)] as number;
  }

  /** The number of a piece of one of other texts, from a place up to another. */
  numberOfPiece(texts: Texts, number: number, from: number, upTo: number): number {
    const [start, end] = [texts.startOf(number), texts.startOf(number + 1)];
    const [first, last] = [start + from, Math.min(start + upTo, end)];
    if (first >= last) return 0;
    const place = this.starts[this.size] as number;
    this.reserve(place + last - first);
    for (let at = first; at < last; at++) {
      this.units[place + at - first] = texts.units[at] as number;
    }
    return this.numberOfTail(place + last - first);
  }

  /** The text of a number; what was asked for once is kept. */
  at(number: number): string {
    const known = this.read[number];
    if (known !== undefined) return known;
    const text = this.textOf(number);
    this.read[number] = text;
    return text;
  }

  private textOf(number: number): string {
    let text = "";
    const end = this.startOf(number + 1);
    for (let at = this.startOf(number); at < end; at++) {
      text += String.fromCharCode(this.units[at] as number);
    }
    return text;
  }

  /** How long a text is, in UTF-16 units. */
  lengthOf(number: number): number {
    return this.startOf(number + 1) - this.startOf(number);
  }

  /** All texts by their number, none of them kept. */
  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.size; number++) yield this.textOf(number);
  }

  /** Where the texts lie: another thread can go on with them, if this one leaves them alone. */
  get memory(): TextsMemory {
    const { units, starts, hashes, slots, size } = this;
    return { units, starts, hashes, slots, size };
  }

  static of({ units, starts, hashes, slots, size }: TextsMemory): Texts {
    const texts = new Texts();
    Object.assign(texts, { units, starts, hashes, slots, size });
    return texts;
  }

  private startOf(number: number): number {
    return this.starts[number] as number;
  }

  /** The number of the text that was written behind the last one; it stays if it is new. */
  private numberOfTail(end: number): number {
    const slot = this.slotOfTail(end);
    const known = this.slots[slot] as number;
    if (known !== 0) return known;
    const number = this.size++;
    this.slots[slot] = number;
    this.hashes[number] = this.hash;
    if (this.size + 1 >= this.starts.length) this.grow();
    this.starts[this.size] = end;
    return number;
  }

  /** Where the text behind the last one is kept, or would be. */
  private slotOfTail(end: number): number {
    const start = this.starts[this.size] as number;
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ (this.units[at] as number), 0x01000193);
    }
    hash ^= hash >>> 15;
    this.hash = hash;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.slots[slot] as number;
      if (number === 0) return slot;
      if (this.hashes[number] === hash && this.isTail(number, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isTail(number: number, start: number, end: number): boolean {
    const first = this.starts[number] as number;
    if ((this.starts[number + 1] as number) - first !== end - start) return false;
    for (let at = 0; at < end - start; at++) {
      if (this.units[first + at] !== this.units[start + at]) return false;
    }
    return true;
  }

  private reserve(units: number): void {
    if (units <= this.units.length) return;
    const larger = new Uint16Array(shared(units * 4));
    larger.set(this.units);
    this.units = larger;
  }

  /** Twice as many texts; half of the slots stay free. */
  private grow(): void {
    const starts = new Int32Array(shared(this.starts.byteLength * 2));
    starts.set(this.starts);
    this.starts = starts;
    const hashes = new Int32Array(shared(this.hashes.byteLength * 2));
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(shared(this.slots.byteLength * 2));
    const mask = this.slots.length - 1;
    for (let number = 1; number < this.size; number++) {
      let slot = (this.hashes[number] as number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }
}

/** Texts as they lie in shared memory. */
export interface TextsMemory {
  readonly units: Uint16Array<SharedArrayBuffer>;
  readonly starts: Int32Array<SharedArrayBuffer>;
  readonly hashes: Int32Array<SharedArrayBuffer>;
  readonly slots: Int32Array<SharedArrayBuffer>;
  readonly size: number;
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
