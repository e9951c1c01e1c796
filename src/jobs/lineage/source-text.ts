import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { lineOf } from "../../domain/row-number.js";
import { sha256Of } from "../../io/files.js";
import { rawLine } from "../../io/lines.js";
import { parseDocument } from "../../io/yaml.js";
import { type Layout, parseLayout } from "../../migrate/layout.js";
import type { StoredRow } from "../../store/port/lineage.js";
import type { Store } from "../../store/store.js";
import { fittedLayout, openDelivered } from "../migrate/delivered-file.js";
import { rowsAt } from "../migrate/rows-at.js";
import { fieldsOf } from "../migrate/set-aside-book.js";
import type { Workspace } from "../workspace.js";

/** A row as it stands in its file, read again just as it was read then. */
export interface SourceText {
  readonly text: string;
  readonly fields: readonly string[];
  readonly columns: readonly string[];
  /** Its bytes, where a file has them at a place (not in a workbook). */
  readonly bytes?: Buffer;
}

/**
 * Reads a row again from the delivered file, with the mapping as it was archived. The file is found
 * where the delivery lay, or in `folder`; it must hold to the last byte what was read then.
 * Undefined where the file is gone.
 */
export async function sourceText(
  store: Store,
  workspace: Workspace,
  row: StoredRow,
  folder: string | undefined,
): Promise<SourceText | undefined> {
  const layout = await archivedLayout(store, row);
  const place = resolve(folder ?? join(workspace.root, row.folder));
  const path = join(place, row.file.path);
  if (layout === undefined || !existsSync(path)) return undefined;
  if ((await sha256Of(path)) !== row.file.sha256) {
    throw new Refusal("source-changed", { found: path, sha: row.file.sha256.slice(0, 16) });
  }
  const file = { folder: place, path: row.file.path, layout };
  const fitted = await fittedLayout(file);
  const open = async () => (await openDelivered(file)).table;
  for await (const { row: found } of rowsAt(open, only(lineOf(row.line)))) {
    const bytes = row.length === 0 ? {} : { bytes: await rawLine(path, row.offset, row.length) };
    const columns = fitted.columnLabels;
    return { text: found.text, fields: fieldsOf(found, fitted), columns, ...bytes };
  }
  return undefined;
}

async function* only(line: number): AsyncGenerator<{ readonly line: number }> {
  yield { line };
}

/** The layout as the run of the row read it: from the archive, not from the workspace of today. */
export async function archivedLayout(store: Store, row: StoredRow): Promise<Layout | undefined> {
  const inputs = await store.runs.inputs(row.file.runId);
  const end = `legacy/${row.file.layout}.yaml`;
  const input = inputs.find(({ role, path }) => role === "layout" && path.endsWith(end));
  const text = input === undefined ? undefined : await store.runs.archived(input.sha256);
  if (input === undefined || text === undefined) return undefined;
  const { document } = parseDocument(input.path, text);
  return document === undefined
    ? undefined
    : parseLayout(row.file.layout, input.path, document).layout;
}
