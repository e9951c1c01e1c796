import { type DocumentNode, DocumentReader, type MapEntry } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import { type KeyPart, readKeyPart } from "./key-part.js";
import { type FieldKind, fieldKinds, type Level, readLevel } from "./level.js";

/** One thing that the lists say about a person, and how two values of it are compared. */
export interface MatchField {
  readonly name: string;
  /** The columns that may hold it; the first that a list has is taken. */
  readonly columns: readonly string[];
  readonly kind: FieldKind;
  /** A list without any of the columns is taken all the same; the field is missing in it. */
  readonly isOptional: boolean;
  /** From the closest to the loosest, `equal` first; empty where the field is not compared. */
  readonly levels: readonly Level[];
  /** For a certificate number: the field of the birth date that it is held to. */
  readonly birth?: string;
  /** The field that it must be unlike: the same value in the same row says nothing. */
  readonly unlike?: string;
  /** Whether agreement in a frequent value counts less than in a rare one. */
  readonly byFrequency: boolean;
}

/** What two rows must share to be compared, or to count as near each other. */
export interface MatchKey {
  readonly parts: readonly KeyPart[];
  /** Of rows that are near: what both must state, and state otherwise; empty for nothing. */
  readonly apart: readonly KeyPart[];
  /** More rows than this that share it say nothing: they are left alone, and counted. */
  readonly most: number;
}

/** The two thresholds, as what they cost: out of ten thousand. */
export interface Outcomes {
  /** Of the pairs called the same, how many may be expected to be two people. */
  readonly wrongPer10000: number;
  /** Of all pairs that are one person, how many may be expected below both thresholds. */
  readonly missedPer10000: number;
}

/** How the people of one or two lists are matched, as data. */
export interface MatchSpec {
  readonly title: string;
  readonly fields: readonly MatchField[];
  readonly blocking: readonly MatchKey[];
  readonly near: readonly MatchKey[];
  /** Groups of compared fields that two people may have in common all at once. */
  readonly common: readonly (readonly string[])[];
  readonly outcomes: Outcomes;
}

/** Blocks and neighbourhoods of more rows are left alone, unless the spec says otherwise. */
const MOST = 1000;

/**
 * Reads a comparison model (`mappings/match/<name>.yaml`). Unknown keys, kinds, levels and fields
 * are problems with their line (`key-unknown`, `key-missing`, `value-unfit`, `field-unknown`).
 */
export function parseSpec(
  file: string,
  document: DocumentNode,
): { readonly spec: MatchSpec; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(
    document,
    ["title", "fields", "blocking"],
    ["near", "common", "outcomes"],
  );
  const fields = reader
    .entries(top["fields"])
    .map((entry) => readField(reader, entry.key, entry.value));
  const byName = new Map(fields.map((field) => [field.name, field]));
  reader.entries(top["fields"]).forEach((entry, at) => {
    const field = fields[at];
    if (field !== undefined) refuseStrayNeighbour(reader, entry, field, fields);
  });
  const keys = (node: DocumentNode | undefined, isNear: boolean): readonly MatchKey[] =>
    reader.list(node).map((one) => readKey(reader, one, byName, isNear));
  const blocking = keys(top["blocking"], false);
  if (top["blocking"] !== undefined && blocking.length === 0)
    reader.unfit(top["blocking"], "- [certno]");
  const near = keys(top["near"], true);
  reader.list(top["near"]).forEach((node, at) => {
    refuseCompared(reader, node, near[at], byName);
  });
  if (top["fields"] !== undefined && fields.every((field) => field.levels.length === 0)) {
    reader.unfit(top["fields"], "levels: [equal, …]");
  }
  const common = reader.list(top["common"]).map((node) => readCommon(reader, node, fields));
  const outcomes = readOutcomes(reader, top["outcomes"]);
  const title = reader.text(top["title"]);
  return { spec: { title, fields, blocking, near, common, outcomes }, problems: reader.problems };
}

/** The field beside which another is read must be there, and be of a kind that fits. */
function refuseStrayNeighbour(
  reader: DocumentReader,
  entry: MapEntry,
  { kind, birth, unlike }: MatchField,
  fields: readonly MatchField[],
): void {
  const wanted = birth === undefined ? kind : "day";
  const beside = birth ?? unlike;
  const fit = fields.filter((one) => one.kind === wanted).map(({ name }) => name);
  if (beside === undefined || fit.includes(beside)) return;
  reader.report("field-unknown", entry, { found: beside, expected: fit.join(", ") });
}

const OPTIONAL = ["column", "levels", "frequency", "optional", "birth", "unlike"] as const;

