import { type DocumentNode, DocumentReader } from "../../domain/document.js";
import { type Yuan, yuanText, zero } from "../../domain/money.js";
import { nameIn } from "../../policy/conditions.js";
import { fieldsOf, reportKey } from "../../policy/keys.js";
import type { NameKind } from "../../policy/names.js";
import type { Pack } from "../../policy/pack.js";
import type { Given } from "./trial.js";

type Node = DocumentNode | undefined;

/** Reads worked examples with the words of a pack; every problem has its line. */
export class TrialReader extends DocumentReader {
  private readonly used = new Set<string>();

  constructor(
    file: string,
    readonly pack: Pack,
  ) {
    super(file);
  }

  /** The values of a map by key; a wrong key is told with the nearest that may stand there. */
  keys(node: DocumentNode, required: readonly string[], optional: readonly string[]) {
    return fieldsOf(this, node, required, optional);
  }

  /** A name that the pack declares, or the one to take where nothing is said. */
  name(node: Node, kind: NameKind, otherwise: string): string {
    if (node === undefined) return otherwise;
    return nameIn({ reader: this, names: this.pack.names, used: this.used }, kind, node);
  }

  names(node: Node, kind: NameKind): readonly string[] {
    return this.list(node).map((one) => this.name(one, kind, ""));
  }

  /** An amount that is not below zero. */
  amount(node: Node): Yuan {
    const amount = this.yuan(node);
    if (node === undefined || amount >= zero) return amount;
    this.unfit(node, '"0.00" ≥ 0');
    return zero;
  }

  /** A whole number, one or more. */
  count(node: Node): number {
    const count = node === undefined ? 1 : this.wholeNumber(node);
    if (node !== undefined && count === 0) this.unfit(node, "1, 2 …");
    return count;
  }

  matching(node: Node, pattern: RegExp, example: string): string {
    if (node === undefined) return example;
    const text = this.text(node);
    if (node.kind === "text" && !pattern.test(text)) this.unfit(node, example);
    return text;
  }

  /** Expected amounts by name. */
  givens(node: Node, allowed: readonly string[]): readonly Given[] {
    return this.stated(node, (name) => allowed.includes(name), allowed);
  }

  /** Amounts of a person's year by the names under which it keeps them. */
  yearly(node: Node): readonly Given[] {
    return this.stated(
      node,
      (name) => YEARLY.test(name),
      yearNames.map((name) => `${name}:…`),
    );
  }

  private stated(
    node: Node,
    isAllowed: (name: string) => boolean,
    allowed: readonly string[],
  ): readonly Given[] {
    return this.entries(node).flatMap((entry) => {
      if (!isAllowed(entry.key)) {
        reportKey(this, entry, allowed);
        return [];
      }
      const { key, line, value } = entry;
      return [{ field: key, value: yuanText(this.yuan(value)), line }];
    });
  }
}

/** The amounts that a year keeps (`tally-names.ts`); its counts are none. */
const yearNames = ["deducted", "ladder", "limit", "base", "paid", "of", "funds", "stay"];
const YEARLY = new RegExp(`^(${yearNames.join("|")}):.`);
