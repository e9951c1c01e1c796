import { join } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { listFiles } from "../../io/files.js";
import { type Mappings, readMappings } from "../mappings.js";

/** The layouts of a workspace that can be used, and the names of those that cannot. */
export async function soundLayouts(
  folder: string,
): Promise<{ readonly mappings: Mappings; readonly wrong: readonly string[] }> {
  const files = await listFiles(join(folder, "legacy"));
  const names = files.filter((file) => file.endsWith(".yaml")).map((file) => file.slice(0, -5));
  const sound: string[] = [];
  for (const name of names) if (await isSound(folder, name)) sound.push(name);
  const wrong = names.filter((name) => !sound.includes(name));
  return { mappings: await readMappings(folder, sound), wrong };
}

/** A draft that nobody has completed names crosswalks that are not there. */
async function isSound(folder: string, name: string): Promise<boolean> {
  try {
    const { problems } = await readMappings(folder, [name]);
    return problems.length === 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
