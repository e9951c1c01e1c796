import { maskName } from "../../domain/mask.js";
import { Refusal } from "../../domain/refusal.js";
import type { MatchSpec } from "../../match/spec.js";
import type { ListRows } from "../../match/list-maker.js";
import { type MatchTable, tableOfLists } from "../../match/table.js";
import type { Progress } from "../job.js";
import type { Crew } from "./crew.js";
import type { PeopleList } from "./read-list.js";
import { type ListPlaces, type ListTask, takeList } from "./take-list.js";

/**
 * Reads one or two lists into a table, each by a thread of its own if there are any. Refused are a
 * column that is not there, an id that is empty or stands twice in a list, and lists in which there
 * is nothing to match.
 */
export async function buildTable(
  lists: readonly PeopleList[],
  spec: MatchSpec,
  id: string,
  progress: Progress,
  crew?: Crew,
): Promise<MatchTable> {
  const places = lists.map((list) => placesIn(list, spec, id));
  refuseNothingCompared(spec, places);
  const { fields } = spec;
  const tasks = lists.map((list, at) => ({ list, places: places[at] as ListPlaces, fields }));
  for (const { path } of lists) await progress.step("read", path);
  const read = crew === undefined ? await inTurn(tasks) : await crew.read(tasks);
  const table = tableOfLists(fields, read);
  if (table.size < 2) {
    throw new Refusal("list-empty", { found: lists.map(({ path }) => path).join(", ") });
  }
  return table;
}

async function inTurn(tasks: readonly ListTask[]): Promise<readonly ListRows[]> {
  const read: ListRows[] = [];
  for (const task of tasks) read.push(await takeList(task));
  return read;
}

function placesIn(list: PeopleList, spec: MatchSpec, id: string): ListPlaces {
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
function refuseNothingCompared(spec: MatchSpec, places: readonly ListPlaces[]): void {
  const isCompared = spec.fields.some(
    ({ levels }, at) => levels.length > 0 && places.every(({ fields }) => (fields[at] ?? -1) >= 0),
  );
  if (isCompared) return;
  const columns = spec.fields.flatMap((field) => field.columns).join(", ");
  throw new Refusal("columns-not-comparable", { expected: columns });
}
