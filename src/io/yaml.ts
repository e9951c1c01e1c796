import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { DocumentNode, MapEntry } from "../domain/document.js";
import { type Problem, problem } from "../domain/problem.js";
import type { ProblemCode } from "../text/problems.js";
import { openFile } from "./files.js";
import { looksLike } from "./looks-like.js";
import { tooDeepAt } from "./yaml-depth.js";

/** A file that a person wrote, parsed; `document` is absent when there are problems. */
export interface ParsedDocument {
  readonly document?: DocumentNode;
  readonly problems: readonly Problem[];
}

/** The same with what the archive keeps: the file's text, and the SHA-256 of its bytes. */
export interface ReadDocument extends ParsedDocument {
  readonly text: string;
  readonly sha256: string;
}

/**
 * Reads a YAML file, which must be UTF-8. Problems name the file as `name` (a path that means
 * something to the user): `file-not-utf8`, and those of `parseDocument`.
 */
export async function readDocument(path: string, name = path): Promise<ReadDocument> {
  const file = await openFile(path);
  const bytes = await file.readFile().finally(() => file.close());
  const text = bytes.toString("utf8");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (isUtf8(bytes)) return { ...parseDocument(name, text), text, sha256 };

  const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
  const values = { found: await looksLike(path) };
  return { problems: [problem("file-not-utf8", { file: name, line }, values)], text, sha256 };
}

/**
 * Parses the text of a YAML file, or of its copy in the archive. Scalars stay as they were typed:
 * `2017-01-01`, `0100` and `1e5` are text that was not quoted, and no value at all is empty text.
 * What lets one text mean two things (aliases, tags, a key twice, several documents) and what YAML
 * cannot parse is told with the line, the name of the rule that it breaks, and what to look at.
 */
export function parseDocument(file: string, text: string): ParsedDocument {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const reader = new NodeReader(file, source);
  const document = reader.read();
  return reader.problems.length > 0 || document === undefined
    ? { problems: reader.problems }
    : { document, problems: [] };
}

/** Turns what the package parsed into our nodes, and collects what we do not accept. */
class NodeReader {
  readonly problems: Problem[] = [];
  private readonly lines = new LineCounter();

  constructor(
    private readonly file: string,
    private readonly source: string,
  ) {}

  read(): DocumentNode | undefined {
    const deep = tooDeepAt(this.source);
    if (deep !== undefined) {
      this.countLines();
      this.report("TOO_DEEP", deep);
      return undefined;
    }
    const [first, second] = this.parse();
    if (second !== undefined) this.report("MULTIPLE_DOCS", second.range[0]);
    if (first?.contents === null || first === undefined) {
      this.report("EMPTY", 0);
      return undefined;
    }
    for (const error of first.errors) this.report(error.code, error.pos[0]);
    return first.errors.length > 0 ? undefined : this.node(first.contents);
  }

  /** Lines as the package counts them while it parses. */
  private countLines(): void {
    this.lines.addNewLine(0);
    for (const { index } of this.source.matchAll(/\n/g)) this.lines.addNewLine(index + 1);
  }

  /** The schema "failsafe" knows no type but text, so nothing is read as a number or a date. */
  private parse() {
    const found = parseAllDocuments(this.source, {
      schema: "failsafe",
      stringKeys: true,
      prettyErrors: false,
      lineCounter: this.lines,
    });
    return Array.isArray(found) ? found : [];
  }

  private node(node: Node): DocumentNode {
    const place = node.range?.[0] ?? 0;
    const line = this.lineOf(place);
    if ("anchor" in node && node.anchor !== undefined) this.report("ANCHOR", place);
    if (node.tag !== undefined) this.report("TAG", place);
    if (isMap<Node, Node | null>(node)) {
      return { kind: "map", line, entries: node.items.map((pair) => this.entry(pair)) };
    }
    if (isSeq<Node>(node)) {
      return { kind: "list", line, items: node.items.map((item) => this.node(item)) };
    }
    if (!isScalar(node)) this.report("ALIAS", place);
    const text = isScalar(node) ? String(node.value) : "";
    return { kind: "text", line, text, isQuoted: isScalar(node) && node.type !== "PLAIN" };
  }

  /** A key without a colon behind it (`{a, b: 1}`) has no value: empty text on the key's line. */
  private entry({ key, value }: { key: Node; value: Node | null }): MapEntry {
    const name = this.node(key);
    const nothing = { kind: "text", line: name.line, text: "", isQuoted: false } as const;
    const text = name.kind === "text" ? name.text : "";
    return { key: text, line: name.line, value: value === null ? nothing : this.node(value) };
  }

  /** One problem a line, and an indent only if nothing is wrong above: the rest is its echo. */
  private report(rule: string, offset: number): void {
    const line = this.lineOf(offset);
    if (this.problems.some((one) => one.place.line === line)) return;
    const written = this.source.split(/\r?\n/)[line - 1] ?? "";
    if (this.problems.length > 0 && rule === "BAD_INDENT") return;
    const text = written.trim().split("\r")[0] ?? "";
    const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    const found = `${short} (${rule})`.trimStart();
    this.problems.push(problem(codeOf(rule, written), { file: this.file, line }, { found }));
  }

  private lineOf(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}

/** Of a line, as much as a message shows. */
const SHOWN = 80;

/** What to tell about a line that breaks a rule of YAML: the likely cause, by the rule and text. */
function codeOf(rule: string, written: string): ProblemCode {
  if (rule === "EMPTY") return "file-empty";
  if (["ALIAS", "ANCHOR", "TAG", "MULTIPLE_DOCS", "BAD_ALIAS"].includes(rule)) {
    return "file-reference";
  }
  if (rule === "DUPLICATE_KEY") return "file-key-twice";
  if (rule === "TAB_AS_INDENT" || /^\s*[\t\u00a0\u3000]|:\u00a0/.test(written))
    return "file-indent";
  const bare = written.replace(/"[^"]*"|'[^']*'|\s#.*$/g, "");
  return /[\uff0c\uff1a\uff5b\uff5d\uff3b\uff3d\u201c\u201d]/.test(bare)
    ? "file-full-width"
    : "file-unreadable";
}
