import { join, relative } from "node:path";
import { subtract, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { SuspectCause } from "../../settle/suspect-cause.js";
import type { Difference } from "../../settle/window.js";
import type { StoredClaim } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import { amountName } from "../../text/amount-words.js";
import { causeWords, comparedHeader } from "../../text/compared.js";
import type { Job } from "../job.js";

/** A window claim that differs from the law. */
export interface Compared {
  readonly claim: StoredClaim;
  readonly psnName: string;
  readonly cause: SuspectCause;
  readonly differences: readonly Difference[];
}

/** The list of a comparison: a line for each amount that differs. */
export class ComparedLines {
  private readonly rows: (readonly string[])[] = [];

  constructor(
    private readonly job: Job,
    private readonly month: Month,
  ) {}

  add({ claim, psnName, cause, differences }: Compared): void {
    const { lang } = this.job.workspace;
    for (const { field, paid, computed } of differences) {
      const amounts = [paid, computed, subtract(paid, computed)].map(yuanText);
      const who = [claim.medinsSetlId, claim.fixmedinsCode, claim.psnNo, psnName];
      this.rows.push([...who, causeWords[cause][lang], amountName(field, lang), ...amounts]);
    }
  }

  async write(): Promise<RunOutput> {
    const { output, root, lang } = this.job.workspace;
    const path = join(output, "private", `compared-${this.month}.csv`);
    const rows = [comparedHeader[lang], ...this.rows];
    const content = csvPieces(rows, { bom: true, textColumns: new Set([0, 1, 2, 3, 4, 5]) });
    await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
    return { path: relative(root, path), sha256: await sha256Of(path), isPrivate: true };
  }
}
