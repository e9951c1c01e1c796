import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inTurn, type Measured, runTask } from "./measure.js";
import { count, type Line, mebibytes, seconds, times } from "./table.js";

const CLAIMS = 1_000_000;

/** About as many as a range of parts holds, which is settled at once. */
const IN_RANGE = 20_000;

/**
 * The settlement of a month against a loop that only reads and writes the same rows, and the law
 * alone, without any database.
 */
export function measureSettlement(folder: string, scale: number): readonly Line[] {
  const claims = CLAIMS * scale;
  const filled = join(folder, "claims.db");
  console.error(`writing ${count(claims)} claims …`);
  runTask("fill-claims", filled, String(claims));
  const { ours, peer } = inTurn(
    () => onCopy("settle", filled, folder),
    () => onCopy("settle-plainly", filled, folder),
  );
  console.error("settling without a database …");
  const kernel = runTask("settle-in-memory", String(IN_RANGE));
  return [againstLoop(claims, ours, peer), kernelLine(kernel)];
}

/** Every run settles a fresh copy; the copying is not measured. */
function onCopy(task: "settle" | "settle-plainly", filled: string, folder: string): Measured {
  console.error(`${task} …`);
  const copy = join(folder, "copy.db");
  copyFileSync(filled, copy);
  const measured = runTask(task, copy);
  for (const end of ["", "-wal", "-shm"]) rmSync(`${copy}${end}`, { force: true });
  return measured;
}

function againstLoop(claims: number, ours: Measured, peer: Measured | undefined): Line {
  const peerSeconds = peer?.seconds ?? 0;
  return {
    what: `settle ${count(claims)} claims`,
    ours: seconds(ours.seconds),
    peer: seconds(peerSeconds),
    ratio: times(ours.seconds / peerSeconds),
    peak: `${mebibytes(ours.peak)} / ${mebibytes(peer?.peak)}`,
    note: "the peer reads and writes the same rows in the same transactions and computes nothing",
  };
}

function kernelLine(kernel: Measured): Line {
  const { settled = 0, written = 0, characters = 0 } = kernel.result;
  return {
    what: "settle in memory, one core",
    ours: `${count(settled)} claims/s`,
    peak: mebibytes(kernel.peak),
    note:
      `settleClaim with its steps, over ${count(IN_RANGE)} claims again and again; ` +
      `${count(written)} claims/s with the steps as text, ${count(characters)} bytes each`,
  };
}
