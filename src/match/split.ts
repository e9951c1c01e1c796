import type { Origin } from "../domain/records.js";

/** A record of a person, as a split asks of it. */
export interface OwnRecord extends Origin {
  readonly path: string;
  readonly source: string;
  readonly legacyId: string;
  readonly psnName: string;
}

/** Which records are meant: those of an old number (perhaps of one name only), or one row. */
export type RecordChoice =
  | {
      readonly kind: "number";
      readonly source: string;
      readonly legacyId: string;
      /** Empty for every name. */
      readonly psnName: string;
    }
  | { readonly kind: "row"; readonly file: string; readonly line: number }
  | { readonly kind: "place"; readonly fileId: number; readonly line: number };

/** The records of a person in two groups, and the choices that none of them fits. */
export interface Parted<Row extends OwnRecord> {
  readonly leaving: readonly Row[];
  readonly staying: readonly Row[];
  readonly strange: readonly RecordChoice[];
}

/**
 * Parts the records of a person into those that leave and those that stay, in their order. A choice
 * that fits no record is `strange`; nothing leaves by guess.
 */
export function partRecords<Row extends OwnRecord>(
  rows: readonly Row[],
  choices: readonly RecordChoice[],
): Parted<Row> {
  const isMeant = (row: Row): boolean => choices.some((choice) => fits(choice, row));
  return {
    leaving: rows.filter(isMeant),
    staying: rows.filter((row) => !isMeant(row)),
    strange: choices.filter((choice) => !rows.some((row) => fits(choice, row))),
  };
}

/** Whether a choice means this record. */
export function fits(choice: RecordChoice, row: OwnRecord): boolean {
  if (choice.kind === "row") return row.path === choice.file && row.line === choice.line;
  if (choice.kind === "place") return row.fileId === choice.fileId && row.line === choice.line;
  const { source, legacyId, psnName } = choice;
  if (row.source !== source || row.legacyId !== legacyId) return false;
  return psnName === "" || row.psnName === psnName;
}

/** Something that names its person by old number, such as a claim, which may name them too. */
export interface Named {
  readonly source: string;
  readonly legacyId: string;
  /** Empty where it does not say. */
  readonly psnName: string;
}

/**
 * Whose something is when the records of one person stand under several numbers: that of the only
 * group with its old number, else of the only one with its name as well. Nothing where neither
 * tells.
 */
export function holderOf(
  { source, legacyId, psnName }: Named,
  groups: ReadonlyMap<string, readonly Pick<OwnRecord, "source" | "legacyId" | "psnName">[]>,
): string | undefined {
  const [byNumber, byName]: [string[], string[]] = [[], []];
  for (const [psnNo, rows] of groups) {
    const own = rows.filter((row) => row.source === source && row.legacyId === legacyId);
    if (own.length > 0) byNumber.push(psnNo);
    if (own.some((row) => row.psnName === psnName)) byName.push(psnNo);
  }
  if (byNumber.length === 1) return byNumber[0];
  return byName.length === 1 ? byName[0] : undefined;
}
