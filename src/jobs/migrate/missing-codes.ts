import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { csvText } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { TableCoverage, UnmappedCode } from "../../migrate/code-coverage.js";
import { CROSSWALK_COLUMNS, TO_FILL_IN } from "../../migrate/crosswalk.js";
import type { RunOutput } from "../../store/port/runs.js";
import { coverageTexts } from "../../text/coverage.js";
import { type Lang, tell } from "../../text/tell.js";
import type { Workspace } from "../workspace.js";

/** Refuses a folder that is there already: somebody may be at work on the lists in it. */
export function refuseExisting(folder: string | undefined): void {
  if (folder !== undefined && existsSync(folder)) {
    throw new Refusal("file-exists", { found: folder });
  }
}

/**
 * Writes, where a folder is named, a list of the missing codes of each crosswalk, in its columns,
 * for a person to complete: the national code is `?` until then, and such a line is refused. A code
 * may be anything that stood in the column, so the lists are for their owner's eyes only.
 */
export async function writeMissingCodes(
  folder: string | undefined,
  tables: readonly TableCoverage[],
  { root, lang }: Pick<Workspace, "root" | "lang">,
): Promise<readonly RunOutput[]> {
  const outputs: RunOutput[] = [];
  if (folder === undefined) return outputs;
  for (const { table, codes } of tables) {
    if (codes.length === 0) continue;
    const path = join(folder, `${table}.csv`);
    const header = [...CROSSWALK_COLUMNS, "count", "places"];
    const rows = codes.map((one) => lineOf(one, lang));
    const text = csvText([header, ...rows], { bom: true, textColumns: new Set([0]) });
    await writeFileAtomic(path, text, { mode: PRIVATE_MODE });
    outputs.push({ path: relative(root, path), sha256: await sha256Of(path), isPrivate: true });
  }
  return outputs;
}

function lineOf(one: UnmappedCode, lang: Lang): readonly string[] {
  const note = proposalText(one, lang);
  return [one.code, "", TO_FILL_IN, note, String(one.count), one.places.join(" ")];
}

/** The proposal for a code in words; empty where there is none. */
export function proposalText({ proposal }: UnmappedCode, lang: Lang): string {
  if (proposal === undefined) return "";
  const { nationalCode, meaning, basis } = proposal;
  const code = nationalCode === "" ? tell(coverageTexts.emptyCode, lang) : nationalCode;
  return tell(coverageTexts[basis], lang, { code, meaning });
}
