import type { DocumentNode, DocumentReader } from "../domain/document.js";
import type { Day } from "../domain/period.js";
import { LARGEST_SET } from "./dimensions.js";
import { fieldsOf, reportKey } from "./keys.js";
import {
  type NameKind,
  type Names,
  nameKinds,
  type PayerField,
  payerFields,
  schemeNames,
} from "./names.js";

/** Keys of the file that declares a region; the first two it needs. */
export const regionKeys = ["title", "covers", "shares", ...nameKinds] as const;

/** Kinds that a region has to declare. */
const needed: readonly NameKind[] = ["schemes", "classes", "levels", "cares"];

/** First parts of parameters that are no sections. */
const reserved = ["dates", "coverage", "funding", "catalogue", "care", "payers"];

const NAME = /^[A-Za-z0-9][A-Za-z0-9]*$/;

/** Whether a document declares a region: some other may do no more than give parameters. */
export function declaresRegion(document: DocumentNode): boolean {
  return document.kind === "map" && document.entries.some(({ key }) => key === "covers");
}

/** The shared files that a document asks for, with their lines. */
export function sharesOf(document: DocumentNode): readonly { name: string; line: number }[] {
  const entries = document.kind === "map" ? document.entries : [];
  const node = entries.find(({ key }) => key === "shares")?.value;
  const items = node?.kind === "list" ? node.items : [];
  return items.flatMap((item) =>
    item.kind === "text" ? [{ name: item.text, line: item.line }] : [],
  );
}

/** The names that a region's law distinguishes; problems go to the reader. */
export function readNames(reader: DocumentReader, document: DocumentNode): Names {
  const found = fieldsOf(
    reader,
    document,
    ["title", "covers", ...needed],
    ["shares", "parameters", ...nameKinds.filter((kind) => !needed.includes(kind))],
  );
  const read = new NameReader(reader);
  for (const kind of nameKinds) read.kind(kind, found[kind]);
  const { labels, lines, psnTypes, payerFields: fields } = read;
  return {
    title: reader.text(found["title"]),
    covers: readCovers(reader, found["covers"]),
    shares: reader.list(found["shares"]).map((node) => reader.text(node)),
    ...{ labels, lines, psnTypes, payerFields: fields },
    file: reader.file,
  };
}

function readCovers(reader: DocumentReader, node: DocumentNode | undefined): Names["covers"] {
  const nothing = { from: "" as Day, to: "" as Day };
  if (node === undefined) return nothing;
  const found = fieldsOf(reader, node, ["from", "to"]);
  const days = { from: reader.day(found["from"]), to: reader.day(found["to"]) };
  if (days.to !== "" && days.to < days.from) reader.unfit(node, `to ≥ ${days.from}`);
  return days;
}

class NameReader {
  readonly labels = Object.fromEntries(
    nameKinds.map((kind) => [kind, new Map<string, string>()]),
  ) as Record<NameKind, Map<string, string>>;
  readonly lines = Object.fromEntries(
    nameKinds.map((kind) => [kind, new Map<string, number>()]),
  ) as Record<NameKind, Map<string, number>>;
  readonly psnTypes = new Map<string, string>();
  readonly payerFields = new Map<string, PayerField>();

  constructor(private readonly reader: DocumentReader) {}

  kind(kind: NameKind, node: DocumentNode | undefined): void {
    const { reader } = this;
    const entries = reader.entries(node);
    for (const entry of entries) {
      const { key, line, value } = entry;
      if (kind === "schemes" && !schemeNames.some((one) => one === key)) {
        reportKey(reader, entry, schemeNames);
      }
      this.checkName(kind, key, value);
      this.labels[kind].set(key, this.label(kind, key, value));
      this.lines[kind].set(key, line);
    }
    const isSet = kind === "identities" || kind === "hospitals";
    if (node !== undefined && isSet && entries.length > LARGEST_SET) {
      reader.unfit(node, `≤ ${LARGEST_SET}`);
    }
    if (node !== undefined && needed.includes(kind) && entries.length === 0) {
      reader.unfit(node, `${kind}: { …: … }`);
    }
  }

  private checkName(kind: NameKind, key: string, value: DocumentNode): void {
    const isSection = kind === "cares" || kind === "payers";
    const isTaken = isSection && (reserved.includes(key) || key === "none" || key === "basic");
    const isBoth = kind === "payers" && this.labels.cares.has(key);
    if (!NAME.test(key) || isTaken || isBoth) {
      this.reader.report("name-unfit", value, { found: key, kind });
    }
  }

  private label(kind: NameKind, key: string, value: DocumentNode): string {
    const { reader } = this;
    if (kind !== "classes" && kind !== "payers") return this.words(value);
    const more = kind === "classes" ? "psnType" : "field";
    const found = fieldsOf(reader, value, ["label", more]);
    const node = found[more];
    if (kind === "classes") {
      const code = reader.text(node);
      if (node?.kind === "text" && !/^\d{2,6}$/.test(code)) reader.unfit(node, '"14"');
      this.psnTypes.set(key, code);
    } else {
      const names = Object.keys(payerFields) as (keyof typeof payerFields)[];
      const [first = "oth_pay", ...rest] = names;
      this.payerFields.set(key, payerFields[reader.oneOf(node, [first, ...rest])]);
    }
    return found["label"] === undefined ? "" : this.words(found["label"]);
  }

  private words(node: DocumentNode): string {
    const words = this.reader.text(node);
    if (node.kind === "text" && words.trim() === "") this.reader.unfit(node, "label: …");
    return words;
  }
}
