import { stat } from "node:fs/promises";
import type { ReadAmount } from "../../domain/money.js";
import { type Problem, problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { canBeReadIn } from "../../io/encoding-evidence.js";
import { looksLike } from "../../io/looks-like.js";
import type { Crosswalks } from "../../migrate/crosswalk.js";
import type { Layout } from "../../migrate/layout.js";
import type { Job } from "../job.js";
import { openDelivered } from "./delivered-file.js";
import { FileReading } from "./file-reading.js";
import { gathererFor } from "./gather.js";
import type { Gathered } from "./gathered.js";
import type { IntakeFile, RepeatedFile } from "./intake-file.js";

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
  /** The file that brought the same content before, and how many records it makes needless. */
  readonly repeats?: RepeatedFile & { readonly records: number };
  /** Records of which nobody can tell whose they are, or whether they still hold. */
  readonly unplaced: number;
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
  const path = file.plainPath;
  await checkEncoding(path, file);
  const { size: bytes } = await stat(path);
  const { name, record, source } = layout;
  const { runId, sha256, reading: hash, corrects, repeats } = file;
  const fileId = await job.store.intake.addFile({
    ...{ runId, path: file.path, sha256, bytes, layout: name, record, source, reading: hash },
    ...(corrects === undefined ? {} : { corrects }),
    ...(repeats === undefined ? {} : { repeats: repeats.fileId }),
  });
  const { table, layout: fitted } = await openDelivered(file);
  const own = { ...file, layout: fitted };
  const reading = new FileReading(own, fileId, crosswalks, gathererFor(layout.record));
  await job.store.intake.settleRows([], reading.remarks(table.findings));
  for await (const batch of table.batches) {
    await reading.take(batch.rows, job, gathered);
    job.progress.advance(reading.rows, file.statedRows);
  }
  file.corrections?.end();
  const { rows, records, deleted, totals, unplaced, broken, repeated } = reading;
  const counts = { rows, records, deleted, totals, unplaced, broken };
  const result = { fileId, path: file.path, layout: fitted, sha256, ...counts };
  gathered.codes.addRecords(fitted, reading.records);
  if (repeats === undefined) return result;
  await job.store.intake.settleRows([], reading.repeatedRemark(repeats));
  return { ...result, repeats: { ...repeats, records: repeated } };
}

async function checkEncoding(path: string, { layout, path: file }: IntakeFile): Promise<void> {
  const { format } = layout;
  if (!("encoding" in format) || format.kind === "dbf") return;
  if (await canBeReadIn(path, format.encoding)) return;
  const found = await looksLike(path);
  const values = { expected: format.encoding, found };
  throw new Refusal("files-wrong", { found: file }, [
    problem("encoding-differs", { file }, values),
  ]);
}
