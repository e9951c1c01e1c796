import { outcome } from "../../domain/intake.js";
import type { Problem } from "../../domain/problem.js";
import { lineOf } from "../../domain/row-number.js";
import { openTable } from "../../io/open-table.js";
import type { Correction } from "../../migrate/correction.js";
import { fileKey } from "../../migrate/row-key.js";
import type { StoredFile } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import { fittedLayout } from "./delivered-file.js";
import { FileCorrections } from "./file-corrections.js";
import type { IntakeFile } from "./intake-file.js";
import { type Corrections, refuseCorrections } from "./read-corrections.js";
import { rowsAt } from "./rows-at.js";

/** The corrections that a run takes, and the run that loaded the delivery, if it is loaded. */
export interface CorrectingPlan {
  readonly corrections: Corrections;
  readonly base?: { readonly runId: number; readonly files: readonly StoredFile[] };
}

/** What the corrections of a workbook came to. */
export interface CorrectionReport {
  readonly workbook: string;
  readonly sha256: string;
  /** Rows that a person corrected, and where they ended. */
  readonly corrected: number;
  readonly loaded: number;
  readonly merged: number;
  readonly setAsideAgain: number;
  readonly dropped: number;
  /** Rows of the workbook left as they are, and those corrected in the same way before. */
  readonly left: number;
  readonly repeated: number;
}

function isCopy({ repeats }: StoredFile, files: readonly StoredFile[]): boolean {
  return repeats !== undefined && files.some((file) => file.fileId === repeats);
}

/** The corrections of a loaded file that change anything, after a look at its rows. */
async function wantedOf(
  { plainPath, layout }: IntakeFile,
  asked: FileCorrections,
  corrections: ReadonlyMap<number, Correction>,
): Promise<ReadonlyMap<number, Correction>> {
  const lines = [...new Set([...corrections.keys()].map(lineOf))].sort((a, b) => a - b);
  const wanted = new Map<number, Correction>();
  const open = () => openTable(plainPath, layout.format);
  for await (const { row } of rowsAt(open, placesOf(lines))) {
    for (const { entry } of asked.take(row)) {
      const correction = corrections.get(entry.line);
      if (correction !== undefined) wanted.set(entry.line, correction);
    }
  }
  asked.end();
  return wanted;
}

async function* placesOf(lines: readonly number[]): AsyncGenerator<{ readonly line: number }> {
  for (const line of lines) yield { line };
}

/** The corrections of a workbook on their way to the files of a delivery. */
export class Correcting {
  private readonly files: FileCorrections[] = [];

  constructor(
    private readonly store: Store,
    private readonly plan: CorrectingPlan,
  ) {}

  /** Whether the delivery is loaded already. */
  get isOfLoaded(): boolean {
    return this.plan.base !== undefined;
  }

  /** A file with what is to be corrected in it; nothing where it need not be read at all. */
  async planned(file: IntakeFile): Promise<IntakeFile | undefined> {
    const { corrections, base } = this.plan;
    // What is corrected in the original need not be corrected in its copy.
    if (base === undefined && file.repeats?.isCopy === true) return file;
    const ofFile = corrections.files.get(fileKey(file.sha256));
    if (ofFile === undefined) return base === undefined ? file : undefined;
    const loaded = base?.files.find(
      ({ path, sha256 }) => path === file.path && sha256 === file.sha256,
    );
    if (base !== undefined && (loaded === undefined || isCopy(loaded, base.files)))
      return undefined;
    const versions =
      loaded === undefined
        ? new Map()
        : await this.store.intake.versions(loaded.fileId, [...ofFile.keys()]);
    const { sha256, reading } = file;
    const layout = await fittedLayout(file);
    const workbook = corrections.sha256;
    const filePlan = { sha256, layout, reading, workbook, versions, corrections: ofFile };
    const asked = new FileCorrections(filePlan);
    this.files.push(asked);
    if (loaded === undefined) return { ...file, corrections: asked };
    const wanted = await wantedOf(file, asked, ofFile);
    if (wanted.size === 0) return undefined;
    const doing = new FileCorrections({ ...filePlan, corrections: wanted });
    return { ...file, corrections: doing, corrects: loaded.fileId };
  }

  /** Refuses the workbook as a whole when anything of it does not fit. */
  check(): void {
    const problems: readonly Problem[] = this.files.flatMap((file) => file.problems);
    if (problems.length > 0) refuseCorrections(this.plan.corrections.name, problems);
  }

  async report(runId: number): Promise<CorrectionReport> {
    const counts = await this.store.intake.corrections(runId);
    const rows = (action: string, end?: number): number =>
      counts
        .filter((one) => one.action === action && (end === undefined || one.outcome === end))
        .reduce((total, one) => total + one.rows, 0);
    const { name: workbook, sha256 } = this.plan.corrections;
    const sum = (key: "left" | "repeated"): number =>
      this.files.reduce((total, file) => total + file[key], 0);
    return {
      workbook,
      sha256,
      corrected: rows("corrected"),
      loaded: rows("corrected", outcome.loaded),
      merged: rows("corrected", outcome.merged),
      setAsideAgain: rows("corrected", outcome.setAside),
      dropped: rows("dropped"),
      left: sum("left"),
      repeated: sum("repeated"),
    };
  }
}
