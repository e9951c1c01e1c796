import type { IntakeStore, StoredFile } from "../port/intake.js";
import { all, type Database, first } from "./database.js";

/** The columns of a file by their field names. */
export const FILE = `file_id AS fileId, run_id AS runId, path, sha256, bytes, layout, record,
  source, corrects, repeats, reading`;

/** The files of deliveries in SQLite. */
export function sourceFiles(
  database: Database,
): Pick<IntakeStore, "addFile" | "file" | "files" | "sameContent"> {
  return {
    async addFile(file) {
      const next = first<{ id: number }>(
        database.prepare("SELECT COALESCE(MAX(file_id), 0) + 1 AS id FROM source_file"),
      );
      const fileId = next?.id ?? 1;
      database
        .prepare(
          `INSERT INTO source_file (file_id, run_id, path, sha256, bytes, layout, record, source,
             corrects, repeats, reading)
           VALUES (@fileId, @runId, @path, @sha256, @bytes, @layout, @record, @source,
             @corrects, @repeats, @reading)`,
        )
        .run({ fileId, corrects: null, repeats: null, ...file });
      return fileId;
    },
    async file(fileId) {
      const query = database.prepare(`SELECT ${FILE} FROM source_file WHERE file_id = ?`);
      const found = first<FileColumns>(query, fileId);
      return found === undefined ? undefined : fileFrom(found);
    },
    files: async (runId) =>
      all<FileColumns>(
        database.prepare(`SELECT ${FILE} FROM source_file WHERE run_id = ? ORDER BY file_id`),
        runId,
      ).map(fileFrom),
    async sameContent(sha256, reading) {
      const query = database.prepare(
        `SELECT ${FILE} FROM source_file WHERE sha256 = ? AND reading = ?
           AND corrects IS NULL AND repeats IS NULL ORDER BY file_id LIMIT 1`,
      );
      const found = first<FileColumns>(query, sha256, reading);
      return found === undefined ? undefined : fileFrom(found);
    },
  };
}

export type FileColumns = Omit<StoredFile, "corrects" | "repeats"> & {
  readonly corrects: number | null;
  readonly repeats: number | null;
};

export function fileFrom({ corrects, repeats, ...file }: FileColumns): StoredFile {
  return {
    ...file,
    ...(corrects === null ? {} : { corrects }),
    ...(repeats === null ? {} : { repeats }),
  };
}
