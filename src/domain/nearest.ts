/** The choice that is spelled most like a word; undefined where there is no choice. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  let best: { readonly choice: string; readonly distance: number } | undefined;
  for (const choice of choices) {
    const distance = editDistance(word, choice);
    if (best === undefined || distance < best.distance) best = { choice, distance };
  }
  return best?.choice;
}

/** How many characters must be put in, taken out or replaced to make one text of another. */
export function editDistance(left: string, right: string): number {
  const [from, to] = [[...left], [...right]];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, character] of from.entries()) {
    const line = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (above[column] ?? 0) + (character === other ? 0 : 1);
      const shorter = Math.min(above[column + 1] ?? 0, line[column] ?? 0) + 1;
      line.push(Math.min(replaced, shorter));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
