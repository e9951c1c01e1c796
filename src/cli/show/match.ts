import type { MatchReport } from "../../jobs/match/match-files.js";
import type { TrainReport } from "../../jobs/match/train-weights.js";
import { matchTexts } from "../../text/match.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";

/** What was matched, the three outcomes with what they are expected to cost, and the files. */
export function matchLines(report: MatchReport, lang: Lang): readonly string[] {
  const { oversize, written, floor, joined, files } = report;
  const [pairsFile = "", clustersFile = ""] = files;
  return [
    ...comparedLines(report, lang),
    ...outcomeTable(report, lang),
    ...oversize.map(({ key, groups, rows: count }) =>
      say("oversize", lang, { key, groups: grouped(groups), rows: grouped(count) }),
    ),
    say("written", lang, { floor, pairs: grouped(written), file: pairsFile }),
    ...(joined === undefined
      ? []
      : [
          say("clusters", lang, {
            people: grouped(joined.people),
            shared: grouped(joined.shared),
            file: clustersFile,
          }),
          ...(joined.refused === 0
            ? []
            : [say("refused", lang, { count: grouped(joined.refused) })]),
        ]),
  ];
}

/** What was learnt, the outcomes by it, and what it changes. */
export function trainLines(report: TrainReport, lang: Lang): readonly string[] {
  const { version, file, changes } = report;
  const changed = changes.map(({ before, now, pairs }) => {
    const names = { before: say(before, lang), now: say(now, lang) };
    return `  ${say("change", lang, { ...names, pairs: grouped(pairs) })}`;
  });
  const compared =
    changed.length > 0 ? [say("changes", lang), ...changed] : [say("unchanged", lang)];
  return [
    ...comparedLines(report, lang),
    ...outcomeTable(report, lang),
    say("trained", lang, { version, file }),
    ...(version === 1 ? [] : compared),
  ];
}

type Compared = Pick<
  MatchReport,
  "rows" | "fields" | "candidates" | "expected" | "rounds" | "weights"
>;

function comparedLines(report: Compared, lang: Lang): readonly string[] {
  const { rows, candidates, expected, rounds, weights } = report;
  const pairs = grouped(candidates);
  const counts = { pairs, expected: grouped(expected.toFixed(0)), rounds };
  return [
    say("lists", lang, { rows: rows.map(grouped).join(" + ") }),
    ...fieldLines(report, lang),
    ...(weights === undefined ? [] : [say("given", lang, { version: weights })]),
    say(weights === undefined ? "candidates" : "comparedOnly", lang, counts),
  ];
}

/** Which columns were taken for what, and what no list has: nothing is left out in silence. */
function fieldLines({ fields }: Compared, lang: Lang): readonly string[] {
  const told = fields.flatMap(({ field, columns }) => {
    const names = [...new Set(columns)].map((name) => (name === "" ? "—" : name));
    return columns.every((name) => name === "") ? [] : [`${field} = ${names.join(" / ")}`];
  });
  const absent = fields.filter(({ columns }) => columns.every((name) => name === ""));
  return [
    say("fields", lang, { fields: told.join(", ") }),
    ...(absent.length === 0
      ? []
      : [say("absent", lang, { fields: absent.map(({ field }) => field).join(", ") })]),
  ];
}

function outcomeTable(
  { thresholds, candidates }: Pick<MatchReport, "thresholds" | "candidates">,
  lang: Lang,
): readonly string[] {
  const { same, review, samePairs, reviewPairs, missedPairs } = thresholds;
  const columns = [
    { header: say("outcome", lang) },
    { header: say("from", lang), isNumber: true },
    { header: say("pairs", lang), isNumber: true },
    { header: say("cost", lang) },
  ];
  const wrong = say("wrong", lang, { share: thresholds.wrongPer10000.toFixed(2) });
  const missed = say("missed", lang, {
    pairs: grouped(missedPairs.toFixed(1)),
    share: thresholds.missedPer10000.toFixed(1),
  });
  const rows = [
    [say("same", lang), samePairs === 0 ? "" : same.toFixed(6), grouped(samePairs), wrong],
    [say("review", lang), reviewPairs === 0 ? "" : review.toFixed(6), grouped(reviewPairs)],
    [say("different", lang), "", grouped(candidates - samePairs - reviewPairs), missed],
  ];
  if (reviewPairs > 0) rows[1]?.push(say("look", lang));
  return tableLines(columns, rows).map((line) => `  ${line}`);
}

function say(name: keyof typeof matchTexts, lang: Lang, values: Values = {}): string {
  return tell(matchTexts[name], lang, values);
}
