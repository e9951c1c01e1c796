import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname, join, parse } from "node:path";
import { createGunzip } from "node:zlib";
import { Refusal } from "../domain/refusal.js";
import { damaged } from "./damaged.js";
import { kindOf } from "./file-kind.js";
import { PRIVATE_MODE, writeFileAtomic } from "./files.js";
import { withPrivateFolder } from "./private-folder.js";
import { zipBytes, zipEntries } from "./zip.js";

/** A file inside a ZIP or GZIP file. */
export interface ArchiveEntry {
  readonly name: string;
  /** As stated; a GZIP file does not say. */
  readonly bytes?: number;
}

/** How much may come out of an archive. */
export interface UnpackLimits {
  /** At most so many bytes, */
  readonly bytes: number;
  /** and, above `freeBytes`, at most so many times what is packed. */
  readonly ratio: number;
  readonly freeBytes: number;
}

/** A county's largest export is some GiB; lists are packed to a tenth, not to a hundredth. */
export const LIMITS: UnpackLimits = {
  bytes: 8 * 1024 ** 3,
  ratio: 200,
  freeBytes: 64 * 1024 ** 2,
};

/** The files in a ZIP or GZIP file; undefined for a file that is no archive (an XLSX is none). */
export async function listEntries(path: string): Promise<readonly ArchiveEntry[] | undefined> {
  const kind = await kindOf(path);
  if (kind === "zip") return (await zipEntries(path)).map(({ name, bytes }) => ({ name, bytes }));
  return kind === "gzip" ? [{ name: basename(path).replace(/\.gz$/i, "") }] : undefined;
}

/**
 * Calls `work` with the path of a plain file: the file itself, or one that was unpacked into a
 * private temporary folder, which is gone at the end. Of a ZIP file `entry` says which, unless
 * there is only one; the memo file of a DBF comes with it. Refuses what `unpack` refuses.
 */
export async function withPlainFile<Result>(
  path: string,
  entry: string | undefined,
  work: (plainPath: string) => Promise<Result>,
  limits = LIMITS,
): Promise<Result> {
  return withPrivateFolder(async (folder) => work(await unpack(path, entry, folder, limits)));
}

/**
 * Unpacks a file of an archive into a private folder, under a name of ours; returns its path. A
 * file that is no archive is left where it is. Refuses as `file-damaged` an archive that is cut
 * off, fails its checksum, has a password, holds paths that lead out of it, another archive, or
 * more than the limits allow; as `entry-missing` a name that is not in it, and as `entry-unsaid`
 * a ZIP of several files of which none was named.
 */
export async function unpack(
  path: string,
  entry: string | undefined,
  folder: string,
  limits = LIMITS,
): Promise<string> {
  const kind = await kindOf(path);
  const target = join(folder, "plain");
  if (kind === "gzip") {
    const [inside] = (await listEntries(path)) ?? [];
    if (entry !== undefined && entry !== inside?.name) {
      throw new Refusal("entry-missing", { found: path, entry, expected: inside?.name ?? "" });
    }
    await write(path, target, gzipBytes(path), limits);
  } else if (kind === "zip") {
    const name = await chosen(path, entry);
    await write(path, target, zipBytes(path, name), limits);
    await unpackMemo(path, name, target, limits);
  } else if (entry === undefined) {
    return path;
  } else {
    throw new Refusal("entry-missing", { found: path, entry, expected: "" });
  }
  const inner = await kindOf(target);
  if (inner === "zip" || inner === "gzip") throw damaged(path, "nested", { found: inner });
  return target;
}

async function chosen(path: string, entry: string | undefined): Promise<string> {
  const names = (await zipEntries(path)).map(({ name }) => name);
  const [first, ...others] = names;
  const name = entry ?? (others.length === 0 ? first : undefined);
  if (name !== undefined && names.includes(name)) return name;
  const expected = names.slice(0, MOST_NAMES).join("、") + (names.length > MOST_NAMES ? " …" : "");
  if (entry !== undefined) throw new Refusal("entry-missing", { found: path, entry, expected });
  throw new Refusal("entry-unsaid", { found: path, count: names.length, expected });
}

const MOST_NAMES = 20;

/** A table's long texts stand in a second file; it is unpacked beside the table. */
async function unpackMemo(
  path: string,
  table: string,
  target: string,
  limits: UnpackLimits,
): Promise<void> {
  if (extname(table).toLowerCase() !== ".dbf") return;
  const memo = (await zipEntries(path)).find(({ name }) => {
    const { dir, name: stem, ext } = parse(name.toLowerCase());
    const own = parse(table.toLowerCase());
    return dir === own.dir && stem === own.name && /^\.(fpt|dbt)$/.test(ext);
  });
  if (memo === undefined) return;
  const beside = `${target}${extname(memo.name).toLowerCase()}`;
  await write(path, beside, zipBytes(path, memo.name), limits);
}

async function write(
  path: string,
  target: string,
  pieces: AsyncIterable<Buffer>,
  limits: UnpackLimits,
): Promise<void> {
  const { size } = await stat(path);
  await writeFileAtomic(target, limited(path, size, pieces, limits), { mode: PRIVATE_MODE });
}

/** Counts what comes out while it does, whatever the archive states: a bomb is stopped early. */
async function* limited(
  path: string,
  packed: number,
  pieces: AsyncIterable<Buffer>,
  { bytes, ratio, freeBytes }: UnpackLimits,
): AsyncGenerator<Buffer> {
  const most = Math.min(bytes, Math.max(freeBytes, packed * ratio));
  let written = 0;
  for await (const piece of pieces) {
    written += piece.length;
    if (written > most) throw damaged(path, "bomb", { found: packed, expected: most });
    yield piece;
  }
}

async function* gzipBytes(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path);
  const plain = packed.pipe(createGunzip());
  packed.on("error", (error) => plain.destroy(error));
  try {
    for await (const piece of plain) yield piece as Buffer;
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code.startsWith("Z_")) throw error;
    throw damaged(path, "unparsed", { found: message });
  } finally {
    packed.destroy();
    plain.destroy();
  }
}
