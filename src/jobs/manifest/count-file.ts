import type { ReadAmount } from "../../domain/money.js";
import { Refusal } from "../../domain/refusal.js";
import { openTable } from "../../io/open-table.js";
import { ruinedText } from "../../io/ruined.js";
import { ControlSums } from "../../migrate/control-sums.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import { fitHeader } from "../../migrate/fit-header.js";
import type { Layout } from "../../migrate/layout.js";
import { rowMapper } from "../../migrate/map.js";

/** What a file holds, counted as a migration counts it. */
export interface FileCount {
  readonly rows: number;
  readonly totals: readonly (readonly [field: string, sum: ReadAmount])[];
}

/** Reads a file to its end as its layout says; `households` holds those counted before. */
export async function countFile(
  path: string,
  layout: Layout,
  crosswalks: Crosswalks,
  households: Set<string>,
): Promise<FileCount> {
  const table = await openTable(path, layout.format);
  const fitted = table.names === undefined ? undefined : fitHeader(layout, table.names, path);
  if (fitted !== undefined && fitted.problems.length > 0) {
    throw new Refusal("files-wrong", { found: path }, fitted.problems);
  }
  const own = fitted?.layout ?? layout;
  const map = rowMapper(own, path, crosswalks, ruinedText);
  const sums = new ControlSums(own, households);
  let rows = 0;
  for await (const batch of table.batches) {
    for (const row of batch.rows) {
      // No paper counts what the old system has deleted.
      if (row.problem !== "record-deleted") rows += 1;
      if (row.problem === undefined) for (const mapped of map(row)) sums.take(mapped);
    }
  }
  return { rows, totals: sums.totals() };
}
