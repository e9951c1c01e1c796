import type { ExplainReport } from "../../jobs/match/explain-pair.js";
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
    [say("sum", lang), "", signed(report.weight)],
  ];
  return [
    verdict,
    ...(isCandidate ? [] : [say("unbrought", lang)]),
    ...tableLines(columns, rows).map((line) => `  ${line}`),
  ];
}

function priorRow({ prior, nearBy }: ExplainReport, lang: Lang): readonly string[] {
  const fields = nearBy.join(" + ");
  const where = fields === "" ? say("stranger", lang) : say("near", lang, { fields });
  const share = 1 / (1 + 2 ** -prior);
  const meaning = say("priorMeaning", lang, { share: share.toPrecision(2) });
  return [say("nearness", lang), where, signed(prior), meaning];
}

function stepRow(step: Step, lang: Lang): readonly string[] {
  return [step.field, foundText(step, lang), signed(step.weight), meaningOf(step, lang)];
}
