import { tellProblem } from "../../domain/problem.js";
import type { TrialReport } from "../../jobs/try-policy.js";
import { type Lang, tell } from "../../text/tell.js";
import { trialScreen } from "../../text/trials.js";
import { grouped, tableLines } from "../render.js";

const paid = ["actPayDedc", "hifpPay", "hifmiPay", "mafPay", "othPay", "psnPartAmt"] as const;

/** What worked examples came to, bill by bill, and where they say something else. */
export function trialLines(report: TrialReport, withSteps: boolean, lang: Lang): readonly string[] {
  const { title, trials, values, problems } = report;
  const bills = trials.reduce((count, one) => count + one.bills.length, 0);
  const asked = trials.flatMap(({ name, asked: found }) =>
    found.map(({ field, value }) =>
      tell(trialScreen.asked, lang, { name, found: `${field} ${value}` }),
    ),
  );
  return [
    tell(trialScreen.head, lang, { title, trials: trials.length, bills }),
    ...(bills > 0 ? billTable(report, lang) : []),
    ...asked.map((line) => `  ${line}`),
    ...(withSteps ? stepLines(report) : []),
    ...verdict(values, problems, lang),
  ];
}

function billTable({ trials }: TrialReport, lang: Lang): readonly string[] {
  const columns = trialScreen.columns[lang].map((header, at) => ({ header, isNumber: at > 2 }));
  const rows = trials.flatMap(({ name, bills }) =>
    bills.map(({ day, level, medfeeSumamt, inscpScpAmt, amounts }, at) => [
      ...[at === 0 ? name : "", day, level],
      ...[medfeeSumamt, inscpScpAmt, ...paid.map((field) => amounts[field])].map(grouped),
    ]),
  );
  return tableLines(columns, rows).map((line) => `  ${line}`);
}

function stepLines({ trials }: TrialReport): readonly string[] {
  return trials.flatMap(({ name, cite, bills }) =>
    bills.flatMap(({ day, lines }) => [
      "",
      [name, day, cite].filter((word) => word !== "").join(" · "),
      ...lines.map((line) => `  ${line}`),
    ]),
  );
}

function verdict(values: number, problems: TrialReport["problems"], lang: Lang): readonly string[] {
  if (problems.length > 0) {
    const told = problems.map((one) => `  ${tellProblem(one, lang)}`);
    return [tell(trialScreen.wrong, lang, { values, count: problems.length }), ...told];
  }
  const verdictText = values === 0 ? trialScreen.nothingStated : trialScreen.held;
  return [tell(verdictText, lang, { values })];
}
