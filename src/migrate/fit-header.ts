import { maskName } from "../domain/mask.js";
import { type Problem, problem } from "../domain/problem.js";
import type { Layout } from "./layout.js";

/** A layout as it fits one file, and what keeps the file from fitting. */
export interface FittedLayout {
  readonly layout: Layout;
  readonly problems: readonly Problem[];
}

/**
 * Holds the header of a file to its layout. In a fixed order each name must be the one that stands
 * there (`header-differs`). In any order each column is looked up by its name, of several with one
 * name the first by the first; a column that the file lacks (`column-missing`), unless it is
 * optional, or that the layout does not name (`column-unmapped`) refuses the file.
 */
export function fitHeader(layout: Layout, names: readonly string[], file: string): FittedLayout {
  const place = { file, line: 1 };
  if (layout.isAnyOrder) return inAnyOrder(layout, names, place);
  const { columnNames } = layout;
  const differing = columnNames.filter((expected, index) => names[index] !== expected);
  // A file that lost its header begins with somebody's name and number.
  const isHeader = differing.length * 2 < columnNames.length;
  const shown = (name: string): string => (isHeader ? name : maskName(name));
  const problems = columnNames.flatMap((expected, index): readonly Problem[] => {
    const found = names[index] ?? "";
    if (found === expected) return [];
    const values = { column: index + 1, found: shown(found), expected };
    return [problem("header-differs", place, values)];
  });
  return { layout, problems: [...problems, ...further(columnNames, names, shown, place)] };
}

interface HeaderPlace {
  readonly file: string;
  readonly line: number;
}

/** Columns of the file behind the last one of the layout. */
function further(
  expected: readonly string[],
  names: readonly string[],
  shown: (name: string) => string,
  place: HeaderPlace,
): readonly Problem[] {
  return names.slice(expected.length).flatMap((name, index) => {
    const values = { column: expected.length + index + 1, found: shown(name) };
    return [problem("column-unmapped", place, values)];
  });
}

function inAnyOrder(layout: Layout, names: readonly string[], place: HeaderPlace): FittedLayout {
  const free = new Map<string, number[]>();
  for (const [index, name] of names.entries()) free.set(name, [...(free.get(name) ?? []), index]);
  const places = layout.columnNames.map((name) => free.get(name)?.shift());
  const found = places.filter((index) => index !== undefined).length;
  const isHeader = found * 2 > layout.columnNames.length;
  const isMissing = (at: number): boolean => places[at] === undefined && !layout.optional.has(at);
  const missing = layout.columnNames.filter((_, at) => isMissing(at));
  const unmapped = [...free.values()].flat().sort((a, b) => a - b);
  const problems = [
    ...missing.map((expected) => problem("column-missing", place, { expected })),
    ...unmapped.map((index) => {
      const name = names[index] ?? "";
      const values = { column: index + 1, found: isHeader ? name : maskName(name) };
      return problem("column-unmapped", place, values);
    }),
  ];
  return { layout: problems.length > 0 ? layout : rearranged(layout, places), problems };
}

/** The layout with its columns where this file has them; an optional one that it lacks is gone. */
function rearranged(layout: Layout, places: readonly (number | undefined)[]): Layout {
  const inFile = (texts: readonly string[]): readonly string[] =>
    places
      .flatMap((place, index) =>
        place === undefined ? [] : [[place, texts[index] ?? ""] as const],
      )
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text);
  return {
    ...layout,
    columnNames: inFile(layout.columnNames),
    columnLabels: inFile(layout.columnLabels),
    columns: layout.columns.flatMap((column) => {
      if (column.index === -1) return [column];
      const index = places[column.index];
      return index === undefined ? [] : [{ ...column, index }];
    }),
  };
}
