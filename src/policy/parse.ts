import { type DocumentNode, DocumentReader, type MapEntry } from "../domain/document.js";
import { type Problem, problem } from "../domain/problem.js";
import { periodsOf } from "./dated.js";
import type { Pack, Parameter, PolicyValue } from "./pack.js";
import { isParameterKey, parameterKeys } from "./schema.js";
import { readVersions } from "./versions.js";

/** One file of a pack, parsed as YAML: one subject of the law. */
export interface PolicyFile {
  readonly file: string;
  readonly document: DocumentNode;
}

/**
 * Reads a region's policy files into its law. In: the files in any order (they are read by name,
 * so that a value's place in the pack depends on the files alone). Out: the pack, or all problems
 * with file and line: unknown, repeated and missing parameters or keys, values that do not fit,
 * missing citations, gaps and overlaps between versions. A pack with a problem is not given out.
 */
export function parsePack(
  region: string,
  files: readonly PolicyFile[],
): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const values: PolicyValue[] = [];
  const problems: Problem[] = [];
  const parameters = new Map<string, Parameter>();

  for (const { file, document } of [...files].sort(byName)) {
    const reader = new DocumentReader(file);
    const { title, parameters: entries } = reader.fields(document, ["title", "parameters"]);
    readWords(reader, title);
    for (const entry of reader.entries(entries)) {
      readParameter({ reader, entry, values, parameters });
    }
    problems.push(...reader.problems);
  }

  problems.push(...missingParameters(region, parameters));
  if (problems.length > 0) return { problems };
  const all = [...parameters.values()];
  return { pack: { region, values, parameters: all, periods: periodsOf(all) }, problems };
}

interface Reading {
  readonly reader: DocumentReader;
  readonly entry: MapEntry;
  readonly values: PolicyValue[];
  readonly parameters: Map<string, Parameter>;
}

function readParameter({ reader, entry, values, parameters }: Reading): void {
  const { key, line } = entry;
  if (!isParameterKey(key)) {
    reader.report("key-unknown", entry, { found: key, expected: parameterKeys.join(", ") });
    return;
  }
  const earlier = parameters.get(key);
  if (earlier !== undefined) {
    const other = `${earlier.file}:${earlier.line}`;
    reader.report("parameter-repeated", entry, { found: key, other });
    return;
  }
  const found = reader.fields(entry.value, ["label", "versions"]);
  const label = readWords(reader, found["label"]);
  const versions = readVersions({ reader, node: found["versions"], key, label, values });
  parameters.set(key, { key, label, file: reader.file, line, versions });
}

function missingParameters(
  region: string,
  parameters: ReadonlyMap<string, Parameter>,
): readonly Problem[] {
  return parameterKeys
    .filter((key) => !parameters.has(key))
    .map((key) => problem("key-missing", { file: region }, { expected: key }));
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
