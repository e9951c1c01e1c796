import type { ReviewReason } from "../../domain/match-decision.js";
import type {
  DecisionStore,
  NewDecision,
  PairPlace,
  ReviewPair,
  StoredDecision,
  WaitingPair,
} from "../port/decisions.js";
import { all, type Database, inBatch } from "./database.js";
import { keyColumns, keyFrom, keyValues } from "./source-keys.js";

/** The journal of decisions, and the pairs that wait for one, in SQLite. */
export function decisionStore(database: Database): DecisionStore {
  return {
    async add(runId, decisions) {
      const insert = database.prepare(ADD_DECISION);
      return inBatch(database, () =>
        decisions.map((one) => Number(insert.run(decisionValues(runId, one)).lastInsertRowid)),
      );
    },
    async all() {
      const query = database.prepare("SELECT * FROM match_decision ORDER BY decision_id");
      return all<DecisionColumns>(query).map(decisionFrom);
    },
    async addReviewPairs(runId, pairs) {
      const insert = database.prepare(ADD_PAIR);
      inBatch(database, () => {
        for (const pair of pairs) insert.run(pairValues(runId, pair));
      });
    },
    waitingPairs: async (after, limit) =>
      all<PairColumns>(database.prepare(WAITING_AFTER), { ...placeValues(after), limit }).map(
        pairFrom,
      ),
    async waitingCounts() {
      const query = database.prepare(`SELECT r.reason, COUNT(*) AS pairs FROM ${WAITING}
        GROUP BY r.reason ORDER BY r.reason`);
      const rows = all<{ reason: ReviewReason; pairs: number }>(query);
      return Object.fromEntries(rows.map(({ reason, pairs }) => [reason, pairs]));
    },
  };
}

const KEYS = `${keyColumns("left")}, ${keyColumns("right")}`;
const KEY_VALUES = `${keyColumns("left", "@")}, ${keyColumns("right", "@")}`;

const ADD_DECISION = `
  INSERT INTO match_decision (kind, ${KEYS}, decided_by, decided_on, reason, origin, replaces,
    run_id)
  VALUES (@kind, ${KEY_VALUES}, @decidedBy, @decidedOn, @reason, @origin, @replaces, @runId)`;

function decisionValues(runId: number, decision: NewDecision) {
  const { kind, left, right, decidedBy, decidedOn, reason, origin } = decision;
  const keys = { ...keyValues("left", left), ...keyValues("right", right) };
  const replaces = decision.replaces ?? null;
  return { kind, ...keys, decidedBy, decidedOn, reason, origin, replaces, runId };
}

type DecisionColumns = Readonly<Record<string, unknown>> & {
  readonly decision_id: number;
  readonly kind: StoredDecision["kind"];
  readonly decided_by: string;
  readonly decided_on: StoredDecision["decidedOn"];
  readonly reason: string;
  readonly origin: StoredDecision["origin"];
  readonly replaces: number | null;
  readonly run_id: number;
};

function decisionFrom(row: DecisionColumns): StoredDecision {
  return {
    decisionId: row.decision_id,
    kind: row.kind,
    left: keyFrom("left", row),
    right: keyFrom("right", row),
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    reason: row.reason,
    origin: row.origin,
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    runId: row.run_id,
  };
}

const PLACES = "left_file_id, left_line, right_file_id, right_line";

const ADD_PAIR = `
  INSERT OR REPLACE INTO review_pair (${PLACES}, ${KEYS}, probability, levels, reason, run_id)
  VALUES (@leftFileId, @leftLine, @rightFileId, @rightLine, ${KEY_VALUES}, @probability, @levels,
    @reason, @runId)`;

export function placeValues({ leftRow, rightRow }: PairPlace) {
  return {
    leftFileId: leftRow.fileId,
    leftLine: leftRow.line,
    rightFileId: rightRow.fileId,
    rightLine: rightRow.line,
  };
}

function pairValues(runId: number, pair: ReviewPair) {
  const keys = { ...keyValues("left", pair.left), ...keyValues("right", pair.right) };
  const { probability, reason } = pair;
  const levels = JSON.stringify(pair.levels);
  return { ...placeValues(pair), ...keys, probability, levels, reason, runId };
}

/** Whether an entry names both keys of a pair, in either order. */
function isDecided(one: string, other: string): string {
  const sides = `(${qualified("d", one)}, ${qualified("d", other)})`;
  return `${sides} = (${qualified("r", "left")}, ${qualified("r", "right")})`;
}

function qualified(table: string, side: string): string {
  return keyColumns(`${table}.${side}`);
}

/** A pair with the rows of its records. */
export const PAIR_ROWS = `review_pair r
  JOIN person_row a ON a.file_id = r.left_file_id AND a.line = r.left_line
  JOIN person_row b ON b.file_id = r.right_file_id AND b.line = r.right_line`;

/** Pairs of two persons about which no entry says anything, not even one that was replaced. */
export const WAITING = `${PAIR_ROWS}
  WHERE b.psn_no <> a.psn_no
    AND NOT EXISTS (SELECT 1 FROM match_decision d WHERE ${isDecided("left", "right")})
    AND NOT EXISTS (SELECT 1 FROM match_decision d WHERE ${isDecided("right", "left")})`;

const WAITING_AFTER = `
  SELECT r.*, a.psn_no AS left_psn_no, b.psn_no AS right_psn_no FROM ${WAITING}
    AND (r.left_file_id, r.left_line, r.right_file_id, r.right_line)
      > (@leftFileId, @leftLine, @rightFileId, @rightLine)
  ORDER BY r.left_file_id, r.left_line, r.right_file_id, r.right_line LIMIT @limit`;

export type PairColumns = Readonly<Record<string, unknown>> & {
  readonly left_file_id: number;
  readonly left_line: number;
  readonly right_file_id: number;
  readonly right_line: number;
  readonly left_psn_no: string;
  readonly right_psn_no: string;
  readonly probability: number;
  readonly levels: string;
  readonly reason: ReviewReason;
  readonly run_id: number;
};

export function pairFrom(row: PairColumns): WaitingPair {
  return {
    left: keyFrom("left", row),
    right: keyFrom("right", row),
    leftRow: { fileId: row.left_file_id, line: row.left_line },
    rightRow: { fileId: row.right_file_id, line: row.right_line },
    probability: row.probability,
    levels: JSON.parse(row.levels) as Readonly<Record<string, string>>,
    reason: row.reason,
    leftPsnNo: row.left_psn_no,
    rightPsnNo: row.right_psn_no,
    runId: row.run_id,
  };
}
