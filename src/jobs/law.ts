import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Problem } from "../domain/problem.js";
import { Refusal } from "../domain/refusal.js";
import { parseDocument } from "../io/yaml.js";
import type { Pack } from "../policy/pack.js";
import { type PolicyFile, parsePack } from "../policy/parse.js";
import type { Store } from "../store/store.js";
import type { MappingInput } from "./mapping-input.js";
import { readDocuments } from "./mappings.js";
import type { Workspace } from "./workspace.js";

/** A region's law as it was read, and as it goes into the archive. */
export interface ReadLaw {
  readonly pack: Pack;
  /** All files as one text; its hash names the law that a settlement used. */
  readonly bundle: string;
  readonly sha256: string;
  readonly inputs: readonly MappingInput[];
}

/** Reads and checks the policy files of the workspace's region; refuses with all their problems. */
export async function readLaw(workspace: Pick<Workspace, "mappings" | "region">): Promise<ReadLaw> {
  const folder = join(workspace.mappings, "policies", workspace.region);
  const read = await readDocuments(folder, "policy", join(workspace.mappings, ".."));
  const problems: Problem[] = read.flatMap((one) => [...one.problems]);
  const files = read.flatMap(({ file, document }) =>
    document === undefined ? [] : [{ file, document }],
  );
  const parsed = problems.length > 0 ? { problems } : parsePack(workspace.region, files);
  if (!("pack" in parsed) || parsed.pack === undefined) {
    throw new Refusal("files-wrong", { found: folder }, parsed.problems);
  }
  const inputs = read.map((one) => one.input);
  const texts = inputs.map(({ path, text }) => [path, text] as const);
  const bundle = JSON.stringify({ region: workspace.region, files: texts });
  const sha256 = createHash("sha256").update(bundle).digest("hex");
  return { pack: parsed.pack, bundle, sha256, inputs };
}

/** The law under a hash, from the archive alone. */
export async function archivedLaw(store: Store, sha256: string): Promise<Pack> {
  const bundle = await store.runs.archived(sha256);
  if (bundle === undefined) throw new Error(`no law is archived under ${sha256}`);
  const { region, files } = JSON.parse(bundle) as { region: string; files: [string, string][] };
  const parsed = files.map(([file, text]): PolicyFile => {
    const { document } = parseDocument(file, text);
    if (document === undefined) throw new Error(`the archived ${file} cannot be read`);
    return { file, document };
  });
  const { pack } = parsePack(region, parsed);
  if (pack === undefined) throw new Error(`the law archived under ${sha256} cannot be read`);
  return pack;
}
