/** Levels that no file a person writes needs; the package goes down by recursion. */
const DEEPEST = 200;

/**
 * The place where a YAML text is nested deeper than anybody writes, undefined where it is not: the
 * package would run out of stack there, and with it the process. Brackets are counted wherever they
 * stand, in quotes too, which only makes the answer come a little early.
 */
export function tooDeepAt(source: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return at;
  }
  const deepLine = new RegExp(`^(?:[ ]|[-?] ){${DEEPEST * 2}}`, "m").exec(source);
  return deepLine?.index;
}
