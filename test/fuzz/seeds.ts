import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/io/files.js";
import { readDocument } from "../../src/io/yaml.js";
import { readMappings } from "../../src/jobs/mappings.js";
import type { Crosswalks } from "../../src/migrate/crosswalk.js";
import { withConstants } from "../../src/migrate/delivered-constants.js";
import type { Layout } from "../../src/migrate/layout.js";
import { type ManifestFile, parseManifest } from "../../src/migrate/manifest.js";

/** A sound sample file, short enough to be read thousands of times, with how it is read. */
export interface Seed {
  readonly name: string;
  readonly file: ManifestFile;
  readonly layout: Layout;
  readonly crosswalks: Crosswalks;
  readonly bytes: Buffer;
}

/** How much of a long text is used. */
const MOST = 1_500;

/** Every file of the shipped samples, in all formats. */
export async function seedsOf(samples: readonly string[]): Promise<readonly Seed[]> {
  const seeds: Seed[] = [];
  for (const sample of samples) {
    const folder = join(packageRoot(), "samples", sample);
    const { document } = await readDocument(join(folder, "delivery.yaml"));
    if (document === undefined) throw new Error(`${sample} has no manifest`);
    const { manifest } = parseManifest("delivery.yaml", document);
    const names = manifest.files.map((file) => file.layout);
    const mappings = await readMappings(join(packageRoot(), "mappings"), names);
    for (const file of manifest.files) {
      const found = mappings.layouts.get(file.layout);
      if (found === undefined) throw new Error(`${file.path} has no layout`);
      const { layout } = withConstants(found, file, "delivery.yaml");
      const content = readFileSync(join(folder, archiveOf(file)));
      const bytes = isArchive(archiveOf(file)) ? content : shortened(content, layout);
      const { crosswalks } = mappings;
      seeds.push({ name: `${sample}/${file.path}`, file, layout, crosswalks, bytes });
    }
  }
  return seeds;
}

/** The file on the disk: an archive, where the manifest names a file in one. */
export function archiveOf({ path, packed }: ManifestFile): string {
  return packed?.path ?? path;
}

function isArchive(path: string): boolean {
  return /\.(zip|gz)$/.test(path);
}

/** A text up to the end of one of its lines; what is no text stays whole. */
function shortened(bytes: Buffer, { format: { kind } }: Layout): Buffer {
  if (kind === "dbf" || kind === "sheet" || bytes.length <= MOST) return bytes;
  return bytes.subarray(0, bytes.indexOf("\n", MOST) + 1 || bytes.length);
}
