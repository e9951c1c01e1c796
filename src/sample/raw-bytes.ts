import assert from "node:assert";

/**
 * Bytes that no character stands for. In the text of a sample each is a lone surrogate U+DC80 …
 * U+DCFF (as Python's `surrogateescape` does it): whoever encodes the text turns them into the
 * bytes.
 */
export const RAW_BYTES = /[\udc80-\udcff]+/u;

/** One byte from 0x80 to 0xFF, as it stands in the text of a sample. */
export function rawByte(byte: number): string {
  assert(byte >= 0x80 && byte <= 0xff);
  return String.fromCharCode(0xdc00 + byte);
}

/** The byte that a lone surrogate stands for. */
export function byteOf(surrogate: string): number {
  return surrogate.charCodeAt(0) - 0xdc00;
}

/** A name in UTF-8 inside a file that is not: what a careless program writes into one cell. */
export function utf8AsRawBytes(name: string): string {
  return utf8(name).map(rawByte).join("");
}

/**
 * Whether the UTF-8 bytes of a name also are whole GBK characters in places where GBK has no gap,
 * so that they are read as other characters without complaint.
 */
export function survivesAsGbk(name: string): boolean {
  if (!/^[\u4e00-\u9fa5]+$/.test(name) || name.length % 2 !== 0) return false;
  return utf8(name).every((byte, place) => {
    const isLead = place % 2 === 0;
    return !isLead || (byte >= 0x81 && byte <= 0xa0) || (byte >= 0xb0 && byte <= 0xf7);
  });
}

/** The bytes of characters of the basic plane from U+0800 on, three each. */
function utf8(name: string): readonly number[] {
  return [...name].flatMap((character) => {
    const code = character.charCodeAt(0);
    return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];
  });
}
