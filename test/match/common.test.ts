import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/io/yaml.js";
import { link } from "../../src/match/link.js";
import { parseSpec } from "../../src/match/spec.js";
import { parseWeights, weightsText } from "../../src/match/weights-file.js";
import { Random } from "../../src/sample/random.js";
import { type ListRow, plainHanzi, specOf, tableOf } from "./tables.js";

const FIELDS = ["given", "surname", "street", "house", "suburb", "birth", "number"] as const;

const plain = `title: families
fields:
  given: { kind: text, levels: [equal, similar 0.8], frequency: true }
  surname: { kind: text, levels: [equal, similar 0.8], frequency: true }
  street: { kind: text, levels: [equal, similar 0.8] }
  house: { kind: text, levels: [equal] }
  suburb: { kind: text, levels: [equal, similar 0.8] }
  birth: { kind: day, levels: [equal, edits 1] }
  number: { kind: code, levels: [equal, edits 1] }
blocking: [[number], [birth], [given, surname], [street, house], [surname, suburb]]
`;
const common = `common:
  - [surname, street, house, suburb]
  - [street, house, suburb]
`;

describe("people who have an address in common", () => {
  const { rows, people } = families(800, "common");

  test("are not one person, although nobody said who they are", () => {
    const { precision, recall } = judged(plain + common, rows);
    expect(people).toBeGreaterThan(1000);
    expect(precision).toBeGreaterThan(0.998);
    expect(recall).toBeGreaterThan(0.98);
    expect(judged(plain, rows).precision).toBeLessThan(0.5);
  });

  test("what they have in common is counted once when a pair is scored alone", () => {
    const { linked } = linkedBy(plain + common, rows);
    const { candidates, probability, probabilityOf } = linked;
    for (let pair = 0; pair < probability.length; pair += 53) {
      const ends = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0] as const;
      expect(probabilityOf(...ends)).toBe(probability[pair]);
    }
  });

  test("the shares come back from a weights file, and fit no other groups", () => {
    const { spec, linked } = linkedBy(plain + common, rows);
    const trained = { version: 1, title: "t", rows: 1, pairs: 1, weights: linked.weights };
    const text = weightsText(trained, spec);
    const read = (of: typeof spec) => {
      const { document } = parseDocument("w.yaml", text);
      if (document === undefined) throw new Error(text);
      return parseWeights("w.yaml", document, of);
    };
    expect(read(spec)).toMatchObject({ fits: true, problems: [], trained });
    expect(read(specOf(plain)).fits).toBe(false);
  });
});

test("a group names fields that are compared", () => {
  const { document } = parseDocument("s.yaml", `${plain}common: [[surname, village], [birth]]\n`);
  if (document === undefined) throw new Error("no document");
  const { problems } = parseSpec("s.yaml", document);
  expect(problems.map(({ code }) => code)).toEqual(["value-unfit", "value-unfit"]);
  expect(JSON.stringify(problems)).toContain("village");
});

function linkedBy(yaml: string, rows: readonly ListRow[]) {
  const spec = specOf(yaml);
  const table = tableOf(spec, rows);
  return { spec, table, linked: link(table, spec, plainHanzi, { pairing: "all" }) };
}

/** How many pairs at p ≥ 0.95 are one person, and how many of all are found; ids tell whose. */
function judged(yaml: string, rows: readonly ListRow[]) {
  const { table, linked } = linkedBy(yaml, rows);
  const { candidates, probability } = linked;
  const personAt = (row: number | undefined) => table.ids[row ?? 0]?.split("-")[0];
  const called = [...probability.keys()].filter((pair) => (probability[pair] ?? 0) >= 0.95);
  const right = called.filter(
    (pair) => personAt(candidates.left[pair]) === personAt(candidates.right[pair]),
  ).length;
  const truth = rows.filter(([id]) => id.endsWith("-2")).length;
  return { precision: right / called.length, recall: right / truth };
}

/** Families at one address each; every third person stands twice, with a slip. */
function families(count: number, seed: string) {
  const random = new Random(seed);
  const word = (): string =>
    Array.from({ length: 7 }, () => random.pick([..."abcdeghiklmnoprstu"])).join("");
  const words = (many: number): readonly string[] => Array.from({ length: many }, word);
  const [given, surnames, streets, suburbs] = [words(300), words(400), words(500), words(200)];
  const rows: ListRow[] = [];
  let people = 0;
  for (let family = 0; family < count; family++) {
    const shared = {
      ...{ surname: random.pick(surnames), street: random.pick(streets) },
      ...{ suburb: random.pick(suburbs), house: String(random.between(1, 300)) },
    };
    for (let seat = random.between(1, 4); seat > 0; seat--) {
      const date = `${random.between(10, 12)}${random.between(10, 28)}`;
      const person: Record<string, string> = { ...shared, given: random.pick(given) };
      person["birth"] = `${random.between(1920, 1999)}${date}`;
      person["number"] = String(random.between(1_000_000, 9_999_999));
      const id = people++;
      rows.push([`${id}-1`, ...FIELDS.map((field) => person[field] ?? "")]);
      if (!random.percent(33)) continue;
      person[random.pick(FIELDS)] = random.percent(50) ? "" : word();
      rows.push([`${id}-2`, ...FIELDS.map((field) => person[field] ?? "")]);
    }
  }
  return { rows, people };
}
