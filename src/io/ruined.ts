import { decode, encode } from "./gb18030.js";

/**
 * Text that is UTF-8 read as GBK: three bytes of UTF-8 for each Chinese character, beginning with
 * E4 to E9, taken two by two. Every character that such a pair can make is one of these.
 */
const MARKS = new RegExp(`[${pairs()}]`);

/** Nothing but Chinese characters and the dot of minority names: what a ruined cell must hold. */
const CHINESE = /^[\u4e00-\u9fff\u3400-\u4dbf\u00b7]+$/;

/** Knows text that is UTF-8 read as GBK, by the code table. */
export const ruinedText = {
  /** A quick look: whether a text holds any character that such damage leaves. */
  mayHold: (text: string): boolean => MARKS.test(text),

  /** What the text's GB18030 bytes say as UTF-8, when that is Chinese text and nothing else. */
  asUtf8(text: string): string | undefined {
    if (!MARKS.test(text)) return undefined;
    const bytes = encode(text);
    if (bytes.length % 3 !== 0) return undefined;
    const read = bytes.toString("utf8");
    return CHINESE.test(read) ? read : undefined;
  },
};

/** The characters of GBK with a lead byte E4…E9 and a trail byte that UTF-8 allows there. */
function pairs(): string {
  const characters: string[] = [];
  for (let lead = 0xe4; lead <= 0xe9; lead++) {
    for (let trail = 0x80; trail <= 0xbf; trail++)
      characters.push(decode(Buffer.from([lead, trail])));
  }
  return characters.join("");
}