function readField(reader: DocumentReader, name: string, node: DocumentNode): MatchField {
  const keys = reader.fields(node, ["kind"], [...OPTIONAL]);
  const kind = reader.oneOf(keys["kind"], fieldKinds);
  if (keys["birth"] !== undefined && kind !== "certno") reader.unfit(keys["birth"], "kind: certno");
  if (keys["unlike"] !== undefined && kind === "certno") reader.unfit(keys["unlike"], "birth: …");
  const levels = reader.list(keys["levels"]).flatMap((one) => readLevel(reader, one, kind));
  if (keys["levels"] !== undefined && levels[0]?.test !== "equal") {
    reader.unfit(keys["levels"], "[equal, …]");
  }
  return {
    name,
    columns: columnsOf(reader, keys["column"]) ?? [name],
    kind,
    isOptional: isTrue(reader, keys["optional"]),
    levels,
    ...(keys["birth"] === undefined ? {} : { birth: reader.text(keys["birth"]) }),
    ...(keys["unlike"] === undefined ? {} : { unlike: reader.text(keys["unlike"]) }),
    byFrequency: isTrue(reader, keys["frequency"]),
  };
}

/** One name, or several of which the first that is there is taken. */
function columnsOf(
  reader: DocumentReader,
  node: DocumentNode | undefined,
): readonly string[] | undefined {
  if (node === undefined) return undefined;
  if (node.kind === "list") return node.items.map((one) => reader.text(one));
  return [reader.text(node)];
}

/** `[name, birth year]`, or `{ same: [village], apart: [household], most: 50 }`. */
function readKey(
  reader: DocumentReader,
  node: DocumentNode,
  fields: ReadonlyMap<string, MatchField>,
  isNear: boolean,
): MatchKey {
  const isApart = isNear && node.kind === "map" && node.entries.some(({ key }) => key === "apart");
  const optional = isApart ? ["same", "apart", "most"] : ["most"];
  const needed = isApart ? [] : ["same"];
  const keys = node.kind === "map" ? reader.fields(node, needed, optional) : { same: node };
  const partsOf = (list: DocumentNode | undefined): readonly KeyPart[] =>
    reader.list(list).flatMap((one) => {
      return readKeyPart(reader, one, (name) => fields.get(name)?.kind, [...fields.keys()]);
    });
  const most = "most" in keys ? keys["most"] : undefined;
  return {
    parts: partsOf(keys["same"]),
    apart: partsOf("apart" in keys ? keys["apart"] : undefined),
    most: most === undefined ? MOST : reader.wholeNumber(most),
  };
}

/** What says how near two rows are cannot speak a second time as a field that is compared. */
function refuseCompared(
  reader: DocumentReader,
  node: DocumentNode,
  key: MatchKey | undefined,
  fields: ReadonlyMap<string, MatchField>,
): void {
  const parts = [...(key?.parts ?? []), ...(key?.apart ?? [])];
  const compared = parts.find(({ field }) => (fields.get(field)?.levels.length ?? 0) > 0);
  if (compared !== undefined) reader.report("field-counted-twice", node, { found: compared.field });
}

/** `[surname, address, postcode]`: names of fields that are compared. */
function readCommon(
  reader: DocumentReader,
  node: DocumentNode,
  fields: readonly MatchField[],
): readonly string[] {
  const compared = fields.filter(({ levels }) => levels.length > 0).map(({ name }) => name);
  const items = reader.list(node);
  const names = items.map((one) => reader.text(one));
  items.forEach((one, at) => {
    if (!compared.includes(names[at] ?? "")) reader.unfit(one, compared.join(" | "));
  });
  if (node.kind === "list" && items.length < 2) reader.unfit(node, "[surname, address, …]");
  return names;
}

function readOutcomes(reader: DocumentReader, node: DocumentNode | undefined): Outcomes {
  const keys = node === undefined ? {} : reader.fields(node, ["wrong", "missed"]);
  const share = (key: DocumentNode | undefined, usual: number): number =>
    key === undefined ? usual : perTenThousand(reader, key);
  return {
    wrongPer10000: share(keys["wrong"], 1),
    missedPer10000: share(keys["missed"], 10),
  };
}

/** `0.5` or `20`, out of ten thousand. */
function perTenThousand(reader: DocumentReader, node: DocumentNode): number {
  const text = reader.text(node);
  const number = /^\d{1,4}(\.\d{1,4})?$/.test(text) ? Number(text) : 0;
  if (number === 0) reader.unfit(node, "0.0001 … 9999");
  return number === 0 ? 1 : number;
}

function isTrue(reader: DocumentReader, node: DocumentNode | undefined): boolean {
  return node !== undefined && reader.oneOf(node, ["true", "false"]) === "true";
}
