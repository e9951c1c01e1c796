import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { DocumentReader } from "../domain/document.js";
import { Refusal } from "../domain/refusal.js";
import { readDocument } from "../io/yaml.js";
import type { Lang } from "../text/tell.js";

/** A folder with `liutong.yaml`: where a team works on one merger. */
export interface Workspace {
  readonly root: string;
  readonly region: string;
  readonly database: string;
  readonly output: string;
  readonly mappings: string;
  /** The language of files and stored texts; the screen may use another. */
  readonly lang: Lang;
  readonly operator: string;
  /** Whether a second person approves what a first one prepared. */
  readonly hasSecondPerson: boolean;
}

export const WORKSPACE_FILE = "liutong.yaml";

/** Finds the workspace upwards from a folder and reads its file; refuses when there is none. */
export async function findWorkspace(start: string): Promise<Workspace> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (await exists(join(folder, WORKSPACE_FILE))) return readWorkspace(folder);
    if (dirname(folder) === folder) throw new Refusal("workspace-missing");
  }
}

async function readWorkspace(root: string): Promise<Workspace> {
  const path = join(root, WORKSPACE_FILE);
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const reader = new DocumentReader(path);
  const top = reader.fields(
    document,
    ["region"],
    ["database", "output", "mappings", "lang", "operator", "second_person"],
  );
  const place = (key: string, otherwise: string): string =>
    resolve(root, reader.text(top[key]) || otherwise);
  const workspace: Workspace = {
    root,
    region: reader.text(top["region"]),
    database: place("database", "liutong.db"),
    output: place("output", "out"),
    mappings: place("mappings", "mappings"),
    lang: reader.oneOf(top["lang"], ["zh", "en"]),
    operator: reader.text(top["operator"]),
    hasSecondPerson: reader.oneOf(top["second_person"], ["on", "off"]) === "on",
  };
  if (reader.problems.length > 0)
    throw new Refusal("files-wrong", { found: path }, reader.problems);
  return workspace;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
