import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import { type Ratio, readRatio, readYuan, type Yuan, zero } from "./money.js";
import { type Day, type Month, readDay, readMonth } from "./period.js";
import { type Problem, problem } from "./problem.js";

/**
 * A file that a person writes (mapping, policy, agreement, manifest, workspace), parsed but not yet
 * understood. Scalars stay text, with the line they stand on and whether they were quoted.
 */
export type DocumentNode = TextNode | ListNode | MapNode;

export interface TextNode {
  readonly kind: "text";
  readonly line: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface ListNode {
  readonly kind: "list";
  readonly line: number;
  readonly items: readonly DocumentNode[];
}

export interface MapNode {
  readonly kind: "map";
  readonly line: number;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly line: number;
  readonly value: DocumentNode;
}

/**
 * Reads a document value by value and collects every problem with its line. A value that does not
 * fit yields a harmless stand-in, so that reading goes on and all problems are found: whoever
 * reads must look at `problems` before using what was read.
 */
export class DocumentReader {
  readonly problems: Problem[] = [];

  constructor(readonly file: string) {}

  report(code: ProblemCode, node: { readonly line: number }, values: Values = {}): void {
    this.problems.push(problem(code, { file: this.file, line: node.line }, values));
  }

  /** The values of a map by key. Unknown keys, and required ones that are missing, are problems. */
  fields(
    node: DocumentNode,
    required: readonly string[],
    optional: readonly string[] = [],
  ): Readonly<Partial<Record<string, DocumentNode>>> {
    const found: Record<string, DocumentNode> = {};
    for (const entry of this.entries(node)) {
      if (required.includes(entry.key) || optional.includes(entry.key)) {
        found[entry.key] = entry.value;
      } else {
        const expected = [...required, ...optional].join(", ");
        this.report("key-unknown", entry, { found: entry.key, expected });
      }
    }
    if (node.kind === "map") {
      for (const key of required) {
        if (found[key] === undefined) this.report("key-missing", node, { expected: key });
      }
    }
    return found;
  }

  /** The entries of a map, in the order of the file. */
  entries(node: DocumentNode | undefined): readonly MapEntry[] {
    if (node === undefined) return [];
    if (node.kind === "map") return node.entries;
    this.unfit(node, "key: value");
    return [];
  }

  list(node: DocumentNode | undefined): readonly DocumentNode[] {
    if (node === undefined) return [];
    if (node.kind === "list") return node.items;
    this.unfit(node, "- …");
    return [];
  }

  /** Any scalar, as it was written. */
  text(node: DocumentNode | undefined): string {
    if (node === undefined) return "";
    if (node.kind === "text") return node.text;
    this.unfit(node, "text");
    return "";
  }

  oneOf<Choice extends string>(
    node: DocumentNode | undefined,
    choices: readonly [Choice, ...Choice[]],
  ): Choice {
    if (node === undefined) return choices[0];
    const text = this.text(node);
    const choice = choices.find((one) => one === text);
    if (choice === undefined) this.unfit(node, choices.join(" | "));
    return choice ?? choices[0];
  }

  wholeNumber(node: DocumentNode | undefined): number {
    if (node === undefined) return 0;
    const text = this.text(node);
    if (/^\d{1,12}$/.test(text)) return Number(text);
    this.unfit(node, "0, 1, 2 …");
    return 0;
  }

  /** An amount in yuan: quoted, at most two places, so that no parser has touched the number. */
  yuan(node: DocumentNode | undefined): Yuan {
    if (node === undefined) return zero;
    const read = this.isQuoted(node) ? readYuan(this.text(node)) : undefined;
    if (read?.residual !== "0") {
      this.unfit(node, '"0.00" (带引号 quoted)');
      return zero;
    }
    return read.amount;
  }

  /** A share between 0 and 1: quoted. */
  ratio(node: DocumentNode | undefined): Ratio {
    const nothing = 0 as Ratio;
    if (node === undefined) return nothing;
    const read = this.isQuoted(node) ? readRatio(this.text(node)) : undefined;
    if (read === undefined || read < 0 || read > 1_000_000) {
      this.unfit(node, '"0" … "1" (带引号 quoted)');
      return nothing;
    }
    return read;
  }

  day(node: DocumentNode | undefined): Day {
    const day = node === undefined ? undefined : readDay(this.text(node));
    if (node !== undefined && day === undefined) {
      this.unfit(node, isDayOut(node) ? "1800-01-01 … 2199-12-31" : "YYYY-MM-DD");
    }
    return day ?? ("" as Day);
  }

  month(node: DocumentNode | undefined): Month {
    const month = node === undefined ? undefined : readMonth(this.text(node));
    if (node !== undefined && month === undefined) this.unfit(node, "YYYY-MM");
    return month ?? ("" as Month);
  }

  /** Reports that a value does not fit, with what was expected in its place. */
  unfit(node: DocumentNode, expected: string): void {
    this.report("value-unfit", node, { found: shown(node), expected });
  }

  private isQuoted(node: DocumentNode): boolean {
    return node.kind === "text" && node.isQuoted;
  }
}

function shown(node: DocumentNode): string {
  if (node.kind === "list") return "[…]";
  if (node.kind === "map") return "{…}";
  return node.isQuoted ? `"${node.text}"` : node.text || "–";
}

/** A day as one is written, of a year that no claim has. */
function isDayOut(node: DocumentNode): boolean {
  const year = node.kind === "text" ? /^(\d{4})-\d\d-\d\d$/.exec(node.text)?.[1] : undefined;
  return year !== undefined && (year < "1800" || year > "2199");
}
