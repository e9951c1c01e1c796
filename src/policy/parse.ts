import { type DocumentNode, DocumentReader, type MapEntry } from "../domain/document.js";
import { nearest } from "../domain/nearest.js";
import { type Problem, problem } from "../domain/problem.js";
import { coherenceOf } from "./coherence.js";
import { Codes } from "./dimensions.js";
import { fieldsOf } from "./keys.js";
import type { Names } from "./names.js";
import type { Pack, Parameter, PolicyValue } from "./pack.js";
import { periodsOf } from "./periods.js";
import { proofOf } from "./proof.js";
import { declaresRegion, readNames } from "./region.js";
import { knownParameters, specOf } from "./spec.js";
import { subsidiesOf } from "./subsidies.js";
import { readVersions } from "./versions.js";

/** One file of a pack, parsed as YAML: one subject of the law. */
export interface PolicyFile {
  readonly file: string;
  readonly document: DocumentNode;
}

/**
 * Reads a region's policy files into its law. In: the files in any order (they are read by name,
 * so that a value's place in the pack depends on the files alone), the shared ones among them.
 * Exactly one declares the region. Out: the pack, or all problems with file and line. A pack with
 * a problem is not given out.
 */
export function parsePack(
  region: string,
  files: readonly PolicyFile[],
): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const sorted = [...files].sort(byName);
  const declaring = sorted.filter(({ document }) => declaresRegion(document));
  const [first, second] = declaring;
  if (first === undefined) {
    return { problems: [problem("region-missing", { file: sorted[0]?.file ?? region })] };
  }
  if (second !== undefined) {
    const values = { found: "covers", other: first.file };
    return { problems: [problem("parameter-repeated", { file: second.file }, values)] };
  }

  const regionReader = new DocumentReader(first.file);
  const names = readNames(regionReader, first.document);
  const reading: PackReading = { names, values: [], parameters: new Map(), used: new Set() };
  const problems: Problem[] = [...regionReader.problems];
  for (const file of sorted) problems.push(...readFile(reading, file, first));
  if (problems.length > 0) return { problems };
  return compiled(region, reading);
}

interface PackReading {
  readonly names: Names;
  readonly values: PolicyValue[];
  readonly parameters: Map<string, Parameter>;
  readonly used: Set<string>;
}

/** The second half: what the files say together. */
function compiled(region: string, reading: PackReading): ReturnType<typeof parsePack> {
  const { names, values } = reading;
  const parameters = [...reading.parameters.values()];
  const rows = parameters.flatMap(({ versions }) =>
    versions.flatMap(({ value }) => (value.way === "rows" ? value.rows : [])),
  );
  const codes = new Codes(
    names,
    rows.map((row) => row.when),
  );
  const periods = periodsOf(parameters, names, codes);
  const question = { names, parameters, periods };
  const problems = [
    ...coherenceOf({ ...question, used: reading.used }),
    ...proofOf(question),
    ...subsidiesOf(question),
  ];
  if (problems.length > 0) return { problems };
  return { pack: { region, names, codes, values, parameters, periods }, problems: [] };
}

function readFile(
  reading: PackReading,
  { file, document }: PolicyFile,
  region: PolicyFile,
): readonly Problem[] {
  const reader = new DocumentReader(file);
  if (document === region.document) {
    const entries = document.kind === "map" ? document.entries : [];
    const found = entries.find(({ key }) => key === "parameters")?.value;
    for (const entry of reader.entries(found)) readParameter(reading, reader, entry);
    return reader.problems;
  }
  const { title, parameters } = fieldsOf(reader, document, ["title", "parameters"]);
  readWords(reader, title);
  for (const entry of reader.entries(parameters)) readParameter(reading, reader, entry);
  return reader.problems;
}

function readParameter(reading: PackReading, reader: DocumentReader, entry: MapEntry): void {
  const { names, parameters, values, used } = reading;
  const { key, line } = entry;
  const spec = specOf(key, names);
  if (spec === undefined) {
    const near = nearest(key, knownParameters(names)) ?? "–";
    reader.report("parameter-unknown", entry, { found: key, nearest: near });
    return;
  }
  const earlier = parameters.get(key);
  if (earlier !== undefined) {
    const other = `${earlier.file}:${earlier.line}`;
    reader.report("parameter-repeated", entry, { found: key, other });
    return;
  }
  const [section = ""] = key.split(".");
  used.add(`payers ${section}`);
  const found = fieldsOf(reader, entry.value, ["label", "versions"]);
  const label = readWords(reader, found["label"]);
  const node = found["versions"];
  const versions = readVersions({ reader, names, used, node, key, label, spec, values });
  parameters.set(key, { key, label, file: reader.file, line, versions });
}

/** A title or label: some words, never nothing. */
function readWords(reader: DocumentReader, node: DocumentNode | undefined): string {
  const words = reader.text(node);
  if (node?.kind === "text" && words.trim() === "") reader.unfit(node, "title, label: …");
  return words;
}

function byName(left: PolicyFile, right: PolicyFile): number {
  return left.file < right.file ? -1 : left.file > right.file ? 1 : 0;
}
