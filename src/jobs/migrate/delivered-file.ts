import { Refusal } from "../../domain/refusal.js";
import { openTable } from "../../io/open-table.js";
import type { OpenTable } from "../../io/row.js";
import { fitHeader } from "../../migrate/fit-header.js";
import type { Layout } from "../../migrate/layout.js";

/** A file of a delivery, and the layout that its manifest gives it. */
export interface DeliveredFile {
  /** Where it can be read, and its name. */
  readonly plainPath: string;
  readonly path: string;
  readonly layout: Layout;
}

/** Opens a delivered file; its layout comes back as it fits this file's header, or refuses it. */
export async function openDelivered({
  plainPath,
  path,
  layout,
}: DeliveredFile): Promise<{ readonly table: OpenTable; readonly layout: Layout }> {
  const table = await openTable(plainPath, layout.format);
  if (table.names === undefined) return { table, layout };
  const fitted = fitHeader(layout, table.names, path);
  if (fitted.problems.length > 0) {
    await close(table);
    throw new Refusal("files-wrong", { found: path }, fitted.problems);
  }
  return { table, layout: fitted.layout };
}

/** The layout with its columns where this file has them. */
export async function fittedLayout(file: DeliveredFile): Promise<Layout> {
  if (!file.layout.isAnyOrder) return file.layout;
  const { table, layout } = await openDelivered(file);
  await close(table);
  return layout;
}

/** Reading a little and stopping closes the file. */
async function close(table: OpenTable): Promise<void> {
  for await (const _ of table.batches) break;
}
