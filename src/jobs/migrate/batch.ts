import { lineHash } from "../../domain/hash.js";
import { type Outcome, outcome } from "../../domain/intake.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import type { FeeLineRow, VisitRow } from "../../domain/visits.js";
import type { Row } from "../../io/row.js";
import type { RowCorrection, RowProblem, SetAsideRow, SourceRow } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { Gathered } from "./gathered.js";

/** The rows of one batch of a file, on their way into the store. */
export class RowsOfBatch {
  private readonly rows = new Map<number, SourceRow>();
  private readonly texts = new Map<number, string>();
  private readonly problems: RowProblem[] = [];
  private readonly setAside: SetAsideRow[] = [];
  private readonly corrections: RowCorrection[] = [];

  constructor(private readonly path: string) {}

  /**
   * Notes a row with its place, what is wrong with it, and so where it ends for now; `raw` is its
   * text as delivered, which a correction does not change.
   */
  note(row: Row, { fileId, line }: Origin, problems: readonly Problem[], raw = row.text): void {
    const { offset, length } = row;
    const ends: Outcome = setsAside(problems) ? outcome.setAside : outcome.loaded;
    const hash = lineHash(line, raw);
    this.rows.set(line, { fileId, line, offset, length, lineHash: hash, outcome: ends });
    this.texts.set(line, raw);
    for (const one of problems) this.problems.push({ fileId, line, problem: one });
    if (ends === outcome.setAside) this.setAside.push({ fileId, line, raw });
  }

  /** Notes a row that the same content brought before: all about it is said there. */
  noteRepeatedContent(row: Row, { fileId, line }: Origin): void {
    const { offset, length, text } = row;
    const hash = lineHash(line, text);
    const { merged } = outcome;
    this.rows.set(line, { fileId, line, offset, length, lineHash: hash, outcome: merged });
  }

  /** Notes what a person made of a row. */
  noteCorrection(correction: RowCorrection): void {
    this.corrections.push(correction);
  }

  /** Writes the batch and what was gathered from it, as one transaction of the store. */
  async write(store: Store, gathered: Gathered): Promise<void> {
    const { claims, persons, enrolments } = gathered;
    if (claims.length > 0) {
      for (const { row, lineHash: before } of await store.claims.add(claims)) {
        if (before === this.rows.get(row.line)?.lineHash) this.noteMerged(row);
        else this.noteRepeated(row);
      }
    }
    await this.writeVisits(store, gathered);
    const { problems, setAside, corrections } = this;
    const rows = [...this.rows.values()];
    await store.intake.addRows({ rows, setAside, problems, persons, enrolments, corrections });
    for (const list of [claims, persons, enrolments]) list.length = 0;
  }

  /** Visits and fee lines stand once: the same line again is merged, another waits. */
  private async writeVisits(store: Store, { visits, feeLines }: Gathered): Promise<void> {
    const again = [
      ...(visits.length > 0 ? await store.visits.addVisits(visits) : []),
      ...(feeLines.length > 0 ? await store.visits.addFeeLines(feeLines) : []),
    ];
    for (const { row, first, lineHash } of again) {
      const isInBatch = first.fileId === row.fileId && this.rows.has(first.line);
      const before = isInBatch ? this.rows.get(first.line)?.lineHash : lineHash;
      if (before === this.rows.get(row.line)?.lineHash) this.noteMerged(row);
      else this.setAsideLater(row, repeatedProblem(row, this.path));
    }
    visits.length = 0;
    feeLines.length = 0;
  }

  /** The same line to the letter, delivered once more: nothing has to be decided. */
  private noteMerged({ line }: Origin): void {
    const row = this.rows.get(line);
    if (row !== undefined) this.rows.set(line, { ...row, outcome: outcome.merged });
  }

  private noteRepeated(claim: Origin & { readonly medinsSetlId: string }): void {
    const place = { file: this.path, line: claim.line, field: "medins_setl_id" };
    this.setAsideLater(claim, problem("claim-repeated", place, { found: claim.medinsSetlId }));
  }

  private setAsideLater({ fileId, line }: Origin, why: Problem): void {
    const row = this.rows.get(line);
    if (row !== undefined) this.rows.set(line, { ...row, outcome: outcome.setAside });
    this.problems.push({ fileId, line, problem: why });
    this.setAside.push({ fileId, line, raw: this.texts.get(line) ?? "" });
  }
}

function repeatedProblem(row: VisitRow | FeeLineRow, file: string): Problem {
  const isLine = "feedetlSn" in row;
  const field = isLine ? "feedetl_sn" : "mdtrt_id";
  const found = isLine ? `${row.mdtrtId} ${row.feedetlSn}` : row.mdtrtId;
  return problem("record-repeated", { file, line: row.line, field }, { what: field, found });
}
