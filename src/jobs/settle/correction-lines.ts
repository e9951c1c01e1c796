import { join, relative } from "node:path";
import { differenceOf } from "../../domain/amounts.js";
import { add, fromFen, type Yuan, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { tellProblem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { HistoricClaim, StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import { correctionHeader } from "../../text/corrections.js";
import type { Job } from "../job.js";
import type { CorrectedPerson } from "./correct-person.js";
import { type CorrectionReason, reasonWords, storedReason } from "./correction-reason.js";
import { inForce } from "./posted-claim.js";

const NOTHING = fromFen(0);

/** A claim as it was posted in a month, and as it is now. */
interface Line {
  readonly person: StoredInsured;
  readonly claim: StoredClaim;
  readonly month: Month;
  readonly reason: string;
  readonly before: Amounts;
  readonly after: Amounts;
}

/**
 * What a correction came to: a line for each claim, and the sums. The lines are those of the month:
 * what earlier runs corrected in it is told again, so that the last list is the whole one.
 */
export class CorrectionLines {
  claims = 0;
  people = 0;
  unready = 0;
  readonly reasons = new Map<CorrectionReason, number>();
  difference: Readonly<Record<keyof Amounts, Yuan>> = {
    ...{ actPayDedc: NOTHING, hifpPay: NOTHING, hifmiPay: NOTHING, mafPay: NOTHING },
    ...{ othPay: NOTHING, fundPaySumamt: NOTHING, psnPartAmt: NOTHING },
  };
  private readonly rows: (readonly string[])[] = [];

  constructor(
    private readonly job: Job,
    private readonly month: Month,
    /** What the clerk wrote about a window claim. */
    private readonly why: string | undefined,
  ) {}

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(
    person: StoredInsured,
    history: readonly HistoricClaim[],
    { corrections, unready }: CorrectedPerson,
  ): void {
    const { lang } = this.job.workspace;
    for (const one of history) this.tellAgain(person, one);
    if (corrections.length > 0) this.people += 1;
    for (const { historic, before, computed, reason } of corrections) {
      this.claims += 1;
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
      this.difference = summed(this.difference, differenceOf(before, computed));
      const line = { person, claim: historic.claim, month: inForce(historic).month };
      this.tell({ ...line, reason: storedReason(reason, this.why), before, after: computed });
    }
    for (const { historic, problems } of unready) {
      this.unready += 1;
      const { claim } = historic;
      const words = problems.map((one) => tellProblem(one, lang).trim()).join(";");
      const who = [claim.medinsSetlId, claim.psnNo, person.psnName, inForce(historic).month];
      this.rows.push([...who, words]);
    }
  }

  /** What was corrected in this month before, each time against what was in force until then. */
  private tellAgain(person: StoredInsured, { claim, entries }: HistoricClaim): void {
    for (const [place, { kind, month, reason, posted }] of entries.entries()) {
      if (kind !== "corrected" || month !== this.month) continue;
      const old = entries.slice(0, place).findLast((one) => one.kind !== "reversal");
      if (old === undefined) continue;
      this.tell({ person, claim, month: old.month, reason, before: old.posted, after: posted });
    }
  }

  private tell({ person, claim, month, reason, before, after }: Line): void {
    const more = differenceOf(before, after);
    const sums = [before.fundPaySumamt, after.fundPaySumamt, more.fundPaySumamt];
    const rest = [more.actPayDedc, more.hifpPay, more.hifmiPay, more.mafPay, more.othPay];
    this.rows.push([
      ...[claim.medinsSetlId, claim.psnNo, person.psnName, month],
      reasonWords(reason, this.job.workspace.lang),
      ...[...sums, ...rest, more.psnPartAmt].map(yuanText),
    ]);
  }

  /** Writes the lines: names of people, so for the owner only. */
  async write(): Promise<RunOutput> {
    const { output, root, lang } = this.job.workspace;
    const path = join(output, "private", `corrections-${this.month}.csv`);
    const rows = [correctionHeader[lang], ...this.rows];
    const content = csvPieces(rows, { bom: true, textColumns: new Set([0, 1, 2, 4]) });
    await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
    return { path: relative(root, path), sha256: await sha256Of(path), isPrivate: true };
  }
}

function summed(
  sums: CorrectionLines["difference"],
  more: CorrectionLines["difference"],
): CorrectionLines["difference"] {
  const fields = Object.keys(sums) as (keyof Amounts)[];
  const added = fields.map((field) => [field, add(sums[field], more[field])] as const);
  return Object.fromEntries(added) as CorrectionLines["difference"];
}
