import type { Column } from "./column.js";
import { cutNumbers } from "./cuts.js";
import type { Hanzi } from "./hanzi.js";
import type { KeyPart } from "./key-part.js";
import type { MatchKey } from "./spec.js";
import type { MatchTable } from "./table.js";

/** Which rows share a key. */
export interface Groups {
  /** The group of every row, numbered by their first row; 0 where a part of the key is missing. */
  readonly groupOf: Int32Array;
  /** The rows group by group, in their order; group g begins at `starts[g]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  /** Groups of more rows than the key allows, and the rows in them: they are left alone. */
  readonly oversize: { readonly groups: number; readonly rows: number };
}

/** Finds the rows that share a key, by what they hold and nothing else; all share an empty one. */
export function groupsOf(table: MatchTable, key: MatchKey, hanzi: Hanzi): Groups {
  const size = table.size;
  if (key.parts.length === 0) return withoutOversize(new Int32Array(size).fill(1), size);
  let groupOf: Int32Array | undefined;
  for (const part of key.parts) {
    const codes = cutCodes(table.columns.get(part.field) as Column, part, hanzi);
    groupOf = groupOf === undefined ? renumbered(codes) : joined(groupOf, codes);
  }
  return withoutOversize(groupOf ?? new Int32Array(size), key.most);
}

/** The codes of what a part takes of every row's value. */
function cutCodes(column: Column, part: KeyPart, hanzi: Hanzi): Int32Array {
  if (part.cut === "whole") return column.codes;
  const numbers = cutNumbers(column, part, hanzi);
  return column.codes.map((code) => numbers[code] as number);
}

/** Groups by two things at once: sorted by the second and then, stably, by the first. */
function joined(groups: Int32Array, codes: Int32Array): Int32Array {
  const order = sortedBy(groups, sortedBy(codes));
  const result = new Int32Array(groups.length);
  let [group, before] = [0, -1];
  for (const row of order) {
    if (groups[row] === 0 || codes[row] === 0) continue;
    const isNew = before === -1 || groups[row] !== groups[before] || codes[row] !== codes[before];
    if (isNew) group += 1;
    result[row] = group;
    before = row;
  }
  return renumbered(result);
}

/** Numbers that come in the order of the rows, so that nothing depends on how values were coded. */
function renumbered(codes: Int32Array): Int32Array {
  const numbers = new Int32Array(most(codes) + 1);
  let next = 0;
  return codes.map((code) => {
    if (code === 0) return 0;
    if (numbers[code] === 0) numbers[code] = ++next;
    return numbers[code] as number;
  });
}

function withoutOversize(groupOf: Int32Array, limit: number): Groups {
  const sizes = new Int32Array(most(groupOf) + 1);
  for (const group of groupOf) sizes[group] = (sizes[group] as number) + 1;
  const oversize = { groups: 0, rows: 0 };
  for (let group = 1; group < sizes.length; group++) {
    if ((sizes[group] as number) <= limit) continue;
    oversize.groups += 1;
    oversize.rows += sizes[group] as number;
  }
  const kept = groupOf.map((group) => ((sizes[group] as number) > limit ? 0 : group));
  const numbered = oversize.groups === 0 ? groupOf : renumbered(kept);
  const starts = startsOf(numbered);
  return {
    groupOf: inShared(numbered),
    rows: inShared(sortedBy(numbered)),
    starts: inShared(starts),
    oversize,
  };
}

/** The numbers where every thread can read them. */
function inShared(numbers: Int32Array): Int32Array<SharedArrayBuffer> {
  const shared = new Int32Array(new SharedArrayBuffer(numbers.byteLength));
  shared.set(numbers);
  return shared;
}

/** Where every number begins when rows are sorted by it; one more at the end. */
function startsOf(numbers: Int32Array): Int32Array {
  const starts = new Int32Array(most(numbers) + 2);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let at = 1; at < starts.length; at++) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  return starts;
}

/** Rows sorted by a number of theirs; rows of one number keep the order that they had. */
function sortedBy(numbers: Int32Array, order?: Int32Array): Int32Array {
  const next = startsOf(numbers);
  const sorted = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const row = order === undefined ? at : (order[at] as number);
    const number = numbers[row] as number;
    const place = next[number] as number;
    sorted[place] = row;
    next[number] = place + 1;
  }
  return sorted;
}

function most(numbers: Int32Array): number {
  let found = 0;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
