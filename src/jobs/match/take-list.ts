import { Refusal } from "../../domain/refusal.js";
import { ListMaker, type ListRows } from "../../match/list-maker.js";
import { Numbers } from "../../match/numbers.js";
import type { MatchField } from "../../match/spec.js";
import { type PeopleList, readList } from "./read-list.js";

/** Which column of a list fills which field of a spec. */
export interface ListPlaces {
  readonly id: number;
  /** In the order of the fields; -1 where the list does not have it. */
  readonly fields: readonly number[];
}

/** A list to be read. */
export interface ListTask {
  readonly list: PeopleList;
  readonly places: ListPlaces;
  readonly fields: readonly MatchField[];
}

/** Reads all rows of a list. Refused are an id that is empty, and one that stands twice. */
export async function takeList({ list, places, fields }: ListTask): Promise<ListRows> {
  const maker = new ListMaker(fields);
  const lines = new Numbers();
  for await (const { fields: cells, line } of readList(list)) {
    const id = (cells[places.id] ?? "").trim();
    if (id === "") throw new Refusal("id-empty", { found: list.path, line });
    const earlier = maker.placeOf(id);
    if (earlier >= 0) {
      const values = { found: list.path, id, line, earlier: lines.at(earlier) };
      throw new Refusal("id-repeated", values);
    }
    lines.add(line);
    maker.take(
      id,
      places.fields.map((at) => (at < 0 ? "" : (cells[at] ?? ""))),
    );
  }
  return maker.finish();
}
