import type { Origin } from "../../domain/records.js";
import { sourceKeyText } from "../../domain/source-key.js";
import type { Side } from "../../match/decisions.js";
import type { MatchField } from "../../match/spec.js";
import { type MatchTable, TableBuilder } from "../../match/table.js";
import { type ComparedFact, type ComparedRow, comparedFacts } from "../../store/port/kept-rows.js";
import type { Store } from "../../store/store.js";

/** How many rows one page holds. */
const PAGE = 5_000;

/** A person whom the database knows. */
export interface LoadedPerson {
  readonly partNo: number;
  readonly psnNo: string;
}

/** The rows of a delivery and the rows of all loaded people, as the model reads them. */
export interface PeopleTable {
  /** First the rows that lead to nobody known; then the others of the delivery; then known rows. */
  readonly table: MatchTable;
  /** Of every row, its number in the delivery; -1 for a known row. */
  readonly rowNos: readonly number[];
  /** Of every row, its place in `people`; -1 for a row of the delivery. */
  readonly personOf: Int32Array;
  readonly people: readonly LoadedPerson[];
  /** The side of the journal on which a row stands, of those that it names. */
  readonly sideOf: ReadonlyMap<number, Side>;
  /** Where a row was read. */
  readonly placeOf: (row: number) => Origin;
}

/**
 * Reads the rows that are matched. A field of the spec takes the fact whose national name is among
 * its columns; facts that nobody keeps of a row (a village, a head's name) are missing in all.
 * `isKnown` says of a row of the delivery that the rules lead it to one person whom we know.
 */
export async function peopleTable(
  store: Store,
  fields: readonly MatchField[],
  sides: ReadonlyMap<string, Side>,
  isKnown: (rowNo: number) => boolean,
): Promise<PeopleTable> {
  const taker = new RowTaker(fields, sides);
  for (let after = -1; ; ) {
    const rows = await store.rows.stagedAfter(after, PAGE);
    for (const row of rows) taker.take(isKnown(row.rowNo) ? 1 : 0, row, { rowNo: row.rowNo });
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) break;
    after = last;
  }
  for (let after = { fileId: 0, line: 0 }; ; ) {
    const rows = await store.rows.knownAfter(after, PAGE);
    for (const { partNo, psnNo, ...row } of rows) taker.take(1, row, { partNo, psnNo });
    const last = rows.at(-1);
    if (last === undefined) return taker.finish();
    after = last;
  }
}

/** Whose a row is: somebody's, or that of a row number of the delivery. */
type Owner = LoadedPerson | { readonly rowNo: number };

/** What is remembered of the rows of one list, in the order in which they were read. */
class Taken {
  readonly rowNos: number[] = [];
  readonly persons: number[] = [];
  readonly fileIds: number[] = [];
  readonly lines: number[] = [];
  readonly sides: (readonly [number, Side])[] = [];
}

/** Puts rows into a table and remembers whose they are. */
class RowTaker {
  private readonly builder: TableBuilder;
  private readonly facts: readonly (ComparedFact | undefined)[];
  private readonly people: LoadedPerson[] = [];
  private readonly places = new Map<string, number>();
  private readonly lists = [new Taken(), new Taken()] as const;

  constructor(
    fields: readonly MatchField[],
    private readonly sides: ReadonlyMap<string, Side>,
  ) {
    this.builder = new TableBuilder(fields);
    this.facts = fields.map(({ columns }) => comparedFacts.find((fact) => columns.includes(fact)));
  }

  /** Ids of one length stand in the order in which rows were read. */
  take(list: 0 | 1, row: ComparedRow, owner: Owner): void {
    const taken = this.lists[list];
    const at = taken.rowNos.length;
    const cells = this.facts.map((fact) => (fact === undefined ? "" : row.facts[fact]));
    this.builder.take(list, String(at).padStart(9, "0"), cells);
    taken.rowNos.push("rowNo" in owner ? owner.rowNo : -1);
    taken.persons.push("rowNo" in owner ? -1 : this.placeOf(owner));
    taken.fileIds.push(row.fileId);
    taken.lines.push(row.line);
    if (this.sides.size === 0) return;
    const side = this.sides.get(sourceKeyText(row.key));
    if (side !== undefined) taken.sides.push([at, side]);
  }

  finish(): PeopleTable {
    const [first, second] = this.lists;
    const size = first.rowNos.length;
    const moved = second.sides.map(([at, side]) => [at + size, side] as const);
    const fileIds = Int32Array.from([...first.fileIds, ...second.fileIds]);
    const lines = Float64Array.from([...first.lines, ...second.lines]);
    return {
      table: this.builder.finish(),
      rowNos: [...first.rowNos, ...second.rowNos],
      personOf: Int32Array.from([...first.persons, ...second.persons]),
      people: this.people,
      sideOf: new Map([...first.sides, ...moved]),
      placeOf: (row) => ({ fileId: fileIds[row] ?? 0, line: lines[row] ?? 0 }),
    };
  }

  private placeOf(person: LoadedPerson): number {
    const known = this.places.get(person.psnNo);
    if (known !== undefined) return known;
    const place = this.people.push(person) - 1;
    this.places.set(person.psnNo, place);
    return place;
  }
}
