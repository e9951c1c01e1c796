import { gzipSync, zipSync } from "fflate";

/** ZIP keeps local time: every archive that we make was made at this moment. */
const PINNED_LOCAL = new Date(2000, 0, 1);

/** A ZIP of some files, in their order. The same files give the same bytes on any day. */
export function packedZip(files: readonly { readonly name: string; readonly bytes: Buffer }[]) {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return Buffer.from(zipSync(entries, { level: 6, mtime: PINNED_LOCAL }));
}

/** A file packed as GZIP, with the name that it had. */
export function packedGzip({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) {
  return Buffer.from(gzipSync(bytes, { filename: name, mtime: PINNED_LOCAL }));
}
