import { stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { type Problem, problem } from "../domain/problem.js";
import { listFiles } from "../io/files.js";
import { type ReadDocument, readDocument } from "../io/yaml.js";
import { type PolicyFile, parsePack } from "../policy/parse.js";
import { sharesOf } from "../policy/region.js";
import type { MappingInput } from "./mapping-input.js";

/** Where a pack lies: a folder of policy files, or one file that is the whole pack. */
export interface PackPlace {
  readonly path: string;
  readonly region: string;
  /** What paths in reports begin from. */
  readonly root: string;
}

/** The files of a pack, the shared ones among them, as they were read. */
export interface ReadPack extends ReturnType<typeof parsePack> {
  readonly inputs: readonly MappingInput[];
}

/**
 * Reads the files of a pack and what it shares with others (`shares:`, from the folder `common`
 * beside it), and parses them. Problems of single files and of the pack are given, never thrown.
 */
export async function readPack(place: PackPlace): Promise<ReadPack> {
  const own = await ownFiles(place);
  const common = join(dirname((await isFolder(place.path)) ? place.path : own.folder), "common");
  const shared = await sharedFiles(own.read, common, place.root);
  const all = [...own.read, ...shared.read];
  const inputs = all.map(({ file, read }): MappingInput => {
    return { role: "policy", path: file, sha256: read.sha256, text: read.text };
  });
  const unread = [...own.problems, ...shared.problems];
  const problems = [...all.flatMap(({ read }) => read.problems), ...unread];
  if (problems.length > 0) return { problems, inputs };
  const files = all.flatMap(({ file, read: { document } }): readonly PolicyFile[] =>
    document === undefined ? [] : [{ file, document }],
  );
  return { ...parsePack(place.region, files), inputs };
}

interface ReadFile {
  readonly file: string;
  readonly read: ReadDocument;
}

async function ownFiles({ path, root }: PackPlace) {
  const folder = (await isFolder(path)) ? path : dirname(path);
  const names = folder === path ? await listFiles(folder) : [basename(path)];
  const read = await Promise.all(
    names.filter((name) => name.endsWith(".yaml")).map((name) => readOne(join(folder, name), root)),
  );
  const problems = names
    .filter((name) => looksLikePolicy.test(name) && !name.endsWith(".yaml"))
    .map((name) => problem("policy-file-name", { file: placeOf(join(folder, name), root) }));
  return { folder, read, problems };
}

/** Names that a clerk takes for a policy file's; with another ending its rules are left out. */
const looksLikePolicy = /\.ya?ml(\.txt)?$/i;

async function sharedFiles(own: readonly ReadFile[], common: string, root: string) {
  const files = (await isFolder(common)) ? await listFiles(common) : [];
  const known = files.filter((name) => name.endsWith(".yaml"));
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const { file, read } of own) {
    if (read.document === undefined) continue;
    for (const { name, line } of sharesOf(read.document)) {
      if (known.includes(`${name}.yaml`)) names.add(name);
      else {
        const expected = known.map((one) => basename(one, ".yaml")).join(", ") || "–";
        problems.push(problem("shared-missing", { file, line }, { found: name, expected }));
      }
    }
  }
  const read = await Promise.all(
    [...names].map((name) => readOne(join(common, `${name}.yaml`), root)),
  );
  return { read, problems };
}

async function readOne(path: string, root: string): Promise<ReadFile> {
  const file = placeOf(path, root);
  return { file, read: await readDocument(path, file) };
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A file as messages name it. */
function placeOf(path: string, root: string): string {
  return relative(root, path).replaceAll("\\", "/");
}
