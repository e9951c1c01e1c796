import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { lineOf } from "../../domain/row-number.js";
import { sha256Of } from "../../io/files.js";
import { rawLine } from "../../io/lines.js";
import { parseDocument } from "../../io/yaml.js";
import { type Layout, parseLayout } from "../../migrate/layout.js";
import { type ManifestFile, parseManifest } from "../../migrate/manifest.js";
import type { StoredRow } from "../../store/port/lineage.js";
import type { Store } from "../../store/store.js";
import { type DeliveredFile, fittedLayout, openDelivered } from "../migrate/delivered-file.js";
import { rowsAt } from "../migrate/rows-at.js";
import { fieldsOf } from "../migrate/set-aside-book.js";
import { withUnpacked } from "../migrate/unpacked.js";
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
 * where the delivery lay, or in `folder`, in its archive if it came in one; it must hold to the
 * last byte what was read then. Undefined where the file is gone.
 */
export async function sourceText(
  store: Store,
  workspace: Workspace,
  row: StoredRow,
  folder: string | undefined,
): Promise<SourceText | undefined> {
  const layout = await archivedLayout(store, row);
  const stated = await archivedFile(store, row);
  const place = resolve(folder ?? join(workspace.root, row.folder));
  const container = join(place, stated?.packed?.path ?? row.file.path);
  if (layout === undefined || stated === undefined || !existsSync(container)) return undefined;
  return withUnpacked(async (unpacked) => {
    const plainPath = (await unpacked.pathsOf(place, [stated]))(stated.path);
    if ((await sha256Of(plainPath)) !== row.file.sha256) {
      const sha = row.file.sha256.slice(0, 16);
      throw new Refusal("source-changed", { found: container, sha });
    }
    return readAgain({ plainPath, path: row.file.path, layout }, row);
  });
}

async function readAgain(file: DeliveredFile, row: StoredRow): Promise<SourceText | undefined> {
  const fitted = await fittedLayout(file);
  const open = async () => (await openDelivered(file)).table;
  for await (const { row: found } of rowsAt(open, only(lineOf(row.line)))) {
    const { offset, length } = row;
    const bytes = length === 0 ? {} : { bytes: await rawLine(file.plainPath, offset, length) };
    const columns = fitted.columnLabels;
    return { text: found.text, fields: fieldsOf(found, fitted), columns, ...bytes };
  }
  return undefined;
}

/** The file as the manifest of its run named it: it may have come in an archive. */
async function archivedFile(store: Store, { file }: StoredRow): Promise<ManifestFile | undefined> {
  const inputs = await store.runs.inputs(file.runId);
  const input = inputs.find(({ role }) => role === "manifest");
  const text = input === undefined ? undefined : await store.runs.archived(input.sha256);
  if (input === undefined || text === undefined) return undefined;
  const { document } = parseDocument(input.path, text);
  if (document === undefined) return undefined;
  const { manifest } = parseManifest(input.path, document);
  return manifest.files.find(({ path }) => path === file.path);
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
