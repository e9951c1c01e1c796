import { outcome } from "../../domain/intake.js";
import { type Problem, problem } from "../../domain/problem.js";
import { lineOf, rowText } from "../../domain/row-number.js";
import type { Row } from "../../io/row.js";
import { asWritten } from "../../io/xlsx-rows.js";
import { type Corrected, type Correction, correctedRow } from "../../migrate/correction.js";
import type { Layout } from "../../migrate/layout.js";
import { checksumOf } from "../../migrate/row-key.js";
import type { RowCorrection, RowVersion } from "../../store/port/intake.js";
import { fieldsOf } from "./set-aside-book.js";

/** What a workbook says about the rows of one file. */
export interface FilePlan {
  readonly sha256: string;
  readonly layout: Layout;
  readonly reading: string;
  readonly workbook: string;
  readonly corrections: ReadonlyMap<number, Correction>;
  /** The newest versions of these rows, where the file is loaded already. */
  readonly versions: ReadonlyMap<number, RowVersion>;
}

/** A row with what a person made of it. */
export interface TakenRow {
  readonly row: Row;
  readonly entry: Omit<RowCorrection, "fileId">;
}

/** The corrections of one file on their way to its rows; every doubt is a problem. */
export class FileCorrections {
  readonly problems: Problem[] = [];
  /** Rows that were left as they are, and those corrected in the same way before. */
  left = 0;
  repeated = 0;
  private readonly met = new Set<number>();
  private readonly byLine = new Map<number, number[]>();

  constructor(private readonly plan: FilePlan) {
    for (const row of [...plan.corrections.keys()].sort((left, right) => left - right)) {
      const line = lineOf(row);
      this.byLine.set(line, [...(this.byLine.get(line) ?? []), row]);
    }
  }

  /** The records of a row that a person has corrected or dropped. */
  take(row: Row): readonly TakenRow[] {
    return (this.byLine.get(row.line) ?? []).flatMap((line) => this.takeRecord(row, line) ?? []);
  }

  private takeRecord(row: Row, line: number): TakenRow | undefined {
    const { corrections, sha256, versions, layout, workbook } = this.plan;
    const correction = corrections.get(line);
    if (correction === undefined) return undefined;
    this.met.add(line);
    if (correction.checksum !== checksumOf(sha256, line, row.text)) {
      this.problems.push(problem("correction-row-differs", correction.place));
      return undefined;
    }
    const version = versions.get(line);
    const fields = version?.correction?.fields ?? fieldsOf(row, layout);
    const corrected = correctedRow(correction, fields, layout.columnNames, asWritten);
    if (corrected.action === "left") {
      if (version?.correction === undefined) this.left += 1;
      else this.repeated += 1;
      return undefined;
    }
    if (this.isRepeated(corrected, version)) {
      this.repeated += 1;
      return undefined;
    }
    if (version !== undefined && version.outcome !== outcome.setAside) {
      this.problems.push(problem("correction-row-loaded", correction.place));
      return undefined;
    }
    return taken(row, line, corrected, { reason: correction.reason, workbook });
  }

  /** Keys of lines that the file does not have. */
  end(): void {
    for (const [line, { place }] of this.plan.corrections) {
      if (this.met.has(line)) continue;
      this.problems.push(problem("correction-key-unknown", place, { found: rowText(line) }));
    }
  }

  /** Whether the row was corrected in just this way, and read as it would be read today. */
  private isRepeated({ action, fields }: Corrected, version: RowVersion | undefined): boolean {
    const before = version?.correction;
    if (version === undefined || before === undefined || before.action !== action) return false;
    if (action === "dropped") return true;
    const isSame = fields.every((field, at) => field === before.fields[at]);
    return isSame && (version.outcome !== outcome.setAside || before.reading === this.plan.reading);
  }
}

function taken(
  row: Row,
  line: number,
  { action, fields, changes }: Corrected,
  why: Pick<RowCorrection, "reason" | "workbook">,
): TakenRow | undefined {
  if (action === "left") return undefined;
  const entry = { line, action, fields, changes, ...why };
  if (action === "dropped") return { row, entry };
  const { offset, length } = row;
  return { row: { line: row.line, offset, length, text: fields.join("\t"), fields }, entry };
}
