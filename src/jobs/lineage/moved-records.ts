import { rowText } from "../../domain/row-number.js";
import type { RecordKey } from "../../store/port/lineage.js";
import type { PersonMove } from "../../store/port/regroup.js";
import type { Store } from "../../store/store.js";

/** A record that went from one person number to another, with who did that. */
export interface ShownMove {
  readonly run: number;
  readonly kind: PersonMove["kind"];
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly operator: string;
}

/** The moves behind an answer: of a person's records, of one row, or of a claim's person. */
export async function movesBehind(
  store: Store,
  key: RecordKey,
  rows: readonly { readonly fileId: number; readonly line: number }[],
): Promise<readonly ShownMove[]> {
  if (key.kind === "person") return shown(store, await store.regroup.moves(key.psnNo));
  if (key.kind !== "row") return [];
  const moves: PersonMove[] = [];
  for (const row of rows) moves.push(...(await store.regroup.movesOfRow(row)));
  return shown(store, moves);
}

async function shown(store: Store, moves: readonly PersonMove[]): Promise<readonly ShownMove[]> {
  const found: ShownMove[] = [];
  for (const { runId, kind, fileId, line, fromPsnNo: from, toPsnNo: to } of moves) {
    const path = (await store.intake.file(fileId))?.path ?? "";
    const operator = (await store.runs.get(runId))?.operator ?? "";
    found.push({ run: runId, kind, place: `${path}:${rowText(line)}`, from, to, operator });
  }
  return found;
}

/** The person whom a question means today; `nowOf` is told where that is another number. */
export async function personNow(
  store: Store,
  key: RecordKey,
): Promise<{ readonly psnNo: string; readonly nowOf: string }> {
  if (key.kind === "person") {
    const psnNo = await store.rows.currentNumber(key.psnNo);
    return { psnNo, nowOf: psnNo === key.psnNo ? "" : psnNo };
  }
  if (key.kind !== "claim") return { psnNo: "", nowOf: "" };
  const claim = await store.claims.find(key.medinsSetlId);
  if (claim === undefined) return { psnNo: "", nowOf: "" };
  const psnNo = await store.regroup.claimHolder(claim.claimId);
  return { psnNo, nowOf: psnNo === claim.psnNo ? "" : psnNo };
}
