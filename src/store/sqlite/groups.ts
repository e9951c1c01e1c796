/** Splits sorted rows into the groups that share a key. */
export function groupedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let key: string | undefined;
  for (const row of rows) {
    if (keyOf(row) !== key) groups.push([]);
    key = keyOf(row);
    groups.at(-1)?.push(row);
  }
  return groups;
}
