import type { DocumentNode, DocumentReader } from "../domain/document.js";
import { type Day, dayBefore } from "../domain/period.js";
import type { Cited } from "./cited.js";
import type { Citing } from "./kinds.js";
import { type PolicyValue, type Status, statuses, type Version } from "./pack.js";
import { type ParameterKey, schema } from "./schema.js";

/** Where versions stand, whose they are, and the list that their single values are entered in. */
export interface VersionsQuestion {
  readonly reader: DocumentReader;
  readonly node: DocumentNode | undefined;
  readonly key: ParameterKey;
  readonly label: string;
  readonly values: PolicyValue[];
}

/**
 * Reads all versions of a parameter, in ascending order of their first day. `to` is the last day
 * in force. Between two versions there may be neither a gap nor an overlap.
 */
export function readVersions(question: VersionsQuestion): readonly Version[] {
  const { reader, node } = question;
  const items = reader.list(node);
  if (node?.kind === "list" && items.length === 0) reader.unfit(node, "- from: …");

  const versions = items.map((item) => ({ item, version: readVersion(question, item) }));
  versions.sort((left, right) => (left.version.from < right.version.from ? -1 : 1));
  for (const [index, { item, version }] of versions.entries()) {
    const earlier = versions[index - 1]?.version;
    if (earlier !== undefined) checkJoint(reader, item, earlier, version);
  }
  return versions.map(({ version }) => version);
}

function readVersion(question: VersionsQuestion, item: DocumentNode): Version {
  const { reader, key } = question;
  const found = reader.fields(item, ["from", "status", "value"], ["to", "cite"]);
  const days = readDays(reader, found["from"], found["to"]);
  const head = {
    key,
    label: question.label,
    ...days,
    status: reader.oneOf(found["status"], statuses),
    cite: readCite(reader, found["cite"] ?? item),
  };
  const compiled = schema[key](citing(question, head), found["value"], "");
  return { ...days, compiled };
}

interface Days {
  readonly from: Day;
  readonly to?: Day;
}

function readDays(
  reader: DocumentReader,
  fromNode: DocumentNode | undefined,
  toNode: DocumentNode | undefined,
): Days {
  const from = reader.day(fromNode);
  if (toNode === undefined) return { from };
  const to = reader.day(toNode);
  if (to !== "" && to < from) reader.unfit(toNode, `≥ ${from}`);
  return { from, to };
}

/** The source of a value; a version without one (its own node stands in) is refused. */
function readCite(reader: DocumentReader, node: DocumentNode): string {
  const cite = node.kind === "text" ? node.text.trim() : "";
  if (cite === "") reader.report("citation-missing", node);
  return cite;
}

interface Head extends Days {
  readonly key: ParameterKey;
  readonly label: string;
  readonly status: Status;
  readonly cite: string;
}

/** Enters every single value under the version's head, and hands out its place in the pack. */
function citing({ reader, values }: VersionsQuestion, head: Head): Citing {
  return {
    reader,
    cite<Value>(node: DocumentNode | undefined, row: string, value: Value): Cited<Value> {
      if (node === undefined) return { value, parameter: -1 };
      const { key, label, ...rest } = head;
      const text = written(node);
      values.push({ key, label, row, text, ...rest, file: reader.file, line: node.line });
      return { value, parameter: values.length - 1 };
    },
  };
}

function written(node: DocumentNode): string {
  if (node.kind === "text") return node.text;
  return node.kind === "list" ? node.items.map(written).join(" → ") : "";
}

function checkJoint(
  reader: DocumentReader,
  item: DocumentNode,
  earlier: Version,
  later: Version,
): void {
  if (earlier.from === "" || later.from === "") return;
  if (earlier.to === undefined || earlier.to >= later.from) {
    const found = `${earlier.from} … ${earlier.to ?? ""}`.trim();
    const expected = `${later.from} … ${later.to ?? ""}`.trim();
    reader.report("versions-overlap", item, { found, expected });
  } else if (earlier.to !== "" && earlier.to !== dayBefore(later.from)) {
    reader.report("versions-gap", item, { found: earlier.to, expected: later.from });
  }
}
