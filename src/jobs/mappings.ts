import { join, relative } from "node:path";
import type { Problem } from "../domain/problem.js";
import { listFiles } from "../io/files.js";
import { readDocument } from "../io/yaml.js";
import { type Layout, parseLayout } from "../migrate/layout.js";
import { type CodeTables, readCodeTables } from "./crosswalks.js";
import type { MappingInput } from "./mapping-input.js";

/** The layouts that a delivery needs, with their crosswalks, and the files they were read from. */
export interface Mappings extends CodeTables {
  readonly layouts: ReadonlyMap<string, Layout>;
}

/** Reads the named layouts of a workspace and every crosswalk that they use. */
export async function readMappings(folder: string, names: readonly string[]): Promise<Mappings> {
  const layouts = new Map<string, Layout>();
  const inputs: MappingInput[] = [];
  const problems: Problem[] = [];
  for (const name of [...new Set(names)]) {
    const path = join(folder, "legacy", `${name}.yaml`);
    const file = relative(join(folder, ".."), path);
    const read = await readDocument(path, file);
    problems.push(...read.problems);
    if (read.document === undefined) continue;
    const { layout, problems: wrong } = parseLayout(name, file, read.document);
    problems.push(...wrong);
    layouts.set(name, layout);
    inputs.push({ role: "layout", path: file, sha256: read.sha256, text: read.text });
  }
  const codes = await readCodeTables(folder, layouts.values());
  return {
    ...codes,
    layouts,
    inputs: [...inputs, ...codes.inputs],
    problems: [...problems, ...codes.problems],
  };
}

/** The YAML files of a folder with their documents, by name; a missing folder has none. */
export async function readDocuments(folder: string, role: "policy" | "agreement", root: string) {
  const files = (await listFiles(folder)).filter((path) => path.endsWith(".yaml"));
  return Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      const file = relative(root, path);
      const { document, problems, sha256, text } = await readDocument(path, file);
      const input: MappingInput = { role, path: file, sha256, text };
      return { file, document, problems, input };
    }),
  );
}
