import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { unpack } from "../../io/archive.js";
import { withPrivateFolder } from "../../io/private-folder.js";
import type { ManifestFile } from "../../migrate/manifest.js";

/** The files of a delivery as they can be read, by the name that is shown and stored. */
export type PlainPaths = (path: string) => string;

/** Where the files of a delivery that came in archives lie while it is read. */
export class Unpacked {
  private count = 0;

  constructor(private readonly folder: string) {}

  /** Finds every file, and unpacks those in archives, each into a folder of its own. */
  async pathsOf(delivery: string, files: readonly ManifestFile[]): Promise<PlainPaths> {
    const paths = new Map<string, string>();
    for (const { path, packed } of files) {
      const place = await mkdtemp(join(this.folder, `${this.count++}-`));
      const container = join(delivery, packed?.path ?? path);
      paths.set(path, await unpack(container, packed?.entry, place));
    }
    return (path) => paths.get(path) ?? join(delivery, path);
  }
}

/** Gives a private folder for what is unpacked; it is gone when the work is done or has failed. */
export async function withUnpacked<Result>(
  work: (unpacked: Unpacked) => Promise<Result>,
): Promise<Result> {
  return withPrivateFolder((folder) => work(new Unpacked(folder)));
}
