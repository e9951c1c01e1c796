import { maskText } from "../../domain/mask.js";
import type { Day } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import { asWritten } from "../../io/xlsx-rows.js";
import { pairChecksum } from "../../match/pair-key.js";
import type { ReviewPair } from "../../store/port/decisions.js";
import type { Store } from "../../store/store.js";
import { type Lang, tell } from "../../text/tell.js";
import { type ReturnedPair, shownColumns } from "./read-review.js";
import type { ReturnedDecision } from "./returned-decision.js";

/** How many pairs are looked up at a time. */
const PAGE = 500;

/** Who gives a workbook back, and when. */
export interface GivenBack {
  readonly by: string;
  readonly on: Day;
  /** The language of the workspace's files. */
  readonly lang: Lang;
}

/**
 * Finds the pairs of a queue that came back among those of the database. A key that leads to no
 * pair, or to other records than when it was written, is of another database (or was changed:
 * `review-key-unknown`); a name or number that is not that of the record means that the columns
 * came apart (`review-row-differs`).
 */
export async function resolvePairs(
  store: Store,
  pairs: readonly ReturnedPair[],
  { by, on, lang }: GivenBack,
): Promise<{
  readonly decisions: readonly ReturnedDecision[];
  readonly problems: readonly Problem[];
}> {
  const decisions: ReturnedDecision[] = [];
  const problems: Problem[] = [];
  for (let from = 0; from < pairs.length; from += PAGE) {
    const asked = pairs.slice(from, from + PAGE);
    const found = await store.review.pairsAt(asked.map(({ key }) => key));
    for (const [at, returned] of asked.entries()) {
      const pair = found[at];
      if (pair === undefined || pairChecksum(pair) !== returned.key.checksum) {
        const values = { found: returned.keyText };
        problems.push(problem("review-key-unknown", returned.place, values));
        continue;
      }
      const apart = cameApart(returned, pair, lang);
      problems.push(...apart);
      const { decision: kind, reason, reviewer, replaces, place } = returned;
      if (apart.length > 0 || kind === "later") continue;
      decisions.push({
        ...{ kind, left: pair.left, right: pair.right, reason, origin: "review", place },
        ...{ decidedBy: reviewer || by, decidedOn: on },
        ...(replaces === undefined ? {} : { replaces }),
      });
    }
  }
  const strangers = problems.filter(({ code }) => code === "review-key-unknown");
  const isElsewhere = strangers.length === pairs.length && pairs.length > 1;
  return { decisions, problems: isElsewhere ? [elsewhere(strangers)] : problems };
}

/** Not one key fits: the whole workbook is of another database, and one line says so. */
function elsewhere(strangers: readonly Problem[]): Problem {
  const file = strangers[0]?.place.file ?? "";
  return problem("review-book-elsewhere", { file }, { count: strangers.length });
}

function cameApart(
  { shown, place }: ReturnedPair,
  pair: ReviewPair,
  lang: Lang,
): readonly Problem[] {
  const stated = {
    leftName: pair.left.psnName,
    rightName: pair.right.psnName,
    leftId: pair.left.legacyId,
    rightId: pair.right.legacyId,
  };
  return (["leftName", "rightName", "leftId", "rightId"] as const).flatMap((column) => {
    const found = shown[column];
    const expected = stated[column];
    if (found === undefined || found.trim() === asWritten(expected).trim()) return [];
    const shownAs = tell(shownColumns[column], lang);
    const values = { column: shownAs, found: maskText(found) || "—", expected: maskText(expected) };
    return [problem("review-row-differs", place, values)];
  });
}
