import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { packageRoot } from "../../io/files.js";
import { readTable } from "../../io/table.js";
import { readDocument } from "../../io/yaml.js";
import { Hanzi, type HanziTables } from "../../match/hanzi.js";
import { type MatchSpec, parseSpec } from "../../match/spec.js";
import { parseWeights, type TrainedWeights } from "../../match/weights-file.js";
import { findWorkspace } from "../workspace.js";

/** Reads a comparison model; all its problems are told at once. */
export async function readSpec(path: string): Promise<MatchSpec> {
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const { spec, problems: wrong } = parseSpec(path, document);
  if (wrong.length > 0) throw new Refusal("files-wrong", { found: path }, wrong);
  return spec;
}

/** Reads weights that were trained for a spec; for another one they are refused. */
export async function readWeights(path: string, spec: MatchSpec): Promise<TrainedWeights> {
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const { trained, fits, problems: wrong } = parseWeights(path, document, spec);
  if (wrong.length > 0) throw new Refusal("files-wrong", { found: path }, wrong);
  if (!fits) throw new Refusal("weights-differ", { found: path });
  return trained;
}

/** The tables of characters of the workspace above a folder, or the shipped ones. */
export async function readHanzi(dir: string): Promise<Hanzi> {
  return new Hanzi(await readHanziTables(dir));
}

/** The same as they can be handed to another thread. */
export async function readHanziTables(dir: string): Promise<HanziTables> {
  const folder = await tablesFor(dir);
  const tables = await Promise.all(
    HANZI_TABLES.map((name) => readTable(join(folder, `${name}.csv`))),
  );
  return hanziTablesOf(tables.map(({ rows }) => rows));
}

/** The tables of characters, in the order in which `hanziTablesOf` takes them. */
export const HANZI_TABLES = ["traditional", "variants", "look-alike"] as const;

/** What is known of characters, from the rows of the three tables with their headers. */
export function hanziTablesOf(tables: readonly (readonly (readonly string[])[])[]): HanziTables {
  const [traditional = [], variants = [], lookAlikes = []] = tables.map((rows) => rows.slice(1));
  const pairs = [...traditional, ...variants];
  const plain = new Map(pairs.map(([character = "", standsFor = ""]) => [character, standsFor]));
  return { plain, lookAlikes: lookAlikes.map(([set = ""]) => set) };
}

/** A workspace that was made before there were such tables uses the shipped ones. */
async function tablesFor(dir: string): Promise<string> {
  const shipped = join(packageRoot(), "mappings/match");
  const workspace = await findWorkspace(dir).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "workspace-missing") return undefined;
    throw error;
  });
  const own = workspace === undefined ? shipped : join(workspace.mappings, "match");
  return existsSync(own) ? own : shipped;
}
