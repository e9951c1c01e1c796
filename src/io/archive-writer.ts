import { gzipSync, zipSync } from "fflate";

/** ZIP keeps local time, so the pinned time of an entry is given in local time too. */
const PINNED_LOCAL = new Date(2000, 0, 1);

/** A file to be packed, with the name that it has in the archive. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ZIP file; the same files in the same order give the same bytes. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return Buffer.from(zipSync(entries, { level: 6, mtime: PINNED_LOCAL }));
}

/** A GZIP file; the same bytes give the same bytes. */
export function gzipOf(bytes: Uint8Array): Buffer {
  return Buffer.from(gzipSync(bytes, { level: 6, mtime: 0 }));
}
