import { join, relative } from "node:path";
import { differenceOf } from "../../domain/amounts.js";
import { add, fromFen, type Yuan, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { tellProblem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { StoredInsured } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import { correctionHeader, correctionWords } from "../../text/corrections.js";
import type { Job } from "../job.js";
import type { CorrectedPerson, CorrectionReason } from "./correct-person.js";
import { inForce } from "./posted-claim.js";

const NOTHING = fromFen(0);

/** What a correction came to: a line for each claim, and the sums. */
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
  ) {}

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(person: StoredInsured, { corrections, unready }: CorrectedPerson): void {
    const { lang } = this.job.workspace;
    if (corrections.length > 0) this.people += 1;
    for (const { historic, before, computed, reason } of corrections) {
      const more = differenceOf(before, computed);
      this.claims += 1;
      this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
      this.difference = summed(this.difference, more);
      const { claim } = historic;
      const sums = [before.fundPaySumamt, computed.fundPaySumamt, more.fundPaySumamt];
      const rest = [more.actPayDedc, more.hifpPay, more.hifmiPay, more.mafPay, more.othPay];
      this.rows.push([
        ...[claim.medinsSetlId, claim.psnNo, person.psnName, inForce(historic).month],
        correctionWords[reason][lang],
        ...[...sums, ...rest, more.psnPartAmt].map(yuanText),
      ]);
    }
    for (const { historic, problems } of unready) {
      this.unready += 1;
      const { claim } = historic;
      const words = problems.map((one) => tellProblem(one, lang).trim()).join(";");
      const who = [claim.medinsSetlId, claim.psnNo, person.psnName, inForce(historic).month];
      this.rows.push([...who, words]);
    }
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
