/**
 * Names one record of an old system, in whatever delivery or database it comes: source, old number
 * and name; where it has no old number, the SHA-256 of its file and its row (`place`), else empty.
 */
export interface SourceKey {
  /** 来源系统 */ readonly source: string;
  /** 原个人编号 */ readonly legacyId: string;
  /** 人员姓名 */ readonly psnName: string;
  readonly place: string;
}

/** The key of a row; `sha256` and `line` are those of the file and row that it was read from. */
export function sourceKeyOf(
  row: Pick<SourceKey, "source" | "legacyId" | "psnName"> & { readonly line: number },
  sha256: string,
): SourceKey {
  const { source, legacyId, psnName } = row;
  return { source, legacyId, psnName, place: legacyId === "" ? `${sha256}:${row.line}` : "" };
}

/** One text for a key: equal texts are equal keys. */
export function sourceKeyText({ source, legacyId, psnName, place }: SourceKey): string {
  return JSON.stringify([source, legacyId, psnName, place]);
}
