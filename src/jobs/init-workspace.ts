import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { packageRoot, writeFileAtomic } from "../io/files.js";
import type { Lang } from "../text/tell.js";
import { chosenRegion, readRegions } from "./regions.js";
import { WORKSPACE_FILE } from "./workspace.js";

export interface InitQuestion {
  readonly folder: string;
  readonly region: string | undefined;
  readonly operator: string;
  readonly lang: Lang;
  readonly hasSecondPerson: boolean;
}

export interface InitReport {
  readonly workspace: string;
  readonly region: string;
  readonly regionName: string;
}

/**
 * Makes a workspace: its file, and its own copy of the mappings to edit. Nothing is overwritten.
 */
export async function initWorkspace(question: InitQuestion): Promise<InitReport> {
  const folder = resolve(question.folder);
  if (existsSync(join(folder, WORKSPACE_FILE)) || existsSync(join(folder, "mappings"))) {
    throw new Refusal("workspace-exists", { found: folder });
  }
  const shipped = join(packageRoot(), "mappings");
  const regions = await readRegions(shipped);
  const region = chosenRegion(regions, question.region);
  await cp(shipped, join(folder, "mappings"), { recursive: true });
  await writeFileAtomic(join(folder, WORKSPACE_FILE), fileText({ ...question, region }));
  return { workspace: folder, region, regionName: regions.names.get(region) ?? region };
}

function fileText(question: InitQuestion & { readonly region: string }): string {
  return `# liutong 工作区 / workspace
region: ${question.region}
operator: ${JSON.stringify(question.operator)}
lang: ${question.lang}
# 关账由另一人审批(on)或一人办理(off,所出报表会注明)
# a second person approves closing (on), or one person does it all (off; outputs say so)
second_person: ${question.hasSecondPerson ? "on" : "off"}
database: liutong.db
output: out
mappings: mappings
`;
}
