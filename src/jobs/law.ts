import { createHash } from "node:crypto";
import { join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { parseDocument } from "../io/yaml.js";
import type { Pack } from "../policy/pack.js";
import { type PolicyFile, parsePack } from "../policy/parse.js";
import type { Store } from "../store/store.js";
import type { MappingInput } from "./mapping-input.js";
import { type PackPlace, readPack } from "./policy-files.js";
import type { Workspace } from "./workspace.js";

/** A region's law as it was read, and as it goes into the archive. */
export interface ReadLaw {
  readonly pack: Pack;
  /** All files as one text, shared ones included; its hash names the law that was used. */
  readonly bundle: string;
  readonly sha256: string;
  readonly inputs: readonly MappingInput[];
}

/** Reads and checks the policy files of the workspace's region; refuses with all their problems. */
export async function readLaw(workspace: Pick<Workspace, "mappings" | "region">): Promise<ReadLaw> {
  const { mappings, region } = workspace;
  return readLawAt({
    path: join(mappings, "policies", region),
    region,
    root: join(mappings, ".."),
  });
}

/** The same of a pack that lies anywhere: a folder of policy files, or one file. */
export async function readLawAt(place: PackPlace): Promise<ReadLaw> {
  const { path, region } = place;
  const { pack, problems, inputs } = await readPack(place);
  if (pack === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const texts = inputs.map(({ path: file, text }) => [file, text] as const);
  const bundle = JSON.stringify({ region, files: texts });
  const sha256 = createHash("sha256").update(bundle).digest("hex");
  return { pack, bundle, sha256, inputs };
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
  // An archive is never edited, so this can only be the language of an earlier version.
  if (pack === undefined) throw new Refusal("law-outdated", { found: sha256.slice(0, 8) });
  return pack;
}
