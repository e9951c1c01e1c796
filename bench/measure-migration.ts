import { rmSync } from "node:fs";
import { join } from "node:path";
import { inTurn, type Measured, runTask } from "./measure.js";
import { hasShellPeer, runShellPeer } from "./shell-peer.js";
import { count, type Line, mebibytes, seconds, times } from "./table.js";

const ROWS = 500_000;
const FEW_ROWS = 100_000;

/**
 * The migration of an NCMS register of half a million rows against `iconv | sqlite3 .import` of the
 * same file, and how its memory grows with the rows.
 */
export function measureMigration(folder: string, scale: number): readonly Line[] {
  const few = delivered(folder, FEW_ROWS * scale);
  const small = migrated(few.delivery, join(folder, "few.db"));
  rmSync(few.delivery, { recursive: true });

  const many = delivered(folder, ROWS * scale);
  const csv = join(many.delivery, "ncms-members.csv");
  const peerDatabase = join(folder, "peer.db");
  const { ours, peer } = inTurn(
    () => migrated(many.delivery, join(folder, "ours.db")),
    hasShellPeer() ? () => runShellPeer(csv, peerDatabase, many.rows) : undefined,
  );
  rmSync(many.delivery, { recursive: true });
  return [againstShell(many.rows, ours, peer), flatness(few.rows, small, many.rows, ours)];
}

interface Delivered {
  readonly delivery: string;
  readonly rows: number;
}

function delivered(folder: string, rows: number): Delivered {
  const delivery = join(folder, `delivery-${rows}`);
  console.error(`making about ${count(rows)} rows …`);
  const { result } = runTask("deliver", delivery, String(rows));
  return { delivery, rows: result["rows"] ?? 0 };
}

function migrated(delivery: string, database: string): Measured {
  console.error(`migrating ${delivery} …`);
  const measured = runTask("migrate", delivery, database);
  for (const end of ["", "-wal", "-shm"]) rmSync(`${database}${end}`, { force: true });
  return measured;
}

function againstShell(rows: number, ours: Measured, peer: Measured | undefined): Line {
  const line = {
    what: `migrate ${count(rows)} NCMS rows`,
    ours: seconds(ours.seconds),
    peak: `${mebibytes(ours.peak)} / ${mebibytes(peer?.peak)}`,
  };
  if (peer === undefined) {
    return { ...line, note: "no peer, because iconv or sqlite3 is not installed here" };
  }
  return {
    ...line,
    peer: seconds(peer.seconds),
    ratio: times(ours.seconds / peer.seconds),
    note:
      "the peer is `iconv -c | sqlite3 .import` of the same file (-c, because some names are cut " +
      "in half on purpose and iconv would stop there); it stores cells and judges nothing",
  };
}

/** Peaks in the columns of the times: the ratio says how memory follows the rows. */
function flatness(fewRows: number, few: Measured, manyRows: number, many: Measured): Line {
  return {
    what: `memory, ${count(manyRows)} rows / ${count(fewRows)} rows`,
    ours: `${mebibytes(many.peak)} MiB`,
    peer: `${mebibytes(few.peak)} MiB`,
    ratio: times((many.peak ?? 0) / (few.peak ?? 1)),
    peak: "",
    note: `${(manyRows / fewRows).toFixed(1)} times the rows; both sides are our migration`,
  };
}
