import type { RuinedText } from "./forensics.js";

/** A row that lacks fields, and what is known of the file that it stands in. */
export interface ShortRow {
  readonly text: string;
  readonly fields: readonly string[];
  /** How many fields it should have. */
  readonly expected: number;
  readonly delimiter: string;
}

/** How many fields do not look like what their columns hold; the broken ones are not counted. */
export type CountMisfits = (fields: readonly string[]) => number;

/** So many ways to restore a row are tried at most. */
const MOST_WAYS = 200;

/**
 * Restores delimiters that half a character took with it: the first byte of a character that was
 * cut off becomes, together with the byte of `|` or `\`, another character of GBK. Returns the
 * fields if there is exactly one place for it, or exactly one that suits the columns; "lost" if
 * several do, and undefined if the row is short for another reason.
 */
export function restoreSwallowed(
  row: ShortRow,
  ruined: RuinedText,
  misfits: CountMisfits,
): readonly string[] | "lost" | undefined {
  const missing = row.expected - row.fields.length;
  const places = placesOf(row, ruined);
  if (missing < 1 || places.length < missing) return undefined;
  const ways = waysOf(places, missing);
  if (ways === undefined) return "lost";
  const restored = ways.map((way) => restoredAt(row, way));
  const counts = restored.map(misfits);
  const fewest = Math.min(...counts);
  const best = restored.filter((_, index) => counts[index] === fewest);
  const short = [...row.fields, ...Array.from({ length: missing }, () => "")];
  const asIs = misfits(short);
  if (asIs < fewest || (asIs === fewest && best.every(leavesEmpty))) return undefined;
  return best.length === 1 ? best[0] : "lost";
}

/** Where a character of the text may be the first half of one, and a delimiter. */
function placesOf({ text, delimiter }: ShortRow, ruined: RuinedText): readonly number[] {
  const [first = "", ...more] = delimiter;
  const rest = more.join("");
  const places: number[] = [];
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if (character < "\u0080" || !ruined.endsWith(character, first)) continue;
    if (text.startsWith(rest, place + 1)) places.push(place);
  }
  return places;
}

/** Every choice of so many places, in their order; undefined when there are too many. */
function waysOf(places: readonly number[], missing: number): readonly number[][] | undefined {
  let ways: number[][] = [[]];
  for (let chosen = 0; chosen < missing; chosen++) {
    ways = ways.flatMap((way) =>
      places.filter((place) => place > (way.at(-1) ?? -1)).map((place) => [...way, place]),
    );
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

function restoredAt({ text, delimiter }: ShortRow, way: readonly number[]): readonly string[] {
  const [first = ""] = delimiter;
  const characters = [...Array(text.length).keys()].map((place) =>
    way.includes(place) ? `\ufffd${first}` : text.charAt(place),
  );
  return characters.join("").split(delimiter);
}

/** A sound character before a delimiter looks like half a one before an empty field. */
function leavesEmpty(fields: readonly string[]): boolean {
  return fields.some((field, index) => field.endsWith("\ufffd") && fields[index + 1] === "");
}
