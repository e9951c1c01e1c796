import { Refusal } from "../../domain/refusal.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, writeFileAtomic } from "../../io/files.js";
import { type Joined, joinPersons } from "../../match/chains.js";
import type { Linked } from "../../match/link.js";
import { type Thresholds, thresholdsOf } from "../../match/outcomes.js";
import type { MatchTable } from "../../match/table.js";
import type { FilledField } from "./build-table.js";
import { type ListsQuestion, matchLists, refuseOverInput } from "./match-lists.js";

export interface MatchQuestion extends ListsQuestion {
  readonly out: string;
  readonly clusters?: string | undefined;
  /** Pairs below this probability are not written. */
  readonly floor: number;
}

export interface MatchReport {
  /** Rows of each list. */
  readonly rows: readonly number[];
  /** Which columns were read, field by field. */
  readonly fields: readonly FilledField[];
  readonly candidates: number;
  /** How many pairs are expected to be one person. */
  readonly expected: number;
  readonly rounds: number;
  /** The version of the weights that were given; absent where they were learnt on the spot. */
  readonly weights?: number;
  readonly thresholds: Thresholds;
  /** Per blocking key: groups too large to be compared. */
  readonly oversize: readonly OversizeKey[];
  readonly written: number;
  readonly floor: number;
  /** Rows that share a cluster, and links that were not followed; with `clusters` only. */
  readonly joined?: JoinedReport;
  readonly files: readonly string[];
}

export interface OversizeKey {
  readonly key: string;
  readonly groups: number;
  readonly rows: number;
}

interface JoinedReport {
  readonly people: number;
  readonly shared: number;
  readonly refused: number;
}

/**
 * Matches the people of one or two lists by a spec, with weights that were trained before or are
 * learnt from the lists themselves, and writes the pairs with their probabilities and, if asked,
 * the clusters.
 */
export async function matchFiles(question: MatchQuestion): Promise<MatchReport> {
  const { clusters, out, progress } = question;
  refuseOverInput(question, clusters === undefined ? [out] : [out, clusters]);
  const matched = await matchLists(question, (table) => {
    if (clusters !== undefined) refuseSharedIds(table);
  });
  const { spec, table, linked, trained } = matched;
  const thresholds = thresholdsOf(linked.probability, spec.outcomes);
  await progress.step("report");
  const written = await writePairs(question, table, linked);
  const { candidates, expected, rounds } = linked;
  return {
    rows: matched.rows,
    fields: matched.fields,
    candidates: candidates.left.length,
    expected,
    rounds,
    ...(trained === undefined ? {} : { weights: trained.version }),
    thresholds,
    oversize: spec.blocking.flatMap(({ parts }, at) => {
      const { groups, rows } = candidates.oversize[at] ?? { groups: 0, rows: 0 };
      const key = parts.map(({ field }) => field).join(" + ");
      return groups === 0 ? [] : [{ key, groups, rows }];
    }),
    written,
    floor: question.floor,
    ...(clusters === undefined
      ? {}
      : { joined: await writeClusters(clusters, table, linked, thresholds) }),
    files: [out, ...(clusters === undefined ? [] : [clusters])],
  };
}

/** A cluster names its rows by their ids alone, so an id must not stand in both lists. */
function refuseSharedIds({ ids, first }: MatchTable): void {
  const known = new Set(ids.slice(0, first));
  const shared = ids.slice(first).find((id) => known.has(id));
  if (shared !== undefined) throw new Refusal("id-in-both-lists", { found: shared });
}

/** Writes `left,right,probability`, ordered by the rows; returns how many pairs. */
async function writePairs(
  { out, floor }: MatchQuestion,
  { ids }: MatchTable,
  { candidates: { left, right }, probability }: Linked,
): Promise<number> {
  const kept: number[] = [];
  probability.forEach((one, pair) => {
    if (one >= floor) kept.push(pair);
  });
  const at = (rows: Int32Array, pair: number): number => rows[pair] ?? 0;
  kept.sort((one, other) => at(left, one) - at(left, other) || at(right, one) - at(right, other));
  const id = (row: number): string => ids[row] ?? "";
  const rows = (function* (): Generator<readonly string[]> {
    yield ["left", "right", "probability"];
    for (const pair of kept) {
      yield [id(at(left, pair)), id(at(right, pair)), (probability[pair] ?? 0).toFixed(9)];
    }
  })();
  await writeFileAtomic(out, csvPieces(rows, { bom: false }), { mode: PRIVATE_MODE });
  return kept.length;
}

/** Writes `id,cluster`, a line for every row; clusters are numbered by their first rows. */
async function writeClusters(
  path: string,
  { ids }: MatchTable,
  { candidates, probability, probabilityOf }: Linked,
  { same, review }: Thresholds,
): Promise<JoinedReport> {
  const places = Int32Array.from(
    [...probability.keys()].filter((pair) => (probability[pair] ?? 0) >= same),
  );
  const links = {
    left: places.map((pair) => candidates.left[pair] ?? 0),
    right: places.map((pair) => candidates.right[pair] ?? 0),
    probability: Float64Array.from(places, (pair) => probability[pair] ?? 0),
  };
  const differ = (left: number, right: number): boolean => probabilityOf(left, right) < review;
  const { rootOf, refused } = joinPersons(ids.length, links, differ);
  const numbers = numbersOf(rootOf);
  const rows = (function* (): Generator<readonly string[]> {
    yield ["id", "cluster"];
    for (const [row, id] of ids.entries()) yield [id, String(numbers[row] ?? 0)];
  })();
  await writeFileAtomic(path, csvPieces(rows, { bom: false }), { mode: PRIVATE_MODE });
  const people = rootOf.filter((root, row) => root === row).length;
  return { people, shared: ids.length - people, refused: refused.length };
}

function numbersOf(rootOf: Joined["rootOf"]): Int32Array {
  const numbers = new Int32Array(rootOf.length);
  let next = 0;
  rootOf.forEach((root, row) => {
    if (root === row) next += 1;
    numbers[row] = root === row ? next : (numbers[root] ?? 0);
  });
  return numbers;
}
