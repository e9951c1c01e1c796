import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Problem } from "../../src/domain/problem.js";
import { parseDocument } from "../../src/io/yaml.js";
import type { Pack } from "../../src/policy/pack.js";
import { type PolicyFile, parsePack } from "../../src/policy/parse.js";

const folder = new URL("../../mappings/policies/", import.meta.url);

/** One change to the text of a pack's file: a piece of it, and what stands there instead. */
export interface Change {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** A shipped region pack, perhaps with changes to its files. */
export function packOf(region: string, changes: readonly Change[] = []): Pack {
  const { pack, problems } = parsePack(region, changedFiles(region, changes));
  if (pack === undefined) throw new Error(JSON.stringify(problems, null, 1));
  return pack;
}

/** The problems that changes to a pack's files bring about. */
export function problemsAfter(region: string, changes: readonly Change[]): readonly Problem[] {
  return parsePack(region, changedFiles(region, changes)).problems;
}

/** A region's policy files as the parser takes them. */
export function changedFiles(region: string, changes: readonly Change[]): readonly PolicyFile[] {
  const texts = textsOf(region);
  for (const { file, from, to } of changes) {
    const text = texts.get(file) ?? "";
    if (positionOf(text, from) < 0) throw new Error(`${file} does not hold ${from}`);
    texts.set(file, text.replace(from, to));
  }
  return [...texts].map(([file, text]) => policyFile(file, text));
}

/** One policy file from its text, which must be sound YAML. */
export function policyFile(file: string, text: string): PolicyFile {
  const { document, problems } = parseDocument(file, text);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return { file, document };
}

/** The line of Tongliao's file on which a piece of text begins. */
export function lineOf(file: string, piece: string | RegExp): number {
  const text = textsOf("tongliao").get(file) ?? "";
  const at = positionOf(text, piece);
  if (at < 0) throw new Error(`${file} does not hold ${piece}`);
  return text.slice(0, at).split("\n").length;
}

function positionOf(text: string, piece: string | RegExp): number {
  return typeof piece === "string" ? text.indexOf(piece) : text.search(piece);
}

function textsOf(region: string): Map<string, string> {
  const own = filesIn(region);
  const shares = /^shares: *\[(.*)\]/m.exec(own.get("region.yaml") ?? "")?.[1] ?? "";
  const names = shares.split(",").map((name) => `${name.trim()}.yaml`);
  const shared = [...filesIn("common")].filter(([file]) => names.includes(file));
  return new Map([...own, ...shared.map(([file, text]) => [`../common/${file}`, text] as const)]);
}

function filesIn(name: string): ReadonlyMap<string, string> {
  const place = new URL(`${name}/`, folder);
  const files = existsSync(place) ? readdirSync(place).sort() : [];
  return new Map(files.map((file) => [file, readFileSync(new URL(file, place), "utf8")]));
}
