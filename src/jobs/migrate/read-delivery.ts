import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Agreement, agreementsOf } from "../../budget/agreement.js";
import { parseAgreements } from "../../budget/parse-agreements.js";
import { type Problem, problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import type { UpdateRules } from "../../domain/update-rule.js";
import { sha256Of } from "../../io/files.js";
import { readDocument } from "../../io/yaml.js";
import { withConstants } from "../../migrate/delivered-constants.js";
import type { Layout } from "../../migrate/layout.js";
import { type Manifest, type ManifestFile, parseManifest } from "../../migrate/manifest.js";
import { parseUpdateRules } from "../../migrate/update-rules.js";
import { DIVISIONS } from "../crosswalks.js";
import type { MappingInput } from "../mapping-input.js";
import { type Mappings, readMappings } from "../mappings.js";
import { type PersonRules, readPersonRules } from "../match/person-rules.js";
import type { Workspace } from "../workspace.js";
import type { PlainPaths, Unpacked } from "./unpacked.js";

export const MANIFEST = "delivery.yaml";

/** A delivery before its first row is read: what it says of itself, and how it will be read. */
export interface Delivery {
  readonly folder: string;
  readonly pathOf: PlainPaths;
  readonly name: string;
  readonly manifest: Manifest;
  readonly mappings: Mappings;
  /** The layout of each file, with what the manifest says of that file. */
  readonly layouts: ReadonlyMap<ManifestFile, Layout>;
  readonly agreements: readonly Agreement[];
  /** What it may change in records that are loaded; absent where it changes nothing. */
  readonly rules?: UpdateRules;
  /** How the record of a person is made of several rows. */
  readonly personRules: PersonRules;
  /** The files that explain how it was read: manifest, layouts, crosswalks, agreements. */
  readonly inputs: readonly MappingInput[];
  /** The SHA-256 of every file, in the order of the manifest. */
  readonly hashes: readonly string[];
  /** A hash over the manifest and every file: the same content is the same delivery. */
  readonly hash: string;
}

/**
 * Reads the manifest and the mappings; refuses with every problem of both before any row is read.
 * Files in archives are unpacked for as long as `unpacked` stands; their content is what counts.
 */
export async function readDelivery(
  folder: string,
  workspace: Workspace,
  unpacked: Unpacked,
): Promise<Delivery> {
  const path = join(folder, MANIFEST);
  const { document, problems, text, sha256 } = await readDocument(path, MANIFEST);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const { manifest, problems: wrong } = parseManifest(MANIFEST, document);
  const mappings = await readMappings(
    workspace.mappings,
    manifest.files.map((file) => file.layout),
  );
  const layouts = layoutsOf(manifest, mappings);
  const agreements = await readAgreements(folder, manifest);
  const rules = await readRules(workspace, manifest);
  const personRules = await readPersonRules(workspace.mappings);
  const all = [
    ...wrong,
    ...(await missingFiles(folder, manifest)),
    ...regionProblems(manifest, workspace),
    ...mappings.problems,
    ...layouts.problems,
    ...agreements.problems,
    ...rules.problems,
    ...personRules.problems,
    ...unlistedSources(manifest, mappings),
  ];
  if (all.length > 0) throw new Refusal("files-wrong", { found: path }, all);

  const pathOf = await unpacked.pathsOf(folder, manifest.files);
  const hashes = await Promise.all(manifest.files.map((file) => sha256Of(pathOf(file.path))));
  const input: MappingInput = { role: "manifest", path: MANIFEST, sha256, text };
  return {
    folder,
    pathOf,
    name: manifest.title === "" ? basename(folder) : manifest.title,
    manifest,
    mappings,
    layouts: layouts.layouts,
    agreements: agreements.agreements,
    ...(rules.rules === undefined ? {} : { rules: rules.rules }),
    personRules: personRules.rules,
    inputs: [input, ...[mappings, rules, personRules, agreements].flatMap((one) => one.inputs)],
    hashes,
    hash: contentHash(manifest, sha256, hashes),
  };
}

/** The rules by which a supplement or a correction changes records; a first delivery has none. */
async function readRules(
  { mappings }: Workspace,
  { mode }: Manifest,
): Promise<{
  readonly rules?: UpdateRules;
  readonly problems: readonly Problem[];
  readonly inputs: readonly MappingInput[];
}> {
  if (mode === "first") return { problems: [], inputs: [] };
  const path = join(mappings, "updates.yaml");
  const file = relative(join(mappings, ".."), path);
  const { document, problems, text, sha256 } = await readDocument(path, file);
  if (document === undefined) return { problems, inputs: [] };
  const parsed = parseUpdateRules(file, document);
  const input: MappingInput = { role: "rules", path: file, sha256, text };
  return { rules: parsed.rules[mode], problems: parsed.problems, inputs: [input] };
}

function layoutsOf(
  { files }: Manifest,
  mappings: Mappings,
): Pick<Delivery, "layouts"> & { readonly problems: readonly Problem[] } {
  const layouts = new Map<ManifestFile, Layout>();
  const problems: Problem[] = [];
  for (const file of files) {
    const layout = mappings.layouts.get(file.layout);
    if (layout === undefined) continue;
    const complete = withConstants(layout, file, MANIFEST);
    layouts.set(file, complete.layout);
    problems.push(...complete.problems);
  }
  return { layouts, problems };
}

async function missingFiles(folder: string, manifest: Manifest): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { path: name, packed, line } of manifest.files) {
    const path = packed?.path ?? name;
    const isThere = await access(join(folder, path)).then(
      () => true,
      () => false,
    );
    if (!isThere) problems.push(problem("file-missing", { file: MANIFEST, line }, { found: path }));
  }
  return problems;
}

