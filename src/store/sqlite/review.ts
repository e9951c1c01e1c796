import { HEADS } from "../../domain/relation.js";
import type { PairPlace } from "../port/decisions.js";
import { type Household, householdKey, type QueuedPair, type ReviewStore } from "../port/review.js";
import { all, type Database } from "./database.js";
import { PAIR_ROWS, type PairColumns, pairFrom, placeValues, WAITING } from "./decisions.js";

/** What a review asks beyond the queue itself, in SQLite. */
export function reviewStore(database: Database): ReviewStore {
  return {
    queuedAfter: async (after, limit) =>
      all<QueuedColumns>(database.prepare(QUEUED), { ...placeValues(after), limit }).map(
        queuedFrom,
      ),
    async pairsAt(places) {
      const query = database.prepare(PAIRS_AT);
      const found = all<PairColumns>(query, JSON.stringify(places.map(placeList))).map(pairFrom);
      const byPlace = new Map(found.map((pair) => [`${placeList(pair)}`, pair]));
      return places.map((place) => byPlace.get(`${placeList(place)}`));
    },
    async heads(households) {
      const asked = households.map(({ source, householdNo }) => [source, householdNo]);
      const rows = all<HeadColumns>(database.prepare(HEADS_OF), JSON.stringify(asked));
      return new Map(rows.map((row) => [householdKey(row), row.psnName]));
    },
  };
}

type HeadColumns = Household & { readonly psnName: string };

type QueuedColumns = Omit<QueuedPair, keyof PairPlace> &
  Readonly<Record<"leftFileId" | "leftLine" | "rightFileId" | "rightLine", number>>;

function queuedFrom(row: QueuedColumns): QueuedPair {
  const { leftFileId, leftLine, rightFileId, rightLine, ...rest } = row;
  const leftRow = { fileId: leftFileId, line: leftLine };
  return { ...rest, leftRow, rightRow: { fileId: rightFileId, line: rightLine } };
}

const PLACES = "r.left_file_id, r.left_line, r.right_file_id, r.right_line";

const QUEUED = `
  SELECT r.left_file_id AS leftFileId, r.left_line AS leftLine, r.right_file_id AS rightFileId,
    r.right_line AS rightLine, r.probability, a.psn_no AS leftPsnNo, b.psn_no AS rightPsnNo
  FROM ${WAITING} AND (${PLACES}) > (@leftFileId, @leftLine, @rightFileId, @rightLine)
  ORDER BY ${PLACES} LIMIT @limit`;

const PAIRS_AT = `
  SELECT r.*, a.psn_no AS left_psn_no, b.psn_no AS right_psn_no
  FROM json_each(?) j JOIN ${PAIR_ROWS}
  WHERE r.left_file_id = j.value ->> 0 AND r.left_line = j.value ->> 1
    AND r.right_file_id = j.value ->> 2 AND r.right_line = j.value ->> 3`;

function placeList({ leftRow, rightRow }: PairPlace): readonly number[] {
  return [leftRow.fileId, leftRow.line, rightRow.fileId, rightRow.line];
}

// One look at all kept rows, so it is asked once for a whole queue. SQLite takes the other columns
// of the row that has the MAX.
const HEADS_OF = `
  SELECT source, household_no AS householdNo, psn_name AS psnName, MAX(file_id * 1e16 + line)
  FROM person_row
  WHERE head_relation IN (${HEADS.map((code) => `'${code}'`).join(", ")})
    AND (source, household_no) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
  GROUP BY source, household_no`;
