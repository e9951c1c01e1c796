import { stat } from "node:fs/promises";
import { join } from "node:path";
import { addRead, nothingRead, type ReadAmount } from "../../domain/money.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { rowNumber } from "../../domain/row-number.js";
import { sha256Of } from "../../io/files.js";
import { looksLike } from "../../io/looks-like.js";
import { openTable } from "../../io/open-table.js";
import type { Row, RowFinding } from "../../io/row.js";
import { ruinedText } from "../../io/ruined.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import { fitHeader } from "../../migrate/fit-header.js";
import type { Layout } from "../../migrate/layout.js";
import { rowMapper } from "../../migrate/map.js";
import { MappedRow } from "../../migrate/mapped-row.js";
import type { RowOrigin } from "../../migrate/normalize.js";
import type { Job } from "../job.js";
import { RowsOfBatch } from "./batch.js";
import { type Gathered, type Gatherer, gathererFor } from "./gather.js";

/** A file of a delivery while it is read. */
export interface IntakeFile {
  readonly folder: string;
  readonly path: string;
  readonly layout: Layout;
  readonly runId: number;
  /** How many rows the manifest states. */
  readonly statedRows: number;
}

/** What a file came to: its rows counted, its money added up. */
export interface IntakeResult {
  readonly fileId: number;
  readonly path: string;
  readonly layout: Layout;
  readonly sha256: string;
  /** Its lines, as the manifest counts them, and the records in them. */
  readonly rows: number;
  readonly records: number;
  /** The sum of every money field over all rows, those set aside included. */
  readonly totals: ReadonlyMap<string, ReadAmount>;
  /** Of these rows, how many a DBF marks as deleted: no signed paper counts them. */
  readonly deleted: number;
  /** The first rows that could not be cut into fields: their money is in no total. */
  readonly broken: readonly Problem[];
}

/**
 * Reads one file into the store: rows with their place and problems, people and enrolments into
 * staging, claims into their table, and list entries into memory. Refuses the file as a whole when
 * its bytes are not what the mapping says or its header names other columns.
 */
export async function intakeFile(
  job: Job,
  file: IntakeFile,
  crosswalks: Crosswalks,
  gathered: Gathered,
): Promise<IntakeResult> {
  const { layout } = file;
  const path = join(file.folder, file.path);
  await checkEncoding(path, file);
  const sha256 = await sha256Of(path);
  const { size: bytes } = await stat(path);
  const { name, record, source } = layout;
  const fileId = await job.store.intake.addFile({
    runId: file.runId,
    path: file.path,
    sha256,
    bytes,
    layout: name,
    record,
    source,
  });
  const table = await openTable(path, layout.format);
  const fitted = table.names === undefined ? layout : fittedTo(table.names, file);
  const own = { ...file, layout: fitted };
  const reading = new FileReading(own, fileId, crosswalks, gathererFor(layout.record));
  await noteFindings(job, fileId, file.path, table.findings);
  for await (const batch of table.batches) {
    await reading.take(batch.rows, job, gathered);
    job.progress.advance(reading.rows, file.statedRows);
  }
  const { rows, records, deleted, totals, broken } = reading;
  return { fileId, path: file.path, layout, sha256, rows, records, deleted, totals, broken };
}

/** What is remarkable about the file as a whole stands in the store under row 0. */
async function noteFindings(
  { store }: Job,
  fileId: number,
  file: string,
  findings: readonly RowFinding[],
): Promise<void> {
  const problems = findings.map(({ code, values }) => ({
    ...{ fileId, line: 0 },
    problem: problem(code, { file }, values),
  }));
  await store.intake.addRows({ rows: [], setAside: [], problems, persons: [], enrolments: [] });
}

/** One file's rows, batch by batch. */
class FileReading {
  rows = 0;
  records = 0;
  deleted = 0;
  readonly broken: Problem[] = [];
  readonly totals = new Map<string, ReadAmount>();
  private readonly map: ReturnType<typeof rowMapper>;
  private readonly moneyFields: readonly string[];

  constructor(
    private readonly file: IntakeFile,
    private readonly fileId: number,
    crosswalks: Crosswalks,
    private readonly gather: Gatherer,
  ) {
    this.map = rowMapper(file.layout, file.path, crosswalks, ruinedText);
    const money = file.layout.columns.filter((column) => column.reading === "yuan");
    this.moneyFields = [...new Set(money.map((column) => column.target))];
  }

  async take(rows: readonly Row[], job: Job, gathered: Gathered): Promise<void> {
    const batch = new RowsOfBatch(this.file.path);
    for (const row of rows) {
      if (row.problem === "record-deleted") this.deleted += 1;
      const records = this.mapped(row);
      for (const mapped of records) this.takeRecord(row, mapped, batch, gathered);
      this.records += records.length;
    }
    this.rows += rows.length;
    await batch.write(job.store, gathered);
  }

  private takeRecord(row: Row, mapped: MappedRow, batch: RowsOfBatch, gathered: Gathered): void {
    const origin = this.originOf(rowNumber(row.line, mapped.part));
    this.addUp(mapped);
    const broken = mapped.problems.filter((one) => BROKEN.has(one.code));
    if (this.broken.length < MOST_BROKEN) this.broken.push(...broken);
    const isWhole = broken.length === 0;
    const isSound = !setsAside(mapped.problems);
    const more = isWhole ? this.gather({ mapped, origin, isSound }, gathered) : [];
    batch.note(row, origin, [...mapped.problems, ...more]);
  }

  private addUp(mapped: MappedRow): void {
    for (const field of this.moneyFields) {
      const amount = mapped.amount(field);
      if (amount === nothingRead) continue;
      this.totals.set(field, addRead(this.totals.get(field) ?? nothingRead, amount));
    }
  }

  private mapped(row: Row): readonly MappedRow[] {
    if (row.problem === undefined) return this.map(row);
    const place = { file: this.file.path, line: row.line };
    const broken = new MappedRow(new Map(), []);
    broken.problems.push(problem(row.problem, place, { found: row.text.slice(0, 40) }));
    return [broken];
  }

  private originOf(line: number): RowOrigin {
    const { path, layout } = this.file;
    return { fileId: this.fileId, line, file: path, source: layout.source };
  }
}

/** How many broken rows a refusal names. */
const MOST_BROKEN = 5;

/** Problems after which a row has no fields to work with. */
const BROKEN = new Set<string>([
  ...["row-field-count", "quote-not-closed", "line-too-long", "record-damaged", "record-deleted"],
]);

async function checkEncoding(path: string, { layout, path: file }: IntakeFile): Promise<void> {
  const { format } = layout;
  if (!("encoding" in format) || format.kind === "dbf") return;
  const found = await looksLike(path);
  if (found === format.encoding || found === "ascii") return;
  const values = { expected: format.encoding, found };
  throw new Refusal("files-wrong", { found: file }, [
    problem("encoding-differs", { file }, values),
  ]);
}

/** The layout as it fits this file's header; refuses a file that it does not fit. */
function fittedTo(names: readonly string[], { layout, path: file }: IntakeFile): Layout {
  const fitted = fitHeader(layout, names, file);
  if (fitted.problems.length > 0)
    throw new Refusal("files-wrong", { found: file }, fitted.problems);
  return fitted.layout;
}
