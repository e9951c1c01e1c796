/** Bytes from `start` up to, not with, `end`, in which something stands. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** How often each byte of equally long lines is blank, part of a number, or part of a Hanzi. */
export interface LineClasses {
  readonly width: number;
  readonly lines: number;
  readonly blank: Uint32Array;
  /** Digits, the X of certificate numbers, and the signs inside of numbers and days. */
  readonly number: Uint32Array;
  /** Both bytes of a character of GBK: the second may look like a letter. */
  readonly wide: Uint32Array;
}

/** Counts the classes of every byte; `lines` hold one character a byte and are equally long. */
export function classed(lines: readonly string[], isGb18030: boolean): LineClasses {
  const width = lines[0]?.length ?? 0;
  const [blank, number, wide] = [0, 1, 2].map(() => new Uint32Array(width)) as Counts;
  const count = (counts: Uint32Array, at: number): void => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const line of lines) {
    for (let at = 0; at < width; at++) {
      const byte = line.charCodeAt(at);
      if (byte === 0x20) count(blank, at);
      else if (byte >= 0x80) {
        count(wide, at);
        if (isGb18030 && at + 1 < width) count(wide, ++at);
      } else if (NUMBER.has(byte)) count(number, at);
    }
  }
  return { width, lines: lines.length, blank, number, wide };
}

type Counts = [Uint32Array, Uint32Array, Uint32Array];

const NUMBER = new Set([..."0123456789Xx.+-/:,"].map((sign) => sign.charCodeAt(0)));
