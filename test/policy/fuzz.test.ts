import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentNode, MapEntry } from "../../src/domain/document.js";
import { lawOn } from "../../src/policy/dated.js";
import { type PolicyFile, parsePack } from "../../src/policy/parse.js";
import { shownLaw } from "../../src/policy/shown.js";
import { holds } from "../seeded.js";
import { changedFiles } from "./packs.js";

const files = changedFiles("example", []);

/** Words that may stand anywhere by mistake, or by malice. */
const words = [
  ...["", "none", "0", "-1", "1.5", "85", "2017-02-30", "2017-01-01", "offsite", "adult", "3"],
  ...["yes", "basic", "inpatient", "__proto__", "constructor", "over 5", "9+", "九", "null"],
];

/** One node of a document, by its number in the order of reading, replaced. */
function spoiled(
  files: readonly PolicyFile[],
  at: number,
  change: (node: DocumentNode) => DocumentNode,
) {
  let count = 0;
  const visit = (node: DocumentNode): DocumentNode => {
    if (count++ === at) return change(node);
    if (node.kind === "list") return { ...node, items: node.items.map(visit) };
    if (node.kind === "map") {
      return { ...node, entries: node.entries.map((one) => ({ ...one, value: visit(one.value) })) };
    }
    return node;
  };
  return files.map(({ file, document }) => ({ file, document: visit(document) }));
}

const nodes = (() => {
  let count = 0;
  const visit = (node: DocumentNode): void => {
    count++;
    if (node.kind === "list") for (const item of node.items) visit(item);
    if (node.kind === "map") for (const { value } of node.entries) visit(value);
  };
  for (const { document } of files) visit(document);
  return count;
})();

const text = fc
  .tuple(fc.constantFrom(...words), fc.boolean())
  .map(([word, isQuoted]) => (node: DocumentNode): DocumentNode => {
    return { kind: "text", line: node.line, text: word, isQuoted };
  });
const empty = fc
  .constantFrom<"list" | "map">("list", "map")
  .map((kind) => (node: DocumentNode): DocumentNode => {
    return kind === "list"
      ? { kind, line: node.line, items: [] }
      : { kind, line: node.line, entries: [] };
  });
const wrapped = fc.constant((node: DocumentNode): DocumentNode => {
  return { kind: "list", line: node.line, items: [node, node] };
});
const renamed = fc.tuple(fc.constantFrom(...words), fc.nat(9)).map(
  ([key, at]) =>
    (node: DocumentNode): DocumentNode =>
      node.kind === "map"
        ? {
            ...node,
            entries: node.entries.map((one, index) => (index === at ? { ...one, key } : one)),
          }
        : node,
);
const shortened = fc.nat(9).map((at) => (node: DocumentNode): DocumentNode => {
  const without = <Part>(parts: readonly Part[]): readonly Part[] =>
    parts.filter((_, index) => index !== at);
  if (node.kind === "list") return { ...node, items: without(node.items) };
  return node.kind === "map" ? { ...node, entries: without<MapEntry>(node.entries) } : node;
});

// A clerk may write anything. What is given out is whole; what is not is told, never thrown.
test("whatever stands in the files, the reader says what is wrong or gives a whole law", () => {
  const change = fc.oneof(text, empty, wrapped, renamed, shortened);
  const property = fc.property(
    fc.array(fc.tuple(fc.nat(nodes - 1), change), { minLength: 1, maxLength: 3 }),
    (changes) => {
      const bad = changes.reduce<readonly PolicyFile[]>(
        (all, [at, how]) => spoiled(all, at, how),
        files,
      );
      const { pack, problems } = parsePack("example", bad);
      expect(pack === undefined).toBe(problems.length > 0);
      if (pack === undefined) return;
      const { from } = pack.names.covers;
      expect(lawOn(pack, from).law).toBeDefined();
      expect(shownLaw({ pack, day: from, lang: "zh" }).length).toBeGreaterThan(10);
    },
  );
  holds(property, 500);
});
