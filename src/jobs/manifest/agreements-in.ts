import { join } from "node:path";
import { parseAgreements } from "../../budget/parse-agreements.js";
import { listFiles } from "../../io/files.js";
import { readDocument } from "../../io/yaml.js";

/** The file of hospitals' agreements in a folder; empty when there is none. */
export async function agreementsIn(folder: string): Promise<string> {
  for (const file of await listFiles(folder)) {
    if (!/\.ya?ml$/.test(file)) continue;
    const { document } = await readDocument(join(folder, file), file);
    if (document === undefined) continue;
    const { agreements, problems } = parseAgreements(file, document);
    if (problems.length === 0 && agreements.length > 0) return file;
  }
  return "";
}
