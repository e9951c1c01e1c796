import type { DocumentNode, DocumentReader } from "../domain/document.js";
import type { Day } from "../domain/period.js";
import type { NameReading } from "./conditions.js";
import { isEach } from "./effects.js";
import { fieldsOf } from "./keys.js";
import type { FormKey, Spec } from "./language.js";
import type { Rate } from "./law.js";
import { type PolicyValue, type Status, statuses, type Version } from "./pack.js";
import type { Entry, ReadValue, RowReading } from "./row-reading.js";
import { readRows } from "./rows.js";

/** Where versions stand, whose they are, and the list that their single values are entered in. */
export interface VersionsQuestion extends NameReading {
  readonly node: DocumentNode | undefined;
  readonly key: string;
  readonly label: string;
  readonly spec: Spec;
  readonly values: PolicyValue[];
}

/**
 * Reads all versions of a parameter, in ascending order of their first day. `to` is the last day
 * in force. Two versions never overlap; whether there may be a gap depends on the parameter.
 */
export function readVersions(question: VersionsQuestion): readonly Version[] {
  const { reader, node } = question;
  const items = reader.list(node);
  if (node?.kind === "list" && items.length === 0) reader.unfit(node, "- from: …");

  const versions = items.map((item) => ({ item, version: readVersion(question, item) }));
  versions.sort((left, right) => (left.version.from < right.version.from ? -1 : 1));
  for (const [index, { item, version }] of versions.entries()) {
    const earlier = versions[index - 1]?.version;
    if (earlier !== undefined) checkOverlap(reader, item, earlier, version);
  }
  return versions.map(({ version }) => version);
}

function readVersion(question: VersionsQuestion, item: DocumentNode): Version {
  const { reader, spec } = question;
  const counts: FormKey = { words: admissionCounts, isNeeded: "never" };
  const counting = spec.countsAdmissions ? { [spec.countsAdmissions]: counts } : {};
  const forms = { ...spec.form, ...counting };
  const optional = ["to", "cite", "assumes", ...Object.keys(forms)];
  const found = fieldsOf(reader, item, ["from", "status", "value"], optional);
  const days = readDays(reader, found["from"], found["to"]);
  const head = {
    ...days,
    status: reader.oneOf(found["status"], statuses),
    cite: readCite(reader, found["cite"] ?? item),
  };
  const form: Record<string, string> = {};
  for (const [key, { words }] of Object.entries(forms)) {
    const node = found[key];
    if (node !== undefined) form[key] = reader.oneOf(node, [words[0] ?? "", ...words.slice(1)]);
  }
  const enter = entering(question, head);
  const countsSessions = form["counts"] === "sessions";
  const value = readValue({ ...question, enter, countsSessions }, found["value"]);
  checkForm({ reader, item, form, spec, value });
  const whole = found["value"]?.kind === "text" ? found["value"].text : "…";
  const said = { value: whole, from: days.from, to: days.to ?? "–", ...form };
  const keys = ["from", "to", "value", ...Object.keys(forms)];
  readAssumed({ reader, node: found["assumes"], keys, said, enter });
  return { ...head, line: item.line, form, value };
}

/** How earlier admissions of the year are counted. */
export const admissionCounts = ["person", "level", "hospital", "disease"] as const;

function readValue(
  reading: RowReading & VersionsQuestion,
  node: DocumentNode | undefined,
): ReadValue {
  const { reader, spec } = reading;
  if (node === undefined) return { way: "rows", rows: [] };
  const enter = (text: string): number => reading.enter({ row: "", text, line: node.line });
  switch (spec.value.way) {
    case "day": {
      const day = reader.day(node);
      enter(day);
      return { way: "day", day };
    }
    case "whole": {
      const { lowest, highest } = spec.value;
      const whole = reader.wholeNumber(node);
      const isNumber = node.kind === "text" && /^\d+$/.test(node.text);
      if (isNumber && (whole < lowest || whole > highest)) {
        reader.unfit(node, `${lowest} – ${highest}`);
      }
      enter(`${whole}`);
      return { way: "whole", whole };
    }
    case "word": {
      const [first = "", ...rest] = spec.value.words;
      const word = reader.oneOf(node, [first, ...rest]);
      enter(word);
      return { way: "word", word };
    }
    case "order": {
      const order = reader.list(node).map((item) => reader.text(item));
      enter(order.join(" → "));
      return { way: "order", order };
    }
    default:
      return { way: "rows", rows: readRows(reading, node) };
  }
}

interface FormQuestion {
  readonly reader: DocumentReader;
  readonly item: DocumentNode;
  readonly form: Readonly<Record<string, string>>;
  readonly spec: Spec;
  readonly value: ReadValue;
}

/** Form keys that are needed are there, and none stands where it has no effect. */
function checkForm({ reader, item, form, spec, value }: FormQuestion): void {
  const rows = value.way === "rows" ? value.rows : [];
  const hasBands = rows.some((row) => (row.value as Rate | undefined)?.way === "bands");
  for (const [key, { words, isNeeded }] of Object.entries(spec.form)) {
    const isMissing = isNeeded === "always" || (isNeeded === "withBands" && hasBands);
    if (form[key] === undefined && isMissing) {
      reader.report("form-missing", item, { found: key, expected: words.join(" | ") });
    }
    if (form[key] !== undefined && isNeeded === "withBands" && !hasBands && rows.length > 0) {
      reader.report("form-idle", item, { found: key, expected: "bands" });
    }
  }
  if (form["with"] !== undefined && form["per"] !== "year") {
    reader.report("form-idle", item, { found: "with", expected: "per: year" });
  }
  const counting = spec.countsAdmissions;
  if (!counting) return;
  const asks = rows.some(({ when, value }) => when.admission !== undefined || isEach(value));
  if (asks && form[counting] === undefined) {
    const expected = admissionCounts.join(" | ");
    reader.report("form-missing", item, { found: counting, expected });
  }
  if (!asks && form[counting] !== undefined) {
    const expected = "admission, minusEach, minusShareEach";
    reader.report("form-idle", item, { found: counting, expected });
  }
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
  readonly status: Status;
  readonly cite: string;
}

/** Enters every single value under the version's head, and hands out its place in the pack. */
function entering({ reader, values, key, label }: VersionsQuestion, head: Head) {
  return (entry: Entry): number => {
    values.push({ key, label, ...head, ...entry, file: reader.file });
    return values.length - 1;
  };
}

interface AssumedQuestion {
  readonly reader: DocumentReader;
  readonly node: DocumentNode | undefined;
  readonly keys: readonly string[];
  /** What the version says under these keys. */
  readonly said: Readonly<Record<string, string>>;
  readonly enter: (entry: Entry) => number;
}

/** What of a version nobody confirmed although the rest is: listed like assumed values. */
function readAssumed({ reader, node, keys, said, enter }: AssumedQuestion): void {
  if (node === undefined) return;
  const found = fieldsOf(reader, node, [], keys);
  for (const [row, why] of Object.entries(found)) {
    if (why === undefined) continue;
    const cite = readCite(reader, why);
    enter({ row, text: said[row] ?? "–", line: why.line, status: "assumed", cite });
  }
}

function checkOverlap(
  reader: DocumentReader,
  item: DocumentNode,
  earlier: Version,
  later: Version,
): void {
  if (earlier.from === "" || later.from === "") return;
  if (earlier.to !== undefined && earlier.to < later.from) return;
  const found = `${earlier.from} … ${earlier.to ?? ""}`.trim();
  const expected = `${later.from} … ${later.to ?? ""}`.trim();
  reader.report("versions-overlap", item, { found, expected });
}
