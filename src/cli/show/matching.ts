import type { MatchingReport, ModelReport } from "../../jobs/match/matching-report.js";
import { costText } from "../../jobs/match/matching-report.js";
import { matchingTexts, shortReasonTexts } from "../../text/matching.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped } from "../render.js";

/** How the records of one person were found, and what the thresholds are expected to cost. */
export function matchingLines(report: MatchingReport, lang: Lang): readonly string[] {
  const { model, byRule, byModel, decisions, mergedPeople } = report;
  const counts = { byRule: grouped(byRule), byModel: grouped(byModel), decisions };
  return [
    ...(model === undefined ? [say("uncompared", lang)] : modelLines(model, lang)),
    say("joined", lang, counts),
    ...mergedPeople.map((one) => say("merged", lang, one)),
    ...waitingLines(report, lang),
  ];
}

function modelLines(model: ModelReport, lang: Lang): readonly string[] {
  const { weights, rows, knownRows, candidates, expected, oversize } = model;
  const { version, sha256 } = weights;
  const origin = say(weights.origin, lang, { rows: grouped(weights.rows) });
  const compared = {
    rows: grouped(rows),
    knownRows: grouped(knownRows),
    pairs: grouped(candidates),
    expected: grouped(expected.toFixed(0)),
  };
  return [
    say("head", lang, { spec: model.spec, origin, version, sha256: sha256.slice(0, 8) }),
    say("compared", lang, compared),
    `  ${costText(model.thresholds, lang)}`,
    ...oversize.map((one) =>
      say("oversize", lang, { ...one, groups: grouped(one.groups), rows: grouped(one.rows) }),
    ),
  ];
}

function waitingLines({ review }: MatchingReport, lang: Lang): readonly string[] {
  const counts = Object.entries(review) as [keyof typeof shortReasonTexts, number][];
  if (counts.length === 0) return [];
  const reasons = counts.map(
    ([reason, pairs]) => `${tell(shortReasonTexts[reason], lang)} ${pairs}`,
  );
  const pairs = counts.reduce((sum, [, count]) => sum + count, 0);
  return [say("waiting", lang, { pairs: grouped(pairs), reasons: reasons.join(" · ") })];
}

function say(name: keyof typeof matchingTexts, lang: Lang, values: Values = {}): string {
  return tell(matchingTexts[name], lang, values);
}
