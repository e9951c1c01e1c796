import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../domain/refusal.js";

/** What can be written: one piece of text (as UTF-8) or bytes, or pieces made one after another. */
export type Content = Piece | Iterable<Piece> | AsyncIterable<Piece>;
type Piece = string | Uint8Array;

/** Files about persons are for their owner's eyes only. */
export const PRIVATE_MODE = 0o600;

/**
 * Writes a file whole or not at all: under a temporary name in the same folder (made when it is
 * missing), synced, then renamed. `mode` is set as given, whatever the umask says.
 */
export async function writeFileAtomic(
  path: string,
  content: Content,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeSynced(temporary, content, options.mode ?? 0o644);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw isForTheUser(error) ? new Refusal("output-unwritable", reasonOf(path, error)) : error;
  }
  await syncFolder(folder);
}

/** No permission, no space, a file where a folder should be: nothing that we can mend. */
function isForTheUser(error: unknown): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EEXIST|ENOTDIR|EISDIR)$/.test(code);
}

function reasonOf(
  path: string,
  error: unknown,
): { readonly found: string; readonly reason: string } {
  return { found: path, reason: (error as NodeJS.ErrnoException).code ?? "" };
}

/** Opens a file for reading; a file that is not there is for the user to mend. */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Refusal("file-missing", { found: path });
  }
}

/** Some bytes of a file; fewer where it ends. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** The SHA-256 of a file's bytes in hexadecimal, read piece by piece. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  const file = await openFile(path);
  for await (const piece of file.createReadStream()) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/** The folder of this package, found upwards, so from the sources and from the compiled tree. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPackageFolder(folder)) {
    const above = dirname(folder);
    if (above === folder) throw new Error("this file stands outside its package");
    folder = above;
  }
  return folder;
}

/**
 * The files of a folder and of the folders in it, as paths relative to it with `/`, in the order
 * of their UTF-8 bytes, which is the same on every machine.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile()) found.push(entry.name);
    if (!entry.isDirectory()) continue;
    const inside = await listFiles(join(folder, entry.name));
    found.push(...inside.map((name) => `${entry.name}/${name}`));
  }
  return found.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

/** Whether nothing stands in the way of writing into this folder. */
export async function isEmptyOrAbsent(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  return (await readdir(folder)).length === 0;
}

async function writeSynced(path: string, content: Content, mode: number): Promise<void> {
  const file = await open(path, "w", mode);
  try {
    await file.chmod(mode);
    for await (const piece of pieces(content)) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A text is itself a sequence of characters, and bytes one of numbers: both are one piece here. */
function pieces(content: Content): Iterable<Piece> | AsyncIterable<Piece> {
  return typeof content === "string" || content instanceof Uint8Array ? [content] : content;
}

/** A rename lasts through a power cut only when the folder is synced too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isPackageFolder(folder: string): boolean {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return false;
  return (JSON.parse(readFileSync(path, "utf8")) as { name?: unknown }).name === "liutong";
}
