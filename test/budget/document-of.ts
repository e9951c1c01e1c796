import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from "yaml";
import type { DocumentNode } from "../../src/domain/document.js";

/** A YAML text as a document with lines, enough for the files of these tests. */
export function documentOf(yaml: string): DocumentNode {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe" });
  const lineOf = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line;
  return convert(document.contents as Node);

  function convert(node: Node): DocumentNode {
    const line = lineOf(node);
    if (isSeq<Node>(node)) return { kind: "list", line, items: node.items.map(convert) };
    if (isMap<Scalar<string>, Node>(node)) {
      const entries = node.items.map(({ key, value }) => {
        if (value === null) throw new Error(`${key.value} has no value`);
        return { key: key.value, line: lineOf(key), value: convert(value) };
      });
      return { kind: "map", line, entries };
    }
    if (!isScalar(node)) throw new Error("an agreement file has no aliases");
    const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    return { kind: "text", line, text: node.value as string, isQuoted };
  }
}
