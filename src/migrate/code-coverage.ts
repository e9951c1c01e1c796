import type { Problem } from "../domain/problem.js";
import { rowText } from "../domain/row-number.js";
import type { CrosswalkEntry } from "./crosswalk.js";
import type { Layout } from "./layout.js";
import { type CodeProposal, proposeCode } from "./propose-code.js";

/** An old code that a crosswalk does not have: how often it stands, where first, what it may be. */
export interface UnmappedCode {
  readonly code: string;
  readonly count: number;
  readonly places: readonly string[];
  readonly proposal?: CodeProposal;
}

/** How far a crosswalk covers the codes of a delivery. */
export interface TableCoverage {
  readonly table: string;
  /** Records that were read with it, and those of them that hold a code which it does not have. */
  readonly records: number;
  readonly unmapped: number;
  /** The codes, the most frequent first. */
  readonly codes: readonly UnmappedCode[];
  /** Records with codes beyond those that are kept. */
  readonly others: number;
}

/** How many different codes of a table are kept, and how many places of each: more is no help. */
const MOST_CODES = 1_000;
const MOST_PLACES = 3;

interface Seen {
  count: number;
  readonly places: string[];
}

interface Table {
  readonly codes: Map<string, Seen>;
  records: number;
  unmapped: number;
  others: number;
}

/** Counts, row by row, the codes that no crosswalk has; its memory does not grow with the rows. */
export class CodeCoverage {
  private readonly tables = new Map<string, Table>();

  /** Counts the records of a file under every crosswalk that its layout uses. */
  addRecords({ columns }: Layout, records: number): void {
    const tables = new Set(columns.map((column) => column.table).filter((name) => name !== ""));
    for (const name of tables) this.table(name).records += records;
  }

  /** Counts what is unknown in one record. */
  take(problems: readonly Problem[]): void {
    for (const { code, place, values } of problems) {
      const name = values["table"];
      if (code !== "code-unknown" || typeof name !== "string" || !name.includes("/")) continue;
      if (name === FLAGS) continue;
      const table = this.table(name);
      table.unmapped += 1;
      const old = `${values["found"] ?? ""}`;
      const seen = table.codes.get(old) ?? { count: 0, places: [] };
      if (seen.count === 0 && table.codes.size >= MOST_CODES) {
        table.others += 1;
        continue;
      }
      table.codes.set(old, seen);
      seen.count += 1;
      if (seen.places.length < MOST_PLACES) {
        seen.places.push(`${place.file}:${rowText(place.line ?? 0)}`);
      }
    }
  }

  /** What came together, by table, with a proposal for every code that is like a known one. */
  report(
    entries: ReadonlyMap<string, readonly CrosswalkEntry[]>,
    fieldOf: (table: string) => string,
  ): readonly TableCoverage[] {
    return [...this.tables]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, { codes, records, unmapped, others }]) => {
        const elsewhere = [...entries].filter(
          ([name]) => name !== table && fieldOf(name) === fieldOf(table),
        );
        const listed = [...codes].map(([code, { count, places }]): UnmappedCode => {
          const proposal = proposeCode(code, entries.get(table) ?? [], elsewhere);
          return { code, count, places, ...(proposal === undefined ? {} : { proposal }) };
        });
        listed.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
        return { table, records, unmapped, codes: listed, others };
      });
  }

  private table(name: string): Table {
    const table = this.tables.get(name) ?? { codes: new Map(), records: 0, unmapped: 0, others: 0 };
    this.tables.set(name, table);
    return table;
  }
}

/** What the reading of flags tells in place of a table. */
const FLAGS = "0/1";
