import { fnv1a } from "../domain/hash.js";

/** The row for which a clerk was asked: by the content of its file, and its place in it. */
export interface RowKey {
  /** The first digits of the file's SHA-256. */
  readonly file: string;
  readonly line: number;
  readonly checksum: string;
}

const FILE_DIGITS = 16;

/** The key of a row in a file with this SHA-256: `60cc2bc6a1b2c3d4-12-9f8e7d6c`. */
export function rowKey(sha256: string, line: number, text: string): string {
  return `${fileKey(sha256)}-${line}-${checksumOf(sha256, line, text)}`;
}

/** Reads a key as it came back; nothing when somebody has written on it. */
export function parseRowKey(key: string): RowKey | undefined {
  const [, file = "", line = "", checksum = ""] =
    /^([0-9a-f]{16})-([1-9]\d{0,15})-([0-9a-f]{8})$/.exec(key.trim()) ?? [];
  return file === "" ? undefined : { file, line: Number(line), checksum };
}

export function fileKey(sha256: string): string {
  return sha256.slice(0, FILE_DIGITS);
}

/** Ties key and text together: a key that was moved to another row, or changed, does not fit. */
export function checksumOf(sha256: string, line: number, text: string): string {
  return fnv1a(`${sha256} ${line} ${text}`).toString(16).padStart(8, "0");
}
