/** How lines of `name=value&name=value` seem to be written. */
export interface GuessedPairs {
  readonly delimiter: string;
  readonly assign: string;
  /** Every name, in the order in which they were first seen. */
  readonly keys: readonly string[];
}

/** What parts pairs in practice, the most usual first: of equals the first is taken. */
const DELIMITERS = ["&", ";", "|", ",", "\t", "^", "~"];
const ASSIGNS = ["=", ":"];

/** A name: what a field may be called in a protocol, never a value such as 12:30. */
const NAME = /^[A-Za-z_\p{Script=Han}][\w\p{Script=Han}.-]{0,39}$/u;

/**
 * Guesses whether lines hold pairs of name and value: nearly every line is made of at least two,
 * and the names come again from line to line. Undefined when they do not.
 */
export function guessPairs(lines: readonly string[]): GuessedPairs | undefined {
  const given = lines.filter((line) => line.trim() !== "" && line.trim() !== "\u001a");
  for (const delimiter of DELIMITERS) {
    for (const assign of ASSIGNS) {
      const found = keysOf(given, delimiter, assign);
      if (found !== undefined) return { delimiter, assign, keys: found };
    }
  }
  return undefined;
}

/** The names that lines show when they are cut in this way; undefined when most do not fit it. */
function keysOf(
  lines: readonly string[],
  delimiter: string,
  assign: string,
): readonly string[] | undefined {
  const counts = new Map<string, number>();
  let fitting = 0;
  for (const line of lines) {
    const pieces = line.split(delimiter).filter((piece) => piece.trim() !== "");
    const names = pieces.flatMap((piece) => nameOf(piece, assign) ?? []);
    // A value may hold the delimiter, so a piece without a name happens now and then.
    if (names.length < 2 || names.length * 5 < pieces.length * 4) continue;
    fitting += 1;
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (lines.length === 0 || fitting * 10 < lines.length * 9) return undefined;
  const usual = [...counts].filter(([, count]) => count * 2 >= fitting);
  const isRepeated = usual.length >= 2 && usual.length * 2 >= Math.min(counts.size, 8);
  return isRepeated ? [...counts.keys()] : undefined;
}

function nameOf(piece: string, assign: string): string | undefined {
  const at = piece.indexOf(assign);
  const name = piece.slice(0, at).trim();
  return at > 0 && NAME.test(name) ? name : undefined;
}
