import { maskName } from "../../domain/mask.js";
import { Refusal } from "../../domain/refusal.js";
import type { MatchSpec } from "../../match/spec.js";
import { detached, type MatchTable, TableBuilder } from "../../match/table.js";
import type { Progress } from "../job.js";
import { type PeopleList, readList } from "./read-list.js";

/** Which column of a list fills which field of a spec. */
interface Places {
  readonly id: number;
  /** In the order of the fields; -1 where the list does not have it. */
  readonly fields: readonly number[];
}

/**
 * Reads one or two lists into a table. Refused are a column that is not there, an id that is empty
 * or stands twice in a list, and lists in which there is nothing to match.
 */
export async function buildTable(
  lists: readonly PeopleList[],
  spec: MatchSpec,
  id: string,
  progress: Progress,
): Promise<MatchTable> {
  const places = lists.map((list) => placesIn(list, spec, id));
  refuseNothingCompared(spec, places);
  const builder = new TableBuilder(spec.fields);
  let rows = 0;
  for (const [at, list] of lists.entries()) {
    await progress.step("read", list.path);
    rows += await takeList(builder, at === 0 ? 0 : 1, list, places[at] as Places);
  }
  if (rows < 2)
    throw new Refusal("list-empty", { found: lists.map(({ path }) => path).join(", ") });
  return builder.finish();
}

function placesIn(list: PeopleList, spec: MatchSpec, id: string): Places {
  const fields = spec.fields.map(({ columns, isOptional }) => {
    const column = columns.find((name) => list.header.includes(name));
    if (column === undefined && !isOptional) throw unknownColumn(list, columns.join(" | "));
    return column === undefined ? -1 : list.header.indexOf(column);
  });
  const place = list.header.indexOf(id);
  if (place === -1) throw unknownColumn(list, id);
  return { id: place, fields };
}

function unknownColumn({ path, header }: PeopleList, column: string): Refusal {
  return new Refusal("column-unknown", { found: path, column, expected: shownHeader(header) });
}

/** A first line with long numbers is no header but a person: it is not shown as it stands. */
function shownHeader(header: readonly string[]): string {
  const isPerson = header.some((name) => /\d{6}/.test(name));
  return header.map((name) => (isPerson ? maskName(name) : name)).join(", ");
}

/** Where every field is optional, a list may have none of them. */
function refuseNothingCompared(spec: MatchSpec, places: readonly Places[]): void {
  const isCompared = spec.fields.some(
    ({ levels }, at) => levels.length > 0 && places.every(({ fields }) => (fields[at] ?? -1) >= 0),
  );
  if (isCompared) return;
  const columns = spec.fields.flatMap((field) => field.columns).join(", ");
  throw new Refusal("columns-not-comparable", { expected: columns });
}

/** How many rows a list has; every one goes into the table. */
async function takeList(
  builder: TableBuilder,
  number: 0 | 1,
  list: PeopleList,
  { id: place, fields }: Places,
): Promise<number> {
  const lines = new Map<string, number>();
  for await (const { fields: cells, line } of readList(list)) {
    const id = (cells[place] ?? "").trim();
    const earlier = lines.get(id);
    if (id === "") throw new Refusal("id-empty", { found: list.path, line });
    if (earlier !== undefined) {
      throw new Refusal("id-repeated", { found: list.path, id, line, earlier });
    }
    lines.set(detached(id), line);
    builder.take(
      number,
      id,
      fields.map((at) => (at < 0 ? "" : (cells[at] ?? ""))),
    );
  }
  return lines.size;
}
