import { addRead, nothingRead, type ReadAmount } from "../../domain/money.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import { partOf, rowNumber } from "../../domain/row-number.js";
import type { Row, RowFinding } from "../../io/row.js";
import { ruinedText } from "../../io/ruined.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import { rowMapper } from "../../migrate/map.js";
import { MappedRow } from "../../migrate/mapped-row.js";
import type { RowOrigin } from "../../migrate/row-origin.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Job } from "../job.js";
import { RowsOfBatch } from "./batch.js";
import type { TakenRow } from "./file-corrections.js";
import { type Gatherer, gatherRepeated } from "./gather.js";
import type { Gathered, ReadRow } from "./gathered.js";
import type { IntakeFile, RepeatedFile } from "./intake-file.js";

/** One file's rows, batch by batch. */
export class FileReading {
  rows = 0;
  records = 0;
  /** Rows that a DBF marks as deleted. */
  deleted = 0;
  /** Records that the same content brought before. */
  repeated = 0;
  /** Records of which nobody can tell whose they are: then a complete list ends nobody. */
  unplaced = 0;
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
    if (row.problem === "record-deleted") this.deleted += 1;
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
    // What a person has corrected says something new.
    if (raw === undefined && this.isRepeated(line)) {
      this.repeated += 1;
      if (this.isNameless(mapped)) this.unplaced += 1;
      if (row.problem === undefined) this.gatherAgain({ mapped, origin, isSound: false }, gathered);
      batch.noteRepeatedContent(row, origin);
      return;
    }
    gathered.codes.take(mapped.problems);
    const broken = mapped.problems.filter((one) => BROKEN.has(one.code));
    if (this.broken.length < MOST_BROKEN) this.broken.push(...broken);
    const isWhole = row.problem === undefined && broken.length === 0;
    const isSound = dropped === undefined && !setsAside(mapped.problems);
    const more = isWhole ? this.gather({ mapped, origin, isSound }, gathered) : [];
    // A row that nobody wants any more has one reason; its money is still counted.
    const place = { file: this.file.path, line };
    const found = dropped === undefined ? [...mapped.problems, ...more] : [];
    if (dropped !== undefined) found.push(problem("row-dropped", place, { found: dropped }));
    const isLost = this.file.layout.record === "enrolment" || this.isNameless(mapped);
    if (isLost && setsAside(found)) this.unplaced += 1;
    batch.note(row, origin, found, raw);
  }

  /** Whether a record about a person names nobody; a line of sums names nobody and means nobody. */
  private isNameless(mapped: MappedRow): boolean {
    if (mapped.problems.some((one) => one.code === "row-summary")) return false;
    return OF_PEOPLE.has(this.file.layout.record) && mapped.text("legacy_id") === "";
  }

  private addUp(mapped: MappedRow): void {
    for (const field of this.moneyFields) {
      const amount = mapped.amount(field);
      if (amount === nothingRead) continue;
      this.totals.set(field, addRead(this.totals.get(field) ?? nothingRead, amount));
    }
  }

  /** Of what came before only the money is counted; but new lists may lean on old crosswalks. */
  private gatherAgain(row: ReadRow, gathered: Gathered): void {
    const { layout, repeats } = this.file;
    const isCrosswalk = layout.record.endsWith("-code");
    if (!isCrosswalk) gatherRepeated(this.gather, row, gathered);
    else if (repeats?.isCopy === false) {
      this.gather({ ...row, isSound: !setsAside(row.mapped.problems) }, gathered);
    }
  }

  /** Whether the same content brought this record before, and it does not wait there. */
  private isRepeated(line: number): boolean {
    const { repeats } = this.file;
    return repeats !== undefined && (repeats.isCopy || !repeats.waiting.has(line));
  }

  /** That the file brings nothing new, said once, by name. */
  repeatedRemark({ path: other, runId }: RepeatedFile): readonly RowProblem[] {
    const place = { file: this.file.path };
    const values = {
      other,
      run: runId,
      found: this.repeated,
      waiting: this.records - this.repeated,
    };
    return [{ fileId: this.fileId, line: 0, problem: problem("file-repeated", place, values) }];
  }

  /** What is remarkable about the file as a whole: noted beside its rows, under no line. */
  remarks(findings: readonly RowFinding[]): readonly RowProblem[] {
    const place = { file: this.file.path };
    return findings.map(({ code, values }) => {
      return { fileId: this.fileId, line: 0, problem: problem(code, place, values) };
    });
  }

  private mapped(row: Row): readonly MappedRow[] {
    if (row.problem === undefined) return this.map(row);
    const place = { file: this.file.path, line: row.line };
    const broken = new MappedRow(new Map(), []);
    const values = row.values ?? { found: row.text.slice(0, 40) };
    broken.problems.push(problem(row.problem, place, values));
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

/** Records that say of somebody that they are in a list. */
const OF_PEOPLE = new Set<string>(["person", "enrolment", "person-enrolment"]);

/** How many broken rows a refusal names. */
const MOST_BROKEN = 5;

/** Problems after which a row has no fields to work with. */
const BROKEN = new Set<string>([
  ...["row-field-count", "quote-not-closed", "line-too-long"],
  ...["row-length-differs", "row-summary", "delimiter-lost"],
  ...["record-damaged", "record-deleted"],
]);