function regionProblems(manifest: Manifest, workspace: Workspace): readonly Problem[] {
  if (manifest.region === workspace.region) return [];
  const values = { found: manifest.region, expected: workspace.region };
  return [problem("value-unfit", { file: MANIFEST, field: "region" }, values)];
}

/** A complete list of a register of which nothing is delivered would end everybody. */
function unlistedSources({ complete }: Manifest, { layouts }: Mappings): readonly Problem[] {
  const sources = [...new Set([...layouts.values()].map((layout) => layout.source))];
  return complete
    .filter(({ source }) => !sources.includes(source))
    .map(({ source }) => {
      const values = { found: source, expected: sources.join(" | ") };
      return problem("value-unfit", { file: MANIFEST, field: "complete" }, values);
    });
}

async function readAgreements(
  folder: string,
  { agreements: path }: Manifest,
): Promise<{
  readonly agreements: readonly Agreement[];
  readonly problems: readonly Problem[];
  readonly inputs: readonly MappingInput[];
}> {
  if (path === "") return { agreements: [], problems: [], inputs: [] };
  const file = relative(folder, join(folder, path));
  const { document, problems, text, sha256 } = await readDocument(join(folder, path), file);
  if (document === undefined) return { agreements: [], problems, inputs: [] };
  const parsed = parseAgreements(file, document);
  const joined = agreementsOf(parsed.agreements);
  const inputs: readonly MappingInput[] = [{ role: "agreement", path: file, sha256, text }];
  return {
    agreements: joined.agreements,
    problems: [...parsed.problems, ...joined.problems],
    inputs,
  };
}

function contentHash({ files }: Manifest, sha256: string, hashes: readonly string[]): string {
  const hash = createHash("sha256").update(sha256);
  for (const [at, { path }] of files.entries()) hash.update(path).update(hashes[at] ?? "");
  return hash.digest("hex");
}

/**
 * How a file is read: a hash over its mapping, the code tables that it uses, and what the manifest
 * says for the file.
 */
export function readingOf(
  { inputs }: Mappings,
  { name, columns, given, constants }: Layout,
): string {
  const tables = columns.map(({ reading, table }) =>
    reading === "division" ? `codes/${DIVISIONS}.csv` : `codes/${table}.csv`,
  );
  const used = inputs.filter(
    ({ role, path }) =>
      (role === "layout" && path.endsWith(`legacy/${name}.yaml`)) ||
      (role === "codes" && tables.some((table) => path.endsWith(table))),
  );
  const hash = createHash("sha256");
  for (const { path, sha256 } of used) hash.update(`${path} ${sha256}\n`);
  for (const field of given) hash.update(`${field} ${constants[field] ?? ""}\n`);
  return hash.digest("hex");
}
