import { readText } from "../migrate/cells.js";
import type { ColumnProfile } from "./column-profile.js";
import type { Meant } from "./support.js";

/** A crosswalk of the workspace: its old codes, and the fields that layouts use it for. */
export interface CodeTable {
  /** `ncms/gend` */
  readonly name: string;
  readonly codes: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
}

/** The crosswalk that knows most of a column's codes. */
export interface TableProposal {
  readonly name: string;
  /** The share of filled cells whose code it has (0 … 1). */
  readonly coverage: number;
  /** Others that know just as many: which one means the same is for a person to say. */
  readonly rivals: readonly string[];
}

/** A table that knows fewer of the cells than this is none for the column. */
const LEAST = 0.5;

/**
 * Finds the crosswalk for a coded column: of those that layouts use for its field, the one with
 * most of its codes; of equals the smallest, which has the fewest codes that never occur.
 */
export function tableFor(
  field: string,
  { codes }: ColumnProfile,
  tables: readonly CodeTable[],
): TableProposal | undefined {
  if (codes === undefined) return undefined;
  const fitting = tables
    .filter(({ targets }) => targets.has(field))
    .map((table) => ({ table, coverage: coverageOf(codes, table) }))
    .filter(({ coverage }) => coverage >= LEAST)
    .sort((a, b) => b.coverage - a.coverage || a.table.codes.size - b.table.codes.size);
  const [best, ...rest] = fitting;
  if (best === undefined) return undefined;
  const rivals = rest.filter(({ coverage }) => coverage === best.coverage);
  const { name } = best.table;
  return { name, coverage: best.coverage, rivals: rivals.map(({ table }) => table.name) };
}

/**
 * The field whose crosswalk knows the Chinese words of a column: 男 and 女, 汉族, 配偶. Bare numbers
 * are codes of a hundred things and mean nothing by themselves.
 */
export function meantByCodes(
  { profile }: { readonly profile: ColumnProfile },
  tables: readonly CodeTable[],
): Meant | undefined {
  const { codes } = profile;
  if (codes === undefined || codes.size < 2) return undefined;
  if (![...codes.keys()].every((code) => /\p{Script=Han}/u.test(code))) return undefined;
  const known = tables.filter((table) => coverageOf(codes, table) >= MOSTLY);
  const fields = new Set(known.flatMap(({ targets }) => [...targets]));
  const [field] = fields;
  return field === undefined || fields.size > 1 ? undefined : { field, isSure: true };
}

const MOSTLY = 0.9;

function coverageOf(values: ReadonlyMap<string, number>, { codes }: CodeTable): number {
  let [known, all] = [0, 0];
  for (const [value, count] of values) {
    all += count;
    if (codes.has(readText(value))) known += count;
  }
  return all === 0 ? 0 : known / all;
}
