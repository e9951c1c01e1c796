import { openList, readList } from "../src/jobs/match/read-list.js";

/** Pairs as `match files` wrote them, held against the truth. */
export interface Judged {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Judges the pairs from a probability on: how many are one person, and how many of all pairs of one
 * person they are.
 */
export async function judge(
  pairs: string,
  from: number,
  personOf: ReadonlyMap<string, string>,
): Promise<Judged> {
  const rowsOf = new Map<string, number>();
  let truth = 0;
  for (const person of personOf.values()) {
    const before = rowsOf.get(person) ?? 0;
    truth += before;
    rowsOf.set(person, before + 1);
  }
  let [right, called] = [0, 0];
  for await (const { fields } of readList(await openList(pairs))) {
    const [left = "", other = "", probability = ""] = fields;
    if (Number(probability) < from) continue;
    called += 1;
    if (personOf.get(left) === personOf.get(other)) right += 1;
  }
  return { precision: called === 0 ? 1 : right / called, recall: truth === 0 ? 1 : right / truth };
}

/** Whose every row is, by a column of a list. */
export async function truthIn(
  path: string,
  id: string,
  person: (cells: ReadonlyMap<string, string>) => string,
): Promise<ReadonlyMap<string, string>> {
  const list = await openList(path);
  const known = new Map<string, string>();
  for await (const { fields } of readList(list)) {
    const cells = new Map(list.header.map((name, at) => [name, (fields[at] ?? "").trim()]));
    known.set(cells.get(id) ?? "", person(cells));
  }
  return known;
}
