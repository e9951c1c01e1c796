import type { ExplainReport } from "../../jobs/match/explain-pair.js";
import type { PeopleReport } from "../../jobs/match/explain-people.js";
import { foundText, meaningOf, sayMatch as say, signed } from "../../jobs/match/step-words.js";
import type { Lang } from "../../text/tell.js";
import { tableLines } from "../render.js";

type Step = ExplainReport["steps"][number];

/** Why two rows are one person or not: the verdict, then what every field says, in words. */
export function explainPairLines(report: ExplainReport, lang: Lang): readonly string[] {
  const { left, right, outcome, probability, same, review, isCandidate } = report;
  const verdict = say("verdict", lang, {
    left,
    right,
    outcome: say(outcome, lang),
    probability: probability.toFixed(9),
    same: same.toFixed(6),
    review: review.toFixed(6),
  });
  const names = ["what", "finding", "weight", "meaning"] as const;
  const columns = names.map((name) => ({ header: say(name, lang), isNumber: name === "weight" }));
  const rows = [
    priorRow(report, lang),
    ...report.steps.map((step) => stepRow(step, lang)),
    ...togetherRow(report, lang),
    [say("sum", lang), "", signed(report.weight)],
  ];
  return [
    verdict,
    ...(isCandidate ? [] : [say("unbrought", lang)]),
    ...tableLines(columns, rows).map((line) => `  ${line}`),
  ];
}

/** The same of two people of the database: the two records first, and what was decided. */
export function explainPeopleLines(report: PeopleReport, lang: Lang): readonly string[] {
  const { records, decided, isMasked } = report;
  const shown = records.map(({ facts, ...record }) => {
    const values = Object.values(facts).filter((value) => value !== "");
    return say("record", lang, { ...record, facts: values.join(" ") });
  });
  return [
    ...shown,
    ...(isMasked ? [say("recordsMasked", lang)] : []),
    ...(decided === undefined ? [] : [say("decided", lang, { outcome: say(decided, lang) })]),
    ...explainPairLines(report, lang),
  ];
}

function priorRow({ prior, nearBy, apartBy }: ExplainReport, lang: Lang): readonly string[] {
  const parts = [
    ...(nearBy.length === 0 ? [] : [say("near", lang, { fields: nearBy.join(" + ") })]),
    ...(apartBy.length === 0 ? [] : [say("apart", lang, { fields: apartBy.join(" + ") })]),
  ];
  const where = parts.length === 0 ? say("stranger", lang) : parts.join(say("and", lang));
  const share = 1 / (1 + 2 ** -prior);
  const meaning = say("priorMeaning", lang, { share: share.toPrecision(2) });
  return [say("nearness", lang), where, signed(prior), meaning];
}

/** Shown only where something comes together. */
function togetherRow({ together }: ExplainReport, lang: Lang): readonly (readonly string[])[] {
  if (Math.abs(together) < 0.05) return [];
  const row = [say("together", lang), "", signed(together), say("togetherMeaning", lang)];
  return [row];
}

function stepRow(step: Step, lang: Lang): readonly string[] {
  return [step.field, foundText(step, lang), signed(step.weight), meaningOf(step, lang)];
}
