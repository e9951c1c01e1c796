import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { Problem } from "../domain/problem.js";
import { nameOfLevel } from "./level.js";
import type { MatchField, MatchSpec } from "./spec.js";
import { comparedFields } from "./vectors.js";
import type { CommonShare, FieldWeights, Together, TogetherFinding, Weights } from "./weights.js";

/** Weights as they are kept: numbered, with the spec and the lists that they were learnt from. */
export interface TrainedWeights {
  readonly version: number;
  /** The title of the spec. */
  readonly title: string;
  readonly rows: number;
  readonly pairs: number;
  readonly weights: Weights;
}

/** The text of a weights file (YAML); numbers are written with all their digits. */
export function weightsText(trained: TrainedWeights, spec: MatchSpec): string {
  const fields = comparedFields(spec).flatMap((field, at) => {
    const own = trained.weights.fields[at];
    if (own === undefined) return [];
    return [
      `  ${field.name}:`,
      `    levels: [${namesOf(field).join(", ")}]`,
      `    same: [${numbers(own.same)}]`,
      "    different:",
      ...own.different.map((shares) => `      - [${numbers(shares)}]`),
    ];
  });
  return [
    `title: ${trained.title}`,
    `version: ${trained.version}`,
    `rows: ${trained.rows}`,
    `pairs: ${trained.pairs}`,
    `prior: [${trained.weights.prior.join(", ")}]`,
    "fields:",
    ...fields,
    ...commonLines(trained.weights.common),
    ...togetherLines(trained.weights.together),
    "",
  ].join("\n");
}

/** A line a group: its fields, and its share for every nearness. */
function commonLines(common: readonly CommonShare[] | undefined): readonly string[] {
  if (common === undefined) return [];
  const lines = common.map(
    ({ fields, shares }) =>
      `  - { fields: [${fields.join(", ")}], shares: [${shares.join(", ")}] }`,
  );
  return ["common:", ...lines];
}

/** A line a finding: nearness, rarity, weight, and then the level of every field. */
function togetherLines(together: Together | undefined): readonly string[] {
  if (together === undefined || together.findings.length === 0) return [];
  const lines = together.findings.map(({ vector, rarity, weight }) =>
    [vector.nearness, rarity, weight, ...vector.levels].join(", "),
  );
  return [
    "together:",
    `  key: ${together.key}`,
    "  findings:",
    ...lines.map((one) => `    - [${one}]`),
  ];
}

/**
 * Reads a weights file for a spec. Whether the fields and levels are those of the spec is told
 * beside the problems: weights for other levels would be wrong without looking it.
 */
export function parseWeights(
  file: string,
  document: DocumentNode,
  spec: MatchSpec,
): {
  readonly trained: TrainedWeights;
  readonly fits: boolean;
  readonly problems: readonly Problem[];
} {
  const reader = new DocumentReader(file);
  const keys = ["title", "version", "rows", "pairs", "prior", "fields"];
  const top = reader.fields(document, keys, ["common", "together"]);
  const entries = reader.entries(top["fields"]);
  const read = entries.map((entry) => readField(reader, entry.key, entry.value));
  const prior = shares(reader, top["prior"]);
  const trained: TrainedWeights = {
    title: reader.text(top["title"]),
    version: reader.wholeNumber(top["version"]),
    rows: reader.wholeNumber(top["rows"]),
    pairs: reader.wholeNumber(top["pairs"]),
    weights: {
      prior,
      fields: read.map(({ weights }) => weights),
      ...(top["common"] === undefined ? {} : { common: readCommon(reader, top["common"]) }),
      ...(top["together"] === undefined ? {} : { together: readTogether(reader, top["together"]) }),
    },
  };
  const { common = [] } = trained.weights;
  const groups = common.map((group) => [...group.fields, group.shares.length]);
  const shape = read.map(({ weights, levels }) => [
    weights.name,
    ...levels,
    weights.same.length,
    ...weights.different.map((one) => one.length),
  ]);
  return {
    trained,
    fits: `${[...shape, ...groups]}` === `${shapeOf(spec)}`,
    problems: reader.problems,
  };
}

interface ReadField {
  readonly levels: readonly string[];
  readonly weights: FieldWeights;
}

function readField(reader: DocumentReader, name: string, node: DocumentNode): ReadField {
  const keys = reader.fields(node, ["levels", "same", "different"]);
  const levels = reader.list(keys["levels"]).map((one) => reader.text(one));
  const same = [1, ...shares(reader, keys["same"])];
  const different = reader.list(keys["different"]).map((one) => [1, ...shares(reader, one)]);
  return { levels, weights: { name, same, different } };
}

function readCommon(reader: DocumentReader, node: DocumentNode): readonly CommonShare[] {
  return reader.list(node).map((one) => {
    const keys = reader.fields(one, ["fields", "shares"]);
    const fields = reader.list(keys["fields"]).map((name) => reader.text(name));
    return { fields, shares: shares(reader, keys["shares"]) };
  });
}

/** Shares between 0 and 1, in any notation of numbers. */
function shares(reader: DocumentReader, node: DocumentNode | undefined): readonly number[] {
  return reader.list(node).map((one) => {
    const text = reader.text(one);
    const number = /^\d(\.\d+)?(e-\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (number > 0 && number <= 1) return number;
    reader.unfit(one, "0.05 … 1");
    return 1;
  });
}

function readTogether(reader: DocumentReader, node: DocumentNode): Together {
  const keys = reader.fields(node, ["key", "findings"]);
  const findings = reader.list(keys["findings"]).map((line): TogetherFinding => {
    const [nearness = 0, rarity = 0, weight = 0, ...levels] = reader.list(line).map((one) => {
      const number = Number(reader.text(one));
      if (!Number.isFinite(number)) reader.unfit(one, "0 … 99");
      return number;
    });
    return { vector: { nearness, levels }, rarity, weight };
  });
  return { key: reader.text(keys["key"]), findings };
}

/** What the weights of a spec must hold, in the order of a weights file. */
function shapeOf(spec: MatchSpec): readonly (readonly (string | number)[])[] {
  const fields = comparedFields(spec).map((field) => {
    const names = namesOf(field);
    const size = names.length + 1;
    return [field.name, ...names, size, ...[...spec.near, undefined].map(() => size)];
  });
  return [...fields, ...spec.common.map((group) => [...group, spec.near.length + 1])];
}

function namesOf({ levels }: MatchField): readonly string[] {
  return [...levels.map(nameOfLevel), "differ"];
}

/** Index 0, a missing value, is no weight. */
function numbers(own: readonly number[]): string {
  return own.slice(1).join(", ");
}
