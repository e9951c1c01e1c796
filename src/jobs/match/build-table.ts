import assert from "node:assert";
import { maskName } from "../../domain/mask.js";
import { Refusal } from "../../domain/refusal.js";
import type { ListRows } from "../../match/list-maker.js";
import type { MatchField, MatchSpec } from "../../match/spec.js";
import { type MatchTable, tableOfLists } from "../../match/table.js";
import type { Progress } from "../job.js";
import type { Crew } from "./crew.js";
import type { PeopleList } from "./read-list.js";
import { type ListPlaces, type ListTask, type TakenList, takeList } from "./take-list.js";

/**
 * Reads one or two lists into a table, each by a thread of its own if there are any. Refused are a
 * column that is not there or there twice, an id that is empty or stands twice in a list, and lists
 * in which there is nothing to match.
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
  for (const { path } of lists) await progress.step("read", path);
  const tasks = lists.map((list, at) => tasksOf(list, places[at] as ListPlaces, spec.fields, crew));
  const all = tasks.flat();
  const read = crew === undefined ? await inTurn(all) : await crew.read(all);
  const starts = tasks.map((_, at) => tasks.slice(0, at).flat().length);
  const table = tableOfLists(
    spec.fields,
    tasks.map((own, at) => {
      const start = starts[at] as number;
      return wholeOf(spec.fields, read.slice(start, start + own.length));
    }),
  );
  if (table.size < 2) {
    throw new Refusal("list-empty", { found: lists.map(({ path }) => path).join(", ") });
  }
  return table;
}

/** The tasks of a list: one, or two of about as much work where there are threads for them. */
function tasksOf(
  list: PeopleList,
  places: ListPlaces,
  fields: readonly MatchField[],
  crew: Crew | undefined,
): readonly ListTask[] {
  const task = { list, places, fields };
  if (crew === undefined) return [{ ...task, hasIds: true, isTaken: fields.map(() => true) }];
  // Nearly every number is another one, and its check digit is looked at.
  const work = fields.map(({ kind }) => (kind === "certno" ? 3 : 1));
  const sum = (upTo: number): number => work.slice(0, upTo).reduce((all, one) => all + one, 0);
  const isFirst = work.map((_, at) => sum(at + 1) <= sum(work.length) / 2);
  return [
    { ...task, hasIds: true, isTaken: isFirst },
    { ...task, hasIds: false, isTaken: isFirst.map((one) => !one) },
  ];
}

async function inTurn(tasks: readonly ListTask[]): Promise<readonly TakenList[]> {
  const read: TakenList[] = [];
  for (const task of tasks) read.push(await takeList(task));
  return read;
}

/** The parts of a list put together. */
function wholeOf(fields: readonly MatchField[], parts: readonly TakenList[]): ListRows {
  const ids = parts.find((part) => part.ids !== undefined)?.ids;
  assert(ids !== undefined, "some part reads the ids");
  const columns = fields.map((_, at) => {
    const column = parts.map((part) => part.columns[at]).find((one) => one !== undefined);
    assert(column !== undefined, "some part reads every field");
    return column;
  });
  return { ids, columns };
}

function placesIn(list: PeopleList, spec: MatchSpec, id: string): ListPlaces {
  const fields = spec.fields.map(({ columns, isOptional }) => {
    const column = columns.find((name) => list.header.includes(name));
    if (column === undefined && !isOptional) throw unknownColumn(list, columns.join(" | "));
    return column === undefined ? -1 : placeOf(list, column);
  });
  const place = placeOf(list, id);
  if (place === -1) throw unknownColumn(list, id);
  return { id: place, fields };
}

/** Where a column stands, or -1; one that stands twice is refused. */
function placeOf({ path, header }: PeopleList, column: string): number {
  const place = header.indexOf(column);
  if (place !== header.lastIndexOf(column)) {
    throw new Refusal("column-twice", { found: path, column });
  }
  return place;
}

/** A field of a spec, and the column of each list that fills it; empty where a list has none. */
export interface FilledField {
  readonly field: string;
  readonly columns: readonly string[];
}

/** Which columns of the lists are read; a field that no list has is compared nowhere. */
export function filledFields(
  lists: readonly PeopleList[],
  spec: MatchSpec,
): readonly FilledField[] {
  return spec.fields.map(({ name, columns }) => ({
    field: name,
    columns: lists.map(({ header }) => columns.find((one) => header.includes(one)) ?? ""),
  }));
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
