import { basename } from "node:path";
import { maskNumber } from "../../domain/mask.js";
import { type Problem, problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { sha256Of } from "../../io/files.js";
import { type ReadCell, type ReadRow, type ReadSheet, readCells } from "../../io/xlsx-cells.js";
import type { Correction } from "../../migrate/correction.js";
import type { Layout } from "../../migrate/layout.js";
import { fileKey, parseRowKey } from "../../migrate/row-key.js";
import type { ProblemCode } from "../../text/problems.js";
import { bookActions, bookNotes } from "../../text/set-aside.js";
import type { Values } from "../../text/tell.js";
import { fittedLayout } from "./delivered-file.js";
import type { Delivery } from "./read-delivery.js";
import { bookHeader, frontColumns, layoutKey } from "./set-aside-book.js";

/** A workbook of set-aside rows that came back, row by row. */
export interface Corrections {
  readonly name: string;
  readonly sha256: string;
  /** By file (`fileKey`), then by line. */
  readonly files: ReadonlyMap<string, ReadonlyMap<number, Correction>>;
}

/** What a delivery's files are by their content. */
export type FilesByKey = ReadonlyMap<string, { readonly path: string; readonly layout: Layout }>;

/**
 * Reads a workbook of set-aside rows that a clerk has filled in. Refuses it with every row that
 * does not fit: another header, a key that somebody changed or repeated, a formula, a cell that is
 * no text any more, an action that is none, a row dropped without a reason.
 */
export async function readCorrections(path: string, delivery: Delivery): Promise<Corrections> {
  const sha256 = await sha256Of(path);
  const reading = new Reading(basename(path), await filesByKey(delivery));
  for (const sheet of await readCells(path)) {
    if (sheet.name !== bookNotes.name.zh && sheet.name !== bookNotes.name.en) reading.take(sheet);
  }
  if (reading.problems.length > 0) refuseCorrections(path, reading.problems);
  return { name: basename(path), sha256, files: reading.files };
}

/** How many problems a refusal names; a whole column that was sorted alone would fill a book. */
const MOST_TOLD = 50;

export function refuseCorrections(path: string, problems: readonly Problem[]): never {
  const values = { found: path, count: problems.length };
  throw new Refusal("corrections-unfit", values, problems.slice(0, MOST_TOLD));
}

async function filesByKey(delivery: Delivery): Promise<FilesByKey> {
  const { pathOf, manifest, mappings, hashes } = delivery;
  const files = new Map<string, { readonly path: string; readonly layout: Layout }>();
  for (const [at, { path, layout: name }] of manifest.files.entries()) {
    const layout = mappings.layouts.get(name);
    if (layout === undefined) continue;
    const fitted = await fittedLayout({ plainPath: pathOf(path), path, layout });
    files.set(fileKey(hashes[at] ?? ""), { path, layout: fitted });
  }
  return files;
}

type Wrong = (code: ProblemCode, values: Values, field?: string) => void;

class Reading {
  readonly problems: Problem[] = [];
  readonly files = new Map<string, Map<number, Correction>>();

  constructor(
    private readonly name: string,
    private readonly known: FilesByKey,
  ) {}

  take({ name, rows }: ReadSheet): void {
    const [header, ...body] = rows;
    const file = `${this.name}/${name}`;
    const headers = header?.cells.map((cell) => cell.text) ?? [];
    const layouts = new Map<string, Layout>();
    for (const row of body) this.takeRow(row, file, layouts);
    for (const layout of layouts.values()) this.checkHeader(headers, layout, file);
  }

  private takeRow({ row, cells }: ReadRow, file: string, layouts: Map<string, Layout>): void {
    const place = { file, line: row };
    const wrong: Wrong = (code, values, field) => {
      this.problems.push(problem(code, field === undefined ? place : { ...place, field }, values));
    };
    const [shown = "", told = "", reason = "", ...rest] = cells.map((cell) => cell.text);
    const key = parseRowKey(shown);
    const known = key === undefined ? undefined : this.known.get(key.file);
    if (key === undefined || known === undefined) {
      wrong("correction-key-unknown", { found: shown });
      return;
    }
    layouts.set(layoutKey(known.layout), known.layout);
    const action = actionOf(told);
    if (action === undefined) wrong("correction-action-unknown", { found: told });
    if (action === "dropped" && reason.trim() === "") wrong("correction-reason-missing", {});
    checkCells(cells.slice(frontColumns), known.layout, wrong);
    const ofFile = this.files.get(key.file) ?? new Map<number, Correction>();
    const before = ofFile.get(key.line)?.place.line;
    if (before !== undefined) wrong("correction-key-repeated", { found: shown, other: before });
    ofFile.set(key.line, {
      action: action ?? "",
      reason: reason.trim(),
      cells: rest.slice(frontColumns - 3),
      place,
      checksum: key.checksum,
    });
    this.files.set(key.file, ofFile);
  }

  /** The columns are those that we wrote, in either language and in their order. */
  private checkHeader(headers: readonly string[], layout: Layout, file: string): void {
    const [zh, en] = [bookHeader(layout, "zh"), bookHeader(layout, "en")];
    const width = Math.max(headers.length, zh.length);
    for (let at = 0; at < width; at++) {
      const found = headers[at] ?? "";
      if (found === (zh[at] ?? "") || found === (en[at] ?? "")) continue;
      const values = { column: at + 1, found, expected: zh[at] ?? "—" };
      this.problems.push(problem("correction-header-differs", { file, line: 1 }, values));
      return;
    }
  }
}

function checkCells(cells: readonly ReadCell[], { columnLabels }: Layout, wrong: Wrong): void {
  for (const [at, { text, kind }] of cells.entries()) {
    const field = columnLabels[at] ?? "";
    if (kind === "formula") wrong("correction-formula", { found: text }, field);
    if (kind === "lossy") wrong("correction-cell-kind", { found: maskNumber(text) }, field);
  }
}

/** What is to happen, in either language: the workbook may have gone through several hands. */
function actionOf(told: string): Correction["action"] | undefined {
  const text = told.trim();
  if (text === "") return "";
  const actions = Object.entries(bookActions) as [Exclude<Correction["action"], "">, Texts][];
  return actions.find(([, { zh, en }]) => text === zh || text === en)?.[0];
}

type Texts = (typeof bookActions)[keyof typeof bookActions];
