import assert from "node:assert";
import { type Problem, problem } from "../domain/problem.js";
import type { Origin } from "../domain/records.js";
import type { Values } from "../text/tell.js";

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

/** What a register is unified from. */
export interface RegisterQuestion<Entry> {
  /** The name of the register in messages. */
  readonly label: string;
  readonly rows: readonly RegisterRow[];
  readonly codes: readonly RegisterCode<Entry>[];
  /** The entries that earlier deliveries brought, by national code. */
  readonly known: ReadonlyMap<string, Entry>;
  /** An entry in words, complete: two entries with the same words are the same. */
  readonly describe: (entry: Entry) => string;
  readonly fileName: (fileId: number) => string;
}

/**
 * Unifications 4 and 5: the registers of both schemes become one. An old code leads to its national
 * code by the bureau's crosswalk alone, never by name. Set aside are an entry that the crosswalk
 * does not know (`crosswalk-missing`), a line of the crosswalk that repeats an old code
 * (`crosswalk-repeated`), and an entry that says something else of a national code than stands
 * already (`differs-from-loaded`): nothing is overwritten in silence.
 */
export function unifyRegister<Entry>(question: RegisterQuestion<Entry>): UnifiedRegister<Entry> {
  const { rows, codes, known, describe } = question;
  const setAside: Refused[] = [];
  const crosswalk = crosswalkOf(question, setAside);
  const entries = new Map<string, Entry>();
  const placed: { row: RegisterRow; nationalCode: string; isFirst: boolean }[] = [];
  for (const row of rows) {
    const code = crosswalk.get(keyOf(row));
    if (code === undefined) {
      setAside.push(refused(question, row, "crosswalk-missing"));
      continue;
    }
    const { nationalCode, entry } = code;
    const before = known.get(nationalCode) ?? entries.get(nationalCode);
    if (before !== undefined && describe(before) !== describe(entry)) {
      const values = { what: nationalCode, expected: describe(before), found: describe(entry) };
      setAside.push(refused(question, row, "differs-from-loaded", values));
      continue;
    }
    if (before === undefined) entries.set(nationalCode, entry);
    placed.push({ row, nationalCode, isFirst: before === undefined });
  }
  const lines = rows.length + codes.length;
  assert(placed.length + crosswalk.size + setAside.length === lines, "every line has its place");
  return { entries, placed, setAside };
}

type Refused = { readonly row: RegisterRow; readonly problem: Problem };

function crosswalkOf<Entry>(
  question: RegisterQuestion<Entry>,
  setAside: Refused[],
): ReadonlyMap<string, RegisterCode<Entry>> {
  const crosswalk = new Map<string, RegisterCode<Entry>>();
  for (const code of question.codes) {
    if (crosswalk.has(keyOf(code))) setAside.push(refused(question, code, "crosswalk-repeated"));
    else crosswalk.set(keyOf(code), code);
  }
  return crosswalk;
}

function refused<Entry>(
  { label, fileName }: RegisterQuestion<Entry>,
  row: RegisterRow,
  code: "crosswalk-missing" | "crosswalk-repeated" | "differs-from-loaded",
  values: Values = {},
): Refused {
  const place = { file: fileName(row.fileId), line: row.line };
  return { row, problem: problem(code, place, { found: row.legacyCode, table: label, ...values }) };
}

function keyOf(row: RegisterRow): string {
  return `${row.source}|${row.legacyCode}`;
}
