import { join, relative } from "node:path";
import { tellProblem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import { csvPieces } from "../../io/csv.js";
import { type Content, PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { openTable } from "../../io/open-table.js";
import { textWorkbook } from "../../io/xlsx-rows.js";
import type { Layout } from "../../migrate/layout.js";
import type { RunOutput } from "../../store/port/runs.js";
import { changesHeader, setAsideHeader } from "../../text/reports.js";
import type { Job } from "../job.js";
import type { Delivery } from "./read-delivery.js";
import { inPages, rowsAt } from "./rows-at.js";
import { type BookRow, type BookRows, bookSheets, layoutKey } from "./set-aside-book.js";

const PAGE = 2_000;

/** A file of the delivery as the store knows it: the one whose lines the rows have. */
export interface ReportedFile {
  readonly fileId: number;
  readonly path: string;
  readonly sha256: string;
  readonly layout: Layout;
}

/** What is written about the rows that wait. */
export interface ReportPlan {
  readonly delivery: Delivery;
  readonly files: readonly ReportedFile[];
  /** What the files are called: of a dry run otherwise than of a run, whose files must stay. */
  readonly name: string;
  /** What every report of the delivery must say. */
  readonly notes: readonly string[];
  /** The run whose changes of loaded records are listed; absent where it changed none. */
  readonly changesOf?: number;
}

/**
 * Writes the rows of a delivery that wait for the clerk: as CSV with place, every reason and the
 * text as delivered, and as a workbook that can be filled in and given back. Both hold personal
 * data, so they are for their owner's eyes only.
 */
export async function writeReports(job: Job, plan: ReportPlan): Promise<readonly RunOutput[]> {
  const { lang } = job.workspace;
  const options = { bom: true, textColumns: new Set([3]) };
  const sheets = bookSheets(bookRows(job, plan), plan.notes, lang);
  const outputs = [
    await written(job, `${plan.name}.csv`, csvPieces(waitingRows(job, plan), options)),
    await written(job, `${plan.name}.xlsx`, textWorkbook(sheets)),
  ];
  if (plan.changesOf === undefined) return outputs;
  const name = plan.name.replace("set-aside", "changes");
  const changes = csvPieces(changedRecords(job, plan.changesOf), options);
  return [...outputs, await written(job, `${name}.csv`, changes)];
}

/** Every change of a loaded record: whose, which field, from what to what, by which row. */
async function* changedRecords(job: Job, runId: number): AsyncGenerator<readonly string[]> {
  yield changesHeader[job.workspace.lang];
  for (let after = ""; ; ) {
    const changes = await job.store.lineage.runChanges(runId, after, PAGE);
    for (const { psnNo, record, subject, field, before, after: now, path, line } of changes) {
      const place = line === 0 ? "" : rowText(line);
      yield [
        psnNo,
        subject === "" ? record : `${record} ${subject}`,
        field,
        before,
        now,
        path,
        place,
      ];
    }
    const last = changes.at(-1)?.psnNo;
    if (last === undefined) return;
    after = last;
  }
}

async function written({ workspace }: Job, name: string, content: Content): Promise<RunOutput> {
  const path = join(workspace.output, "private", name);
  await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
  return { path: relative(workspace.root, path), sha256: await sha256Of(path), isPrivate: true };
}

async function* waitingRows(job: Job, { files }: ReportPlan): AsyncGenerator<readonly string[]> {
  const { lang } = job.workspace;
  yield setAsideHeader[lang];
  for (const { fileId, path } of files) {
    for await (const { line, problems, raw } of waiting(job, fileId)) {
      const reasons = problems.map((one) => tellProblem(one, lang)).join(";");
      const codes = problems.map((one) => one.code).join(" ");
      yield [path, rowText(line), codes, raw, reasons];
    }
  }
}

function waiting({ store }: Job, fileId: number) {
  return inPages((after) => store.intake.waitingAfter(fileId, after, PAGE));
}

/** The waiting rows by layout; a layout without any has no sheet. */
function bookRows(job: Job, { delivery, files }: ReportPlan): BookRows {
  const layouts = new Map(files.map(({ layout }) => [layoutKey(layout), layout]));
  return new Map(
    [...layouts].map(([key, layout]) => {
      const ofLayout = files.filter((file) => layoutKey(file.layout) === key);
      return [layout, () => rowsOfFiles(job, delivery, ofLayout)];
    }),
  );
}

async function* rowsOfFiles(
  job: Job,
  { pathOf }: Delivery,
  files: readonly ReportedFile[],
): AsyncGenerator<BookRow> {
  for (const file of files) {
    const open = () => openTable(pathOf(file.path), file.layout.format);
    for await (const { place, row } of rowsAt(open, waiting(job, file.fileId))) {
      yield { file, waiting: place, row };
    }
  }
}
