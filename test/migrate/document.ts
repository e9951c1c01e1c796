import type { DocumentNode } from "../../src/domain/document.js";
import type { Problem } from "../../src/domain/problem.js";
import { parseDocument } from "../../src/io/yaml.js";

/** A file that a clerk wrote, as the parsers take it. */
export function documentOf(yaml: string): DocumentNode {
  const { document, problems } = parseDocument("given.yaml", yaml);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

/** Problems as a table shows them: `code:line found`. */
export function shown(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, place, values }) => {
    const what = values["found"] ?? values["expected"] ?? "";
    return `${code}:${place.line ?? "?"} ${what}`.trim();
  });
}
