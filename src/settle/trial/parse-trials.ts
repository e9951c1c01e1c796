import type { DocumentNode } from "../../domain/document.js";
import { ratioText, yuanText } from "../../domain/money.js";
import type { Problem } from "../../domain/problem.js";
import { joinings } from "../../policy/names.js";
import type { Pack } from "../../policy/pack.js";
import { readBill } from "./read-bill.js";
import { readLines } from "./read-lines.js";
import { readPerson } from "./read-person.js";
import type { Given, Trial, TrialStart } from "./trial.js";
import { TrialReader } from "./trial-reader.js";

const content = ["claims", "lines", "funding", "start"] as const;
/** What an example may say. */
export const trialKeys = ["name", "cite", "person", "day", ...content] as const;

/**
 * Reads a file of worked examples (算例): a list, each a person, their bills in order, and what
 * should come out. In goes the name of the file, as problems will show it, its parsed document, and
 * the pack, whose names the examples use. Out come the examples in the order of the file, and every
 * problem with its line: keys, names, amounts and days that do not fit.
 */
export function parseTrials(
  file: string,
  document: DocumentNode,
  pack: Pack,
): { readonly trials: readonly Trial[]; readonly problems: readonly Problem[] } {
  const reader = new TrialReader(file, pack);
  const nodes = reader.list(document);
  if (document.kind === "list" && nodes.length === 0) reader.unfit(document, "- name: …");
  const trials = nodes.map((node) => readTrial(reader, node));
  return { trials, problems: reader.problems };
}

function readTrial(reader: TrialReader, node: DocumentNode): Trial {
  const found = reader.keys(node, ["name"], trialKeys.slice(1));
  if (node.kind === "map" && content.every((key) => found[key] === undefined)) {
    reader.report("key-missing", node, { expected: content.join(" | ") });
  }
  const { day } = found;
  const start = readStart(reader, found["start"]);
  return {
    name: reader.text(found["name"]),
    cite: reader.text(found["cite"]),
    line: node.line,
    person: readPerson(reader, found["person"]),
    bills: reader.list(found["claims"]).map((one, index) => readBill(reader, one, index)),
    lines: readLines(reader, found["lines"]),
    funding: readFunding(reader, found["funding"]),
    ...(start === undefined ? {} : { start }),
    day: day === undefined ? reader.pack.names.covers.from : reader.day(day),
  };
}

/** Amounts, a share for `aided`, or `none` where the law has no row for the person. */
function readFunding(reader: TrialReader, node: DocumentNode | undefined): readonly Given[] {
  if (node === undefined) return [];
  const found = reader.keys(node, [], ["contribution", "subsidy", "account", "aided"]);
  return Object.entries(found).flatMap(([field, value]) => {
    if (value === undefined) return [];
    return [{ field, value: costIn(reader, field, value), line: value.line }];
  });
}

function costIn(reader: TrialReader, field: string, node: DocumentNode): string {
  if (node.kind === "text" && node.text === "none") return "none";
  return field === "aided" ? ratioText(reader.ratio(node)) : yuanText(reader.yuan(node));
}

function readStart(reader: TrialReader, node: DocumentNode | undefined): TrialStart | undefined {
  if (node === undefined) return undefined;
  const found = reader.keys(node, ["joined", "gives"], ["months", "days"]);
  const { joined, months, days, gives } = found;
  return {
    joined: reader.oneOf(joined, joinings),
    months: reader.wholeNumber(months),
    days: reader.wholeNumber(days),
    gives: { field: "start", value: reader.text(gives), line: gives?.line ?? node.line },
  };
}
