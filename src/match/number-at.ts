/** A record's going from one number to another, by a run. */
export interface Move {
  readonly runId: number;
  readonly fromPsnNo: string;
}

/** The number under which a record stood when a run was done; its moves come in their order. */
export function numberAt(now: string, moves: readonly Move[], runId: number): string {
  return moves.find((move) => move.runId > runId)?.fromPsnNo ?? now;
}
