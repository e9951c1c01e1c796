import { fnv1a } from "../../domain/hash.js";
import { type Outcome, outcome } from "../../domain/intake.js";
import { type Problem, problem, setsAside } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import { partOf } from "../../domain/row-number.js";
import type { Row } from "../../io/row.js";
import type { RowCorrection, RowProblem, SetAsideRow, SourceRow } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { Gathered } from "./gather.js";

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
    const { offset, length, text } = row;
    const ends: Outcome = setsAside(problems) ? outcome.setAside : outcome.loaded;
    const lineHash = fnv1a(`${partOf(line) || ""}${text}`);
    this.rows.set(line, { fileId, line, offset, length, lineHash, outcome: ends });
    this.texts.set(line, raw);
    for (const one of problems) this.problems.push({ fileId, line, problem: one });
    if (ends === outcome.setAside) this.setAside.push({ fileId, line, raw });
  }

  /** Notes a row that the same content brought before: all about it is said there. */
  noteRepeatedContent(row: Row, { fileId, line }: Origin): void {
    const { offset, length, text } = row;
    const lineHash = fnv1a(`${partOf(line) || ""}${text}`);
    this.rows.set(line, { fileId, line, offset, length, lineHash, outcome: outcome.merged });
  }

  /** Notes what a person made of a row. */
  noteCorrection(correction: RowCorrection): void {
    this.corrections.push(correction);
  }

  /** Writes the batch and what was gathered from it, as one transaction of the store. */
  async write(store: Store, gathered: Gathered): Promise<void> {
    const { claims, persons, enrolments } = gathered;
    if (claims.length > 0) {
      for (const { row, lineHash } of await store.claims.add(claims)) {
        if (lineHash === this.rows.get(row.line)?.lineHash) this.noteMerged(row);
        else this.noteRepeated(row);
      }
    }
    const { problems, setAside, corrections } = this;
    const rows = [...this.rows.values()];
    await store.intake.addRows({ rows, setAside, problems, persons, enrolments, corrections });
    for (const list of [claims, persons, enrolments]) list.length = 0;
  }

  /** The same line to the letter, delivered once more: nothing has to be decided. */
  private noteMerged({ line }: Origin): void {
    const row = this.rows.get(line);
    if (row !== undefined) this.rows.set(line, { ...row, outcome: outcome.merged });
  }

  private noteRepeated(claim: Origin & { readonly medinsSetlId: string }): void {
    const { fileId, line } = claim;
    const row = this.rows.get(line);
    if (row !== undefined) this.rows.set(line, { ...row, outcome: outcome.setAside });
    const place = { file: this.path, line, field: "medins_setl_id" };
    const found = { found: claim.medinsSetlId };
    this.problems.push({ fileId, line, problem: problem("claim-repeated", place, found) });
    this.setAside.push({ fileId, line, raw: this.texts.get(line) ?? "" });
  }
}
