import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import type { CodeTable } from "../../inspect/code-table.js";
import { parseGlossary, Vocabulary } from "../../inspect/glossary.js";
import { listFiles, packageRoot } from "../../io/files.js";
import { readTable } from "../../io/table.js";
import { readDocument } from "../../io/yaml.js";
import { readCrosswalk } from "../../migrate/crosswalk.js";
import { parseLayout } from "../../migrate/layout.js";
import type { Lang } from "../../text/tell.js";
import { findWorkspace } from "../workspace.js";

/** What an inspection knows beforehand, and in which language it writes. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly tables: readonly CodeTable[];
  readonly lang: Lang;
}

/** The glossary and crosswalks of the workspace, or the shipped ones and the screen's language. */
export async function readKnowledge(dir: string, screen: Lang): Promise<Knowledge> {
  const shipped = { mappings: join(packageRoot(), "mappings"), lang: screen };
  const { mappings, lang } = await findWorkspace(dir).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "workspace-missing") return shipped;
    throw error;
  });
  const path = join(mappings, "fields.yaml");
  const { document, problems } = await readDocument(path);
  if (document === undefined) throw new Refusal("files-wrong", { found: path }, problems);
  const glossary = parseGlossary(path, document);
  if (glossary.problems.length > 0) {
    throw new Refusal("files-wrong", { found: path }, glossary.problems);
  }
  return { vocabulary: new Vocabulary(glossary), tables: await codeTables(mappings), lang };
}

/** Every crosswalk that can be read, with the fields for which layouts use it. */
async function codeTables(mappings: string): Promise<readonly CodeTable[]> {
  const targets = await targetsByTable(mappings);
  const tables: CodeTable[] = [];
  for (const file of await filesOf(join(mappings, "codes"), ".csv")) {
    const { rows } = await readTable(join(mappings, "codes", file));
    const { crosswalk } = readCrosswalk(file, rows);
    const name = file.replace(/\.csv$/, "");
    if (crosswalk.size === 0) continue;
    const codes = new Set(crosswalk.keys());
    tables.push({ name, codes, targets: targets.get(name) ?? new Set() });
  }
  return tables;
}

/** What is wrong with a layout is no matter here: drafts that nobody has completed stand there. */
async function targetsByTable(mappings: string): Promise<ReadonlyMap<string, Set<string>>> {
  const targets = new Map<string, Set<string>>();
  for (const file of await filesOf(join(mappings, "legacy"), ".yaml")) {
    const { document } = await readDocument(join(mappings, "legacy", file));
    if (document === undefined) continue;
    for (const { table, target } of parseLayout(file, file, document).layout.columns) {
      if (table === "") continue;
      targets.set(table, (targets.get(table) ?? new Set()).add(target));
    }
  }
  return targets;
}

async function filesOf(folder: string, end: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  return (await listFiles(folder)).filter((file) => file.endsWith(end));
}
