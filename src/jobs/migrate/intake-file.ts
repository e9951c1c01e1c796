import type { Day } from "../../domain/period.js";
import type { Divisions } from "../../migrate/divisions.js";
import type { Layout } from "../../migrate/layout.js";
import type { FileCorrections } from "./file-corrections.js";

/** A file of a delivery while it is read. */
export interface IntakeFile {
  /** Where it can be read. */
  readonly plainPath: string;
  readonly path: string;
  readonly layout: Layout;
  readonly divisions: Divisions;
  readonly runId: number;
  readonly sha256: string;
  readonly reading: string;
  /** No day in the file can be later. */
  readonly latest: Day;
  /** How many rows the manifest states. */
  readonly statedRows: number;
  /** What a person made of its rows. */
  readonly corrections?: FileCorrections;
  /** The loaded file of which only the corrected rows are read. */
  readonly corrects?: number;
  /** The file that brought the same content before. */
  readonly repeats?: RepeatedFile;
}

/** A file whose content came before, and which of its rows still wait there. */
export interface RepeatedFile {
  readonly fileId: number;
  readonly path: string;
  readonly runId: number;
  /** Whether it is a file of this delivery: then nothing of the copy says anything new. */
  readonly isCopy: boolean;
  readonly waiting: ReadonlySet<number>;
}
