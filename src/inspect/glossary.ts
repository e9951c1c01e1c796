import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import { halfWidth } from "../migrate/cells.js";

const types = [
  "text",
  "code",
  "day",
  "month",
  "yuan",
  "ratio",
  "price",
  "quantity",
  "count",
  "flag",
] as const;
export type FieldType = (typeof types)[number];

/** A field of the house as the glossary has it. */
export interface Term {
  /** The national name: psn_name. */
  readonly field: string;
  /** Its Chinese name. */
  readonly zh: string;
  readonly type: FieldType;
  /** Other names: of old systems, in Chinese, in pinyin initials. */
  readonly aliases: readonly string[];
}

/** What `mappings/fields.yaml` holds. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** Columns that old systems have and the house does not keep: their names, in Chinese. */
  readonly others: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads `mappings/fields.yaml`; what does not fit there is a problem with its line. */
export function parseGlossary(file: string, document: DocumentNode): Glossary {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["title", "fields"], ["others"]);
  const terms = reader.entries(top["fields"]).map(({ key, value }): Term => {
    const keys = reader.fields(
      value,
      ["zh", "en", "type", "evidence"],
      ["unit", "sign", "aliases"],
    );
    return {
      field: key,
      zh: reader.text(keys["zh"]),
      type: reader.oneOf(keys["type"], types),
      aliases: reader.list(keys["aliases"]).map((alias) => reader.text(alias)),
    };
  });
  const others = new Map(
    reader.entries(top["others"]).map(({ key, value }) => [key, reader.text(value)]),
  );
  return { terms, others, problems: reader.problems };
}

/** What a header may mean, by every name that the glossary has. */
export class Vocabulary {
  private readonly byName = new Map<string, Term[]>();
  private readonly others: ReadonlyMap<string, string>;

  constructor({ terms, others }: Pick<Glossary, "terms" | "others">) {
    for (const term of terms) {
      for (const name of new Set([term.field, term.zh, ...term.aliases].map(plainName))) {
        this.byName.set(name, [...(this.byName.get(name) ?? []), term]);
      }
    }
    this.others = new Map([...others].map(([name, meaning]) => [plainName(name), meaning]));
  }

  /** The terms that go by this name; several where old systems use one name for two things. */
  named(name: string): readonly Term[] {
    const plain = plainName(name);
    const exact = this.byName.get(plain);
    if (exact !== undefined) return exact;
    return this.others.has(plain) ? [] : (this.byName.get(bareName(plain)) ?? []);
  }

  /** What a column is that the house keeps no field for: 参加工作日期. */
  meaningOf(name: string): string | undefined {
    const plain = plainName(name);
    return this.others.get(plain) ?? this.others.get(bareName(plain));
  }

  /** Whether this is the name of a column at all. */
  knows(name: string): boolean {
    return this.named(name).length > 0 || this.meaningOf(name) !== undefined;
  }
}

/** Names are compared without case, spaces, underscores and full width. */
function plainName(name: string): string {
  return halfWidth(name).replace(/[\s_]/g, "").toLowerCase();
}

/** Without the group above it and the unit behind it: 账户/余额(元) is 余额. */
function bareName(plain: string): string {
  return plain.replace(/^.*\//, "").replace(/\([^()]*\)$/, "");
}
