import { type DocumentNode, DocumentReader } from "../domain/document.js";
import { nothingRead, type ReadAmount, readYuan } from "../domain/money.js";
import type { Day, Month } from "../domain/period.js";
import type { Problem } from "../domain/problem.js";
import { type DeliveryMode, deliveryModes } from "../domain/update-rule.js";
import { type ProblemCode, problemTexts } from "../text/problems.js";

/** A control total of one file: a field, and its sum in the source's own places. */
export interface ControlTotal {
  readonly field: string;
  readonly amount: ReadAmount;
  readonly line: number;
}

export interface ManifestFile {
  /** Its name in messages and in the store; of a file in an archive `towns.zip/东镇.csv`. */
  readonly path: string;
  /** Where it stands, when it is a named file of an archive. */
  readonly packed?: { readonly path: string; readonly entry: string };
  readonly layout: string;
  readonly rows: number;
  readonly totals: readonly ControlTotal[];
  /** What the file does not say of itself, the same for all its rows: national field and value. */
  readonly constants: readonly DeliveredConstant[];
  readonly line: number;
}

export interface DeliveredConstant {
  readonly field: string;
  readonly value: string;
  readonly line: number;
}

/** A list that names everybody of a register in a division (the beginning of its code). */
export interface CompleteList {
  readonly source: string;
  readonly division: string;
}

/** What a delivery says of itself (`delivery.yaml`): its files and their control totals. */
export interface Manifest {
  readonly title: string;
  readonly region: string;
  readonly month: Month;
  readonly files: readonly ManifestFile[];
  /** The file of the hospitals' agreements; empty when there is none. */
  readonly agreements: string;
  /** Whether its totals are those of the signed paper; a draft says that they are not. */
  readonly isSigned: boolean;
  /** What it is to the deliveries before it; without a word it changes nothing that is loaded. */
  readonly mode: DeliveryMode;
  /** The day whose state it tells; enrolments that it ends, end on it. */
  readonly day: Day | "";
  /** Registers and divisions of which it names everybody: who is not in it has left. */
  readonly complete: readonly CompleteList[];
  /**
   * How many rows may be set aside for each reason before the run ends with a warning of its own.
   */
  readonly accept: ReadonlyMap<string, number>;
}

/**
 * Reads a manifest. Paths stay inside the delivery's folder: an absolute path or one with `..` does
 * not fit. The codes under `accept` are those of the problems.
 */
export function parseManifest(
  file: string,
  document: DocumentNode,
): { readonly manifest: Manifest; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(
    document,
    ["title", "region", "month", "files"],
    ["agreements", "accept", "signed", "mode", "day", "complete"],
  );
  const accept = new Map<string, number>();
  for (const entry of reader.entries(top["accept"])) {
    if (!isProblemCode(entry.key)) {
      const expected = "field-missing, certno-birth-differs …";
      reader.report("key-unknown", entry, { found: entry.key, expected });
    }
    accept.set(entry.key, reader.wholeNumber(entry.value));
  }
  const manifest: Manifest = {
    title: reader.text(top["title"]),
    region: reader.text(top["region"]),
    month: reader.month(top["month"]),
    files: reader.list(top["files"]).map((node) => fileOf(reader, node)),
    agreements: top["agreements"] === undefined ? "" : pathIn(reader, top["agreements"]),
    mode: top["mode"] === undefined ? "first" : reader.oneOf(top["mode"], deliveryModes),
    day: top["day"] === undefined ? "" : reader.day(top["day"]),
    complete: reader.list(top["complete"]).map((node) => completeOf(reader, node)),
    isSigned: reader.oneOf(top["signed"], ["true", "false"]) === "true",
    accept,
  };
  const ends = manifest.mode === "correction" || manifest.complete.length > 0;
  if (ends && manifest.day === "") reader.report("key-missing", document, { expected: "day" });
  return { manifest, problems: reader.problems };
}

function completeOf(reader: DocumentReader, node: DocumentNode): CompleteList {
  const keys = reader.fields(node, ["source", "division"]);
  return { source: reader.text(keys["source"]), division: reader.text(keys["division"]) };
}

function fileOf(reader: DocumentReader, node: DocumentNode): ManifestFile {
  const keys = reader.fields(node, ["path", "layout", "rows"], OPTIONAL);
  const path = pathIn(reader, keys["path"]);
  const entry = keys["entry"] === undefined ? "" : reader.text(keys["entry"]);
  return {
    ...(entry === "" ? { path } : { path: `${path}/${entry}`, packed: { path, entry } }),
    layout: reader.text(keys["layout"]),
    rows: reader.wholeNumber(keys["rows"]),
    totals: reader.entries(keys["totals"]).map((entry) => totalOf(reader, entry)),
    constants: reader.entries(keys["constants"]).map(({ key: field, line, value }) => {
      return { field, value: reader.text(value), line };
    }),
    line: node.line,
  };
}

const OPTIONAL = ["entry", "totals", "constants"];

function totalOf(
  reader: DocumentReader,
  entry: { readonly key: string; readonly line: number; readonly value: DocumentNode },
): ControlTotal {
  const { key, line, value } = entry;
  const amount = readYuan(reader.text(value));
  if (amount === undefined || value.kind !== "text" || !value.isQuoted) {
    reader.unfit(value, '"1234.5000"');
  }
  return { field: key, amount: amount ?? nothingRead, line };
}

function pathIn(reader: DocumentReader, node: DocumentNode | undefined): string {
  const path = reader.text(node);
  const isInside =
    path !== "" && !/^([/\\]|[A-Za-z]:)/.test(path) && !/(^|[/\\])\.\.([/\\]|$)/.test(path);
  if (node !== undefined && !isInside) reader.unfit(node, "members.csv");
  return isInside ? path : "";
}

function isProblemCode(key: string): key is ProblemCode {
  return Object.hasOwn(problemTexts, key);
}
