import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DocumentNode } from "../../src/domain/document.js";
import { encode } from "../../src/io/gb18030.js";
import { parseDocument, readDocument } from "../../src/io/yaml.js";
import { testFile } from "./folder.js";

describe("parseDocument", () => {
  // What is typed, what is read, and whether it was quoted.
  test.each([
    ["2017-01-01", "2017-01-01", false],
    ["0100", "0100", false],
    ["1e5", "1e5", false],
    ["0.850", "0.850", false],
    ["true", "true", false],
    ["null", "null", false],
    ["~", "~", false],
    ["", "", false],
    ["第八条  # 注", "第八条", false],
    ['"0.85"', "0.85", true],
    ["'it''s'", "it's", true],
    ['""', "", true],
  ])("a: %s", (typed, text, isQuoted) => {
    const { document } = parseDocument("x.yaml", `# first\na: ${typed}\n`);
    expect(document).toEqual({
      kind: "map",
      line: 2,
      entries: [{ key: "a", line: 2, value: { kind: "text", line: 2, text, isQuoted } }],
    });
  });

  test("maps and lists keep their lines", () => {
    const text = 'title: 示例\nbands:\n  - { above: "0.00", share: }\n  - above: 1\n    share: 2\n';
    expect(linesOf(parseDocument("x.yaml", text).document)).toEqual([
      "title@1 示例@1",
      "bands@2 - above@3 0.00@3 share@3 @3 - above@4 1@4 share@5 2@5",
    ]);
  });

  test("a key without a colon in braces has no value", () => {
    expect(linesOf(parseDocument("x.yaml", "{a, b: 1}").document)).toEqual(["a@1 @1", "b@1 1@1"]);
  });

  test("CRLF and the mark of an editor change nothing", () => {
    const plain = parseDocument("x.yaml", "a: 1\nb:\n  - x\n");
    expect(parseDocument("x.yaml", "\ufeffa: 1\r\nb:\r\n  - x\r\n")).toEqual(plain);
  });

  // What is refused, and the line and text that the problem tells.
  test.each([
    ["a: 1\nb: 2\na: 3\n", 3, "a: 3 (DUPLICATE_KEY)", "file-key-twice"],
    ["{a: 1, a: 2}", 1, "{a: 1, a: 2} (DUPLICATE_KEY)", "file-key-twice"],
    ["a: &x 1\n", 1, "a: &x 1 (ANCHOR)", "file-reference"],
    ["a: 1\nb: !!int 5\n", 2, "b: !!int 5 (TAG)", "file-reference"],
    ["a: 1\n---\nb: 2\n", 2, "--- (MULTIPLE_DOCS)", "file-reference"],
    ["a: [1\nb: 2\n", 2, "b: 2 (BAD_INDENT)", "file-unreadable"],
    ["a: 1\n\tb: 2\n", 2, "b: 2 (TAB_AS_INDENT)", "file-indent"],
    ["a:\n  b:\n\u3000\u3000c: 2\n    d: 3\n", 3, "c: 2 (BLOCK_AS_IMPLICIT_KEY)", "file-indent"],
    ["a: 1\nper:\u00a0x\nb: 2\n", 2, "per:\u00a0x (MULTILINE_IMPLICIT_KEY)", "file-indent"],
    ["a:\n  - { b: 1\uff0cc: 2 }\n", 2, "", "file-full-width"],
    ["a: \u201c1\u201d: 2\n", 1, "a: \u201c1\u201d: 2 (BLOCK_AS_IMPLICIT_KEY)", "file-full-width"],
    [`a: ${"[".repeat(20_000)}\n`, 1, "", "file-unreadable"],
    [`b: 1\na: ${"{c: ".repeat(20_000)}\n`, 2, "", "file-unreadable"],
    [`a: 1\n${"- ".repeat(20_000)}x\n`, 2, "", "file-unreadable"],
    ["? [x]\n: y\n", 1, "? [x] (NON_STRING_KEY)", "file-unreadable"],
    ["", 1, "(EMPTY)", "file-empty"],
    ["# only a remark\n", 1, "# only a remark (EMPTY)", "file-empty"],
  ])("%j is refused on line %i", (text, line, found, code) => {
    const { document, problems } = parseDocument("x.yaml", text);
    expect(document).toBeUndefined();
    expect(problems[0]).toEqual({
      code,
      place: { file: "x.yaml", line },
      values: { found: found === "" ? expect.stringMatching(/^.{5,110}$/) : found },
    });
  });

  test("a tab is told once, not with every line after it", () => {
    const text =
      "parameters:\n  p:\n\tlabel: x\n    versions:\n      - from: 1\n\n  q:\n    label: y\n";
    const { problems } = parseDocument("x.yaml", text);
    expect(problems.map(({ place }) => place.line)).toEqual([3]);
  });

  test("an alias is refused beside its anchor", () => {
    const { problems } = parseDocument("x.yaml", "a: &x [1]\nb: *x\n");
    expect(problems.map((one) => one.values["found"])).toEqual([
      "a: &x [1] (ANCHOR)",
      "b: *x (ALIAS)",
    ]);
  });
});

describe("readDocument", () => {
  test("tells the text and the hash of the bytes, and names the file as asked", async () => {
    const path = testFile("\ufeffa: [\n", "policy.yaml");
    const read = await readDocument(path, "policies/policy.yaml");
    expect(read.text).toBe("\ufeffa: [\n");
    expect(read.sha256).toBe(createHash("sha256").update(read.text).digest("hex"));
    expect(read.problems[0]?.place.file).toBe("policies/policy.yaml");
  });

  test("a line with a broken byte is named", async () => {
    const bytes = Buffer.concat([Buffer.from("title: 示例\n# "), Buffer.from([0xff, 0x0a])]);
    const { problems } = await readDocument(testFile(bytes), "a.yaml");
    expect(problems).toMatchObject([
      { code: "file-not-utf8", place: { line: 2 }, values: { found: "gb18030" } },
    ]);
  });

  test("a file saved as GBK is told as such", async () => {
    const { document, problems } = await readDocument(
      testFile(encode("title: 示例政策\n")),
      "a.yaml",
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      {
        code: "file-not-utf8",
        place: { file: "a.yaml", line: 1 },
        values: { found: "gb18030" },
      },
    ]);
  });
});

/** Every entry of the outermost map in one line: key@line and the values below with theirs. */
function linesOf(document: DocumentNode | undefined): readonly string[] {
  if (document?.kind !== "map") return [];
  return document.entries.map((one) => `${one.key}@${one.line} ${shown(one.value)}`);
}

function shown(node: DocumentNode): string {
  if (node.kind === "text") return `${node.text}@${node.line}`;
  if (node.kind === "list") return node.items.map((item) => `- ${shown(item)}`).join(" ");
  return node.entries.map((one) => `${one.key}@${one.line} ${shown(one.value)}`).join(" ");
}
