import { packageRoot } from "../../src/io/files.js";
import { parseDocument } from "../../src/io/yaml.js";
import { readSpec } from "../../src/jobs/match/read-spec.js";
import { Hanzi } from "../../src/match/hanzi.js";
import { type MatchSpec, parseSpec } from "../../src/match/spec.js";
import { type MatchTable, TableBuilder } from "../../src/match/table.js";

/** The shipped model of people. */
export const peopleSpec = await readSpec(`${packageRoot()}/mappings/match/people.yaml`);

/** No tables of characters: names are compared as they are written. */
export const plainHanzi = new Hanzi({ plain: new Map(), lookAlikes: [] });

/** A comparison model from its YAML; it must be sound. */
export function specOf(text: string): MatchSpec {
  const { document, problems } = parseDocument("spec.yaml", text);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  const { spec, problems: wrong } = parseSpec("spec.yaml", document);
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  return spec;
}

/** A row of a list: its id, then its cells in the order of the fields. */
export type ListRow = readonly [id: string, ...cells: readonly string[]];

export function tableOf(
  spec: MatchSpec,
  first: readonly ListRow[],
  second: readonly ListRow[] = [],
): MatchTable {
  const builder = new TableBuilder(spec.fields);
  for (const [id, ...cells] of first) builder.take(0, id, cells);
  for (const [id, ...cells] of second) builder.take(1, id, cells);
  return builder.finish();
}
