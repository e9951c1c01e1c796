import { stat } from "node:fs/promises";
import { join } from "node:path";
import { addRead, nothingRead, type ReadAmount } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { partOf, rowNumber } from "../../domain/row-number.js";
import { looksLike } from "../../io/looks-like.js";
import type { Row } from "../../io/row.js";
import { ruinedText } from "../../io/ruined.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import type { Divisions } from "../../migrate/divisions.js";
import type { Layout } from "../../migrate/layout.js";
import { rowMapper } from "../../migrate/map.js";
import { MappedRow } from "../../migrate/mapped-row.js";
import type { RowOrigin } from "../../migrate/normalize.js";
import type { Job } from "../job.js";
import { RowsOfBatch } from "./batch.js";
import { openDelivered } from "./delivered-file.js";
import type { FileCorrections, TakenRow } from "./file-corrections.js";
import { type Gathered, type Gatherer, gathererFor } from "./gather.js";

/** A file of a delivery while it is read. */
export interface IntakeFile {
  readonly folder: string;
  readonly path: string;
  readonly layout: Layout;
  readonly divisions: Divisions;
  readonly runId: number;
  /** No day in the file can be later. */
  readonly latest: Day;
  readonly sha256: string;
  readonly reading: string;
  /** How many rows the manifest states. */
  readonly statedRows: number;
  /** What a person made of its rows. */
  readonly corrections?: FileCorrections;
  /** The loaded file of which only the corrected rows are read. */
  readonly corrects?: number;
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
  const { size: bytes } = await stat(path);
  const { name, record, source } = layout;
  const { runId, sha256, reading: hash, corrects } = file;
  const fileId = await job.store.intake.addFile({
    ...{ runId, path: file.path, sha256, bytes, layout: name, record, source, reading: hash },
    ...(corrects === undefined ? {} : { corrects }),
  });
  const { table, layout: fitted } = await openDelivered(file);
  const own = { ...file, layout: fitted };
  const reading = new FileReading(own, fileId, crosswalks, gathererFor(layout.record));
  for await (const batch of table.batches) {
    await reading.take(batch.rows, job, gathered);
    job.progress.advance(reading.rows, file.statedRows);
  }
  file.corrections?.end();
  gathered.codes.addRecords(fitted, reading.records);
  const { rows, records, totals, broken } = reading;
  return { fileId, path: file.path, layout: fitted, sha256, rows, records, totals, broken };
}

/** One file's rows, batch by batch. */
class FileReading {
  rows = 0;
  records = 0;
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
    const facts = { divisions: file.divisions, latest: file.latest };
    this.map = rowMapper(file.layout, file.path, crosswalks, ruinedText, facts);
    const money = file.layout.columns.filter((column) => column.reading === "yuan");
    this.moneyFields = [...new Set(money.map((column) => column.target))];
  }

  async take(rows: readonly Row[], job: Job, gathered: Gathered): Promise<void> {
    const batch = new RowsOfBatch(this.file.path);
    for (const row of rows) this.takeRow(row, batch, gathered);
    await batch.write(job.store, gathered);
  }

  /** The records of a row: as a person has corrected them, else as they stand in the file. */
  private takeRow(row: Row, batch: RowsOfBatch, gathered: Gathered): void {
    const { corrections, corrects } = this.file;
    const taken = corrections?.take(row) ?? [];
    if (corrects !== undefined && taken.length === 0) return;
    const parts = new Set(taken.map(({ entry }) => partOf(entry.line)));
    const isWhole = parts.has(0);
    this.rows += 1;
    for (const one of taken) this.takeCorrected(row, one, batch, gathered);
    if (isWhole || corrects !== undefined) return;
    for (const mapped of this.mapped(row)) {
      if (!parts.has(mapped.part)) this.takeRecord({ row, mapped }, batch, gathered);
    }
  }

  /** A corrected record; a line that could not be cut before may hold several. */
  private takeCorrected(row: Row, one: TakenRow, batch: RowsOfBatch, gathered: Gathered): void {
    const { entry } = one;
    batch.noteCorrection({ fileId: this.fileId, ...entry });
    const part = partOf(entry.line);
    const records = this.mapped(one.row).filter((mapped) => part === 0 || mapped.part === part);
    const why = entry.action === "dropped" ? { dropped: entry.reason } : {};
    const found = records.length === 0 ? [this.without(entry.line)] : records;
    for (const mapped of found) {
      this.takeRecord({ row: one.row, raw: row.text, mapped, ...why }, batch, gathered);
    }
  }

  /** A record whose columns somebody has emptied. */
  private without(line: number): MappedRow {
    const mapped = new MappedRow(new Map(), [], partOf(line));
    mapped.problems.push(problem("row-without-record", { file: this.file.path, line }));
    return mapped;
  }

  private takeRecord(read: ReadRecord, batch: RowsOfBatch, gathered: Gathered): void {
    const { row, mapped, dropped, raw } = read;
    this.records += 1;
    const line = rowNumber(row.line, mapped.part);
    const origin = this.originOf(line);
    this.addUp(mapped);
    gathered.codes.take(mapped.problems);
    const broken = mapped.problems.filter((one) => BROKEN.has(one.code));
    if (this.broken.length < MOST_BROKEN) this.broken.push(...broken);
    const isWhole = broken.length === 0;
    const isSound = dropped === undefined && !setsAside(mapped.problems);
    const more = isWhole ? this.gather({ mapped, origin, isSound }, gathered) : [];
    // A row that nobody wants any more has one reason; its money is still counted.
    const place = { file: this.file.path, line };
    const found = dropped === undefined ? [...mapped.problems, ...more] : [];
    if (dropped !== undefined) found.push(problem("row-dropped", place, { found: dropped }));
    batch.note(row, origin, found, raw);
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
    const { path, layout, latest } = this.file;
    return { fileId: this.fileId, line, file: path, source: layout.source, latest };
  }
}

/** A record on its way: of which row, and whether a person has dropped it. */
interface ReadRecord {
  readonly row: Row;
  readonly mapped: MappedRow;
  /** The text as delivered, where the row was corrected. */
  readonly raw?: string;
  /** Why nobody wants it any more. */
  readonly dropped?: string;
}

/** How many broken rows a refusal names. */
const MOST_BROKEN = 5;

/** Problems after which a row has no fields to work with. */
const BROKEN = new Set<string>(["row-field-count", "quote-not-closed", "line-too-long"]);

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
