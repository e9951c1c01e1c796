import { Refusal } from "../../domain/refusal.js";
import type { Column } from "../../match/column.js";
import { IdMaker, type ListIds, ListMaker } from "../../match/list-maker.js";
import { Numbers } from "../../match/numbers.js";
import type { MatchField } from "../../match/spec.js";
import { type PeopleList, readList } from "./read-list.js";

/** Which column of a list fills which field of a spec. */
export interface ListPlaces {
  readonly id: number;
  /** In the order of the fields; -1 where the list does not have it. */
  readonly fields: readonly number[];
}

/**
 * A list to be read, or a part of its columns: cutting a line is little of the work, so that two
 * threads are faster when both read all lines and each looks at other columns.
 */
export interface ListTask {
  readonly list: PeopleList;
  readonly places: ListPlaces;
  readonly fields: readonly MatchField[];
  /** Whether the ids are read. */
  readonly hasIds: boolean;
  /** Of every field, whether it is read. */
  readonly isTaken: readonly boolean[];
}

/** What was read; absent what was not asked for. */
export interface TakenList {
  readonly ids: ListIds | undefined;
  readonly columns: readonly (Column | undefined)[];
}

/** Reads the rows of a list. Refused are an id that is empty, and one that stands twice. */
export async function takeList(task: ListTask): Promise<TakenList> {
  const { list, places, fields, hasIds, isTaken } = task;
  const maker = new ListMaker(fields, (at) => isTaken[at] === true);
  const ids = hasIds ? new ListedIds(list.path) : undefined;
  for await (const { fields: cells, line } of readList(list)) {
    ids?.take((cells[places.id] ?? "").trim(), line);
    maker.take(places.fields.map((at) => (at < 0 ? "" : (cells[at] ?? ""))));
  }
  return { ids: ids?.finish(), columns: maker.finish() };
}

/** The ids of a list with their lines. */
class ListedIds {
  private readonly ids = new IdMaker();
  private readonly lines = new Numbers();

  constructor(private readonly path: string) {}

  take(id: string, line: number): void {
    if (id === "") throw new Refusal("id-empty", { found: this.path, line });
    const earlier = this.ids.take(id);
    if (earlier >= 0) {
      const values = { found: this.path, id, line, earlier: this.lines.at(earlier) };
      throw new Refusal("id-repeated", values);
    }
    this.lines.add(line);
  }

  finish(): ListIds {
    return this.ids.finish();
  }
}
