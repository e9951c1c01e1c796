import { type Problem, problem } from "../domain/problem.js";
import type { Origin } from "../domain/records.js";

/** One entry of an old scheme's register: a hospital, a drug, a service. */
export interface RegisterRow extends Origin {
  readonly source: string;
  readonly legacyCode: string;
}

/** What the bureau's crosswalk says about an old code, with everything the new register holds. */
export interface RegisterCode<Entry> extends RegisterRow {
  readonly nationalCode: string;
  readonly entry: Entry;
}

/** Where every row went, and the unified register. */
export interface UnifiedRegister<Entry> {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Rows that brought an entry, in order; `isFirst` when the entry was new with it. */
  readonly placed: readonly {
    readonly row: RegisterRow;
    readonly nationalCode: string;
    readonly isFirst: boolean;
  }[];
  readonly setAside: readonly { readonly row: RegisterRow; readonly problem: Problem }[];
}

/**
 * Unifications 4 and 5: the registers of both schemes become one. An old code leads to its national
 * code by the bureau's crosswalk alone, never by name. An entry of a register that the crosswalk
 * does not know is set aside (`crosswalk-missing`); a line of the crosswalk that repeats an old
 * code is set aside too (`crosswalk-repeated`). `label` names the register in messages.
 */
export function unifyRegister<Entry>(
  label: string,
  rows: readonly RegisterRow[],
  codes: readonly RegisterCode<Entry>[],
  fileName: (fileId: number) => string,
): UnifiedRegister<Entry> {
  const crosswalk = new Map<string, RegisterCode<Entry>>();
  const setAside: { row: RegisterRow; problem: Problem }[] = [];
  const refuse = (row: RegisterRow, code: "crosswalk-missing" | "crosswalk-repeated"): void => {
    const place = { file: fileName(row.fileId), line: row.line };
    const values = { found: row.legacyCode, table: label };
    setAside.push({ row, problem: problem(code, place, values) });
  };
  for (const code of codes) {
    if (crosswalk.has(keyOf(code))) refuse(code, "crosswalk-repeated");
    else crosswalk.set(keyOf(code), code);
  }

  const entries = new Map<string, Entry>();
  const placed: { row: RegisterRow; nationalCode: string; isFirst: boolean }[] = [];
  for (const row of rows) {
    const code = crosswalk.get(keyOf(row));
    if (code === undefined) {
      refuse(row, "crosswalk-missing");
      continue;
    }
    const isFirst = !entries.has(code.nationalCode);
    if (isFirst) entries.set(code.nationalCode, code.entry);
    placed.push({ row, nationalCode: code.nationalCode, isFirst });
  }
  return { entries, placed, setAside };
}

function keyOf(row: RegisterRow): string {
  return `${row.source}|${row.legacyCode}`;
}
