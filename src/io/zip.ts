import { isUtf8 } from "node:buffer";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Refusal } from "../domain/refusal.js";
import type { damageTexts } from "../text/damage.js";
import { crc32 } from "./crc32.js";
import { damaged } from "./damaged.js";
import { openFile } from "./files.js";
import { decode } from "./gb18030.js";

/** A file in a ZIP archive. */
export interface ZipEntry {
  /** Its path inside, decoded; it is shown and compared, but never used as a path. */
  readonly name: string;
  /** As the archive states them. */
  readonly bytes: number;
  readonly packed: number;
}

/** More entries than any delivery has. */
const MOST_ENTRIES = 10_000;

/**
 * The files of a ZIP archive, folders left out. An archive that is damaged, protected by a password
 * or holds a path that leads out of its folder is refused as a whole.
 */
export async function zipEntries(path: string): Promise<readonly ZipEntry[]> {
  return withZip(path, async (zip) => (await entriesOf(path, zip)).map(({ told }) => told));
}

/**
 * The bytes of one file of a ZIP archive, piece by piece; undefined where there is none of that
 * name. Bytes whose length or checksum is not what the archive states are refused at the end.
 */
export async function* zipBytes(path: string, name: string): AsyncGenerator<Buffer> {
  const zip = await openZip(path);
  try {
    const found = (await entriesOf(path, zip)).find(({ told }) => told.name === name);
    if (found === undefined) return;
    const { entry } = found;
    if (!entry.canDecodeFileData()) throw damaged(path, "zipMethod", { found: name });
    let sum = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      sum = crc32(piece as Buffer, sum);
      yield piece as Buffer;
    }
    if (sum !== entry.crc32) throw damaged(path, "checksum", { found: name });
  } catch (error) {
    throw refusalOf(path, error);
  } finally {
    zip.close();
  }
}

async function withZip<Result>(
  path: string,
  work: (zip: ZipFile) => Promise<Result>,
): Promise<Result> {
  const zip = await openZip(path);
  try {
    return await work(zip);
  } catch (error) {
    throw refusalOf(path, error);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  const file = await openFile(path);
  await file.close();
  try {
    return await openPromise(path, { decodeStrings: false, autoClose: false });
  } catch (error) {
    throw refusalOf(path, error);
  }
}

interface Found {
  readonly entry: Entry;
  readonly told: ZipEntry;
}

async function entriesOf(path: string, zip: ZipFile): Promise<readonly Found[]> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw damaged(path, "tooMany", { found: zip.entryCount, expected: MOST_ENTRIES });
  }
  const found: Found[] = [];
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    const wrong = wrongWith(name, entry, names);
    if (wrong !== undefined) throw damaged(path, wrong, { found: shown(name) });
    names.add(name);
    if (name.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name)) continue;
    const { uncompressedSize: bytes, compressedSize: packed } = entry;
    found.push({ entry, told: { name, bytes, packed } });
  }
  return found;
}

function wrongWith(
  name: string,
  entry: Entry,
  names: ReadonlySet<string>,
): keyof typeof damageTexts | undefined {
  if (/^([/\\]|[A-Za-z]:)|\\|\0/.test(name) || name.split("/").includes("..")) return "zipPath";
  if (entry.isEncrypted()) return "password";
  return names.has(name) ? "zipTwice" : undefined;
}

/** Control characters of a hostile name do not reach the screen. */
function shown(name: string): string {
  return name.replace(/\p{Cc}/gu, "?").slice(0, 80);
}

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * A name without the mark of UTF-8 is in the encoding of its maker's machine: GBK in China, but
 * some programs write UTF-8 and forget the mark. Chinese in UTF-8 has three bytes, which no GBK is.
 */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  if ((generalPurposeBitFlag & UTF8_FLAG) !== 0) return fileNameRaw.toString("utf8");
  const unicode = extraFields.find((field) => field.id === UNICODE_PATH)?.data;
  if (unicode !== undefined && unicode.length > 5) return unicode.subarray(5).toString("utf8");
  const asUtf8 = fileNameRaw.toString("utf8");
  return isUtf8(fileNameRaw) && /[\u0800-\uffff]/.test(asUtf8) ? asUtf8 : decode(fileNameRaw);
}

/** What the package says against an archive is told as it says it; our own refusals stay. */
function refusalOf(path: string, error: unknown): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if (/^(EACCES|EPERM|EIO|ENOENT|EISDIR)$/.test(code)) return error;
  return damaged(path, "unparsed", { found: message.slice(0, 80) });
}
