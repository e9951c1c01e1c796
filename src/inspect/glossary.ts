import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";

const types = ["text", "code", "day", "month", "yuan", "ratio", "count", "flag"] as const;
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

/** Reads `mappings/fields.yaml`; what does not fit there is a problem with its line. */
export function parseGlossary(
  file: string,
  document: DocumentNode,
): { readonly terms: readonly Term[]; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(document, ["title", "fields"]);
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
  return { terms, problems: reader.problems };
}

/** The fields that a header may mean, by every name that the glossary has for them. */
export class Vocabulary {
  private readonly byName = new Map<string, Term[]>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      for (const name of new Set([term.field, term.zh, ...term.aliases].map(plainName))) {
        this.byName.set(name, [...(this.byName.get(name) ?? []), term]);
      }
    }
  }

  /** The terms that go by this name; several where old systems use one name for two things. */
  named(name: string): readonly Term[] {
    return this.byName.get(plainName(name)) ?? [];
  }
}

/** Names are compared without case, spaces and underscores. */
function plainName(name: string): string {
  return name.replace(/[\s_]/g, "").toLowerCase();
}
