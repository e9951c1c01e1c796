import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { listFiles, packageRoot } from "../io/files.js";
import { isFolder, type PackPlace } from "./policy-files.js";
import { findWorkspace, WORKSPACE_FILE, type Workspace } from "./workspace.js";

/** How a command finds the workspace it stands in; it is asked only where it is needed. */
export type FindWorkspace = () => Promise<Workspace>;

/**
 * The packs that a word on the command line means: a policy file that is a whole pack, a folder of
 * policy files, a folder of such folders (each is a pack), mappings with such a folder, a
 * workspace, or the name of a region of the workspace or of those that are shipped. Without a word
 * it is the workspace's own region.
 */
export async function packPlaces(
  wanted: string | undefined,
  find: FindWorkspace,
): Promise<readonly PackPlace[]> {
  if (wanted === undefined) return [placeIn(await find())];
  const path = resolve(wanted);
  if (!existsSync(path)) return [await namedPack(wanted, find)];
  if (!(await isFolder(path)))
    return [{ path, region: basename(path, ".yaml"), root: dirname(path) }];
  if (existsSync(join(path, WORKSPACE_FILE))) return [placeIn(await findWorkspace(path))];
  const inside = join(path, "policies");
  const isMappings = await isFolder(inside);
  if (!isMappings && (await policiesIn(path)).length > 0) return [placeOf(path)];
  const packs = await packsIn(isMappings ? inside : path);
  if (packs.length === 0) throw new Refusal("pack-missing", { found: wanted, expected: "–" });
  return packs;
}

/** The one pack that a word means; a folder of several packs is refused. */
export async function packPlace(
  wanted: string | undefined,
  find: FindWorkspace,
): Promise<PackPlace> {
  const [first, second] = await packPlaces(wanted, find);
  if (first !== undefined && second === undefined) return first;
  const expected =
    first === undefined ? "–" : (await packPlaces(wanted, find)).map(nameOf).join(", ");
  throw new Refusal("pack-missing", { found: wanted ?? "", expected });
}

function placeIn({ mappings, region }: Workspace): PackPlace {
  return { path: join(mappings, "policies", region), region, root: join(mappings, "..") };
}

function placeOf(path: string): PackPlace {
  return { path, region: basename(path), root: dirname(path) };
}

/** A region by its name, in the workspace if there is one, else among those that are shipped. */
async function namedPack(name: string, find: FindWorkspace): Promise<PackPlace> {
  const own = await find().then(
    ({ mappings }) => join(mappings, "policies"),
    () => undefined,
  );
  const shipped = join(packageRoot(), "mappings", "policies");
  const folders = own === undefined ? [shipped] : [own, shipped];
  const isName = /^[\w-]+$/.test(name);
  for (const folder of isName ? folders : []) {
    const path = join(folder, name);
    if (await isFolder(path)) return placeOf(path);
  }
  const known = (await Promise.all(folders.map(packsIn))).flat().map(nameOf);
  throw new Refusal("pack-missing", { found: name, expected: [...new Set(known)].join(", ") });
}

/** Each folder in a folder that has policy files; `common` only lends its own. */
async function packsIn(folder: string): Promise<readonly PackPlace[]> {
  if (!(await isFolder(folder))) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((one) => one.isDirectory() && one.name !== "common");
  const places = names.map(({ name }) => placeOf(join(folder, name)));
  const files = await Promise.all(places.map(({ path }) => policiesIn(path)));
  return places
    .filter((_, at) => (files[at] ?? []).length > 0)
    .sort((left, right) => (left.region < right.region ? -1 : 1));
}

async function policiesIn(folder: string): Promise<readonly string[]> {
  const files = await listFiles(folder);
  return files.filter((name) => name.endsWith(".yaml") && !/[\\/]/.test(name));
}

function nameOf({ region }: PackPlace): string {
  return region;
}
