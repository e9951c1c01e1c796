import type { DocumentNode, DocumentReader } from "../domain/document.js";
import { readings, type TextRange, units } from "./column.js";
import { dayStyleOf } from "./day-style.js";
import type { ColumnEntry, Filling } from "./layout-places.js";
import { readPlace } from "./layout-places.js";

const PLACE = ["name", "position", "bytes", "optional"];
const FILLING = ["to", "as"];
const HOW = ["table", "required", "sum", "join", "fallback", "check", "default"];
const TEXT = ["take", "format", "since", "unit"];

/** Reads the list under `columns`, entry by entry; what is wrong with one is told with its line. */
export function readColumns(
  reader: DocumentReader,
  list: DocumentNode | undefined,
): readonly ColumnEntry[] {
  return reader.list(list).map((node) => readEntry(reader, node));
}

type Keys = Readonly<Partial<Record<string, DocumentNode>>>;

function readEntry(reader: DocumentReader, node: DocumentNode): ColumnEntry {
  const written = new Set(reader.entries(node).map((entry) => entry.key));
  if (written.has("unused")) {
    const keys = reader.fields(node, ["unused"], PLACE);
    return { node, ...placed(reader, node, keys), fillings: [] };
  }
  if (written.has("value")) {
    const keys = reader.fields(node, ["value", ...FILLING], [...HOW, ...TEXT, "group"]);
    const usual = reader.text(keys["value"]);
    const group = reader.text(keys["group"]);
    const fillings = fillingsOf(reader, node, keys, group).map((one) => ({ ...one, usual }));
    return { node, name: `"${usual}"`, place: { kind: "nowhere" }, isOptional: false, fillings };
  }
  const keys = reader.fields(node, FILLING, [...PLACE, ...HOW, ...TEXT, "group", "also"]);
  const group = reader.text(keys["group"]);
  const further = reader.list(keys["also"]).flatMap((other) => {
    const more = reader.fields(other, FILLING, [...HOW, ...TEXT]);
    return fillingsOf(reader, other, more, group);
  });
  const fillings = [...fillingsOf(reader, node, keys, group), ...further];
  return { node, ...placed(reader, node, keys), fillings };
}

/** The name and the place of a column; one without a place has at least a name. */
function placed(
  reader: DocumentReader,
  node: DocumentNode,
  keys: Keys,
): Pick<ColumnEntry, "name" | "place" | "isOptional"> {
  const place = readPlace(reader, keys);
  if (place.kind === "inOrder" && keys["name"] === undefined) {
    reader.report("key-missing", node, { expected: "name" });
  }
  const isOptional = isTrue(reader, keys["optional"]);
  return { name: reader.text(keys["name"]), place, isOptional };
}

/** `to` names one field or a list of fields, each filled in the same way. */
function fillingsOf(
  reader: DocumentReader,
  node: DocumentNode,
  keys: Keys,
  group: string,
): readonly Filling[] {
  const to = keys["to"];
  const targets = to?.kind === "list" ? to.items : [to];
  const reading = reader.oneOf(keys["as"], readings);
  if (reading === "code" && keys["table"] === undefined) {
    reader.report("key-missing", node, { expected: "table" });
  }
  checkUses(reader, reading, keys);
  const take = takeOf(reader, keys["take"]);
  const style = styleOf(reader, keys);
  const how = {
    reading,
    table: reader.text(keys["table"]),
    isRequired: isTrue(reader, keys["required"]),
    role: roleOf(reader, node, keys),
    separator: reader.text(keys["join"]),
    usual: reader.text(keys["default"]),
    ...(take === undefined ? {} : { take }),
    ...(style === undefined ? {} : { style }),
    unit: reader.oneOf(keys["unit"], units),
    group,
  };
  return targets.map((target) => ({ ...how, target: reader.text(target) }));
}

/** Keys that have a meaning only for some readings. */
function checkUses(reader: DocumentReader, reading: string, keys: Keys): void {
  const uses = { sum: "yuan", unit: "yuan", format: "day", since: "day", table: "code" };
  for (const [key, only] of Object.entries(uses)) {
    const node = keys[key];
    if (node === undefined || reading === only) continue;
    reader.report("value-unfit", node, { found: `${key}: …`, expected: `as: ${only}` });
  }
  const { join } = keys;
  if (join === undefined || reading !== "yuan") return;
  reader.report("value-unfit", join, { found: "join: …", expected: "sum: true" });
}

function roleOf(reader: DocumentReader, node: DocumentNode, keys: Keys): Filling["role"] {
  const roles: Filling["role"][] = [];
  if (isTrue(reader, keys["sum"])) roles.push("sum");
  if (keys["join"] !== undefined) roles.push("join");
  if (isTrue(reader, keys["fallback"])) roles.push("fallback");
  if (keys["check"] !== undefined) {
    reader.oneOf(keys["check"], ["same"]);
    roles.push("check");
  }
  if (roles.length > 1) {
    const expected = "sum | join | fallback | check";
    reader.report("value-unfit", node, { found: roles.join(" + "), expected });
  }
  return roles[0] ?? "first";
}

function isTrue(reader: DocumentReader, node: DocumentNode | undefined): boolean {
  return node !== undefined && reader.oneOf(node, ["true", "false"]) === "true";
}

function takeOf(reader: DocumentReader, node: DocumentNode | undefined): TextRange | undefined {
  if (node === undefined) return undefined;
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(reader.text(node)) ?? [];
  const range = { from: Number(from), to: Number(to) };
  if (range.from >= 1 && range.to >= range.from) return range;
  reader.unfit(node, "1-12");
  return undefined;
}

function styleOf(reader: DocumentReader, keys: Keys): Filling["style"] {
  const { format, since } = keys;
  if (format === undefined) {
    if (since !== undefined) reader.report("key-missing", since, { expected: "format" });
    return undefined;
  }
  const first = since === undefined ? undefined : reader.wholeNumber(since);
  const style = dayStyleOf(reader.text(format), first);
  if (style === undefined) reader.unfit(format, "ddMMyyyy | yyMMdd (since: 1925) | excel");
  return style;
}
