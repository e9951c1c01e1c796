/** The characters that Windows-1252 has in place of the control codes 0x80 … 0x9F of Latin-1. */
const WINDOWS = new Map([
  ...pairs(0x80, "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f"),
  ...pairs(0x90, "\u0090‘’“”•–—˜™š›œ\u009džŸ"),
]);

/**
 * The bytes of a text that was read as Latin-1 or Windows-1252; undefined when it has other
 * characters than these, or none above ASCII.
 */
export function bytesOfLatin(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let isForeign = false;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const byte = WINDOWS.get(character) ?? point;
    if (byte > 0xff) return undefined;
    if (byte >= 0x80) isForeign = true;
    bytes.push(byte);
  }
  return isForeign ? Buffer.from(bytes) : undefined;
}

function pairs(first: number, characters: string): readonly (readonly [string, number])[] {
  return Array.from(characters, (character, index) => [character, first + index] as const);
}
