import type { PolicyReport } from "../../jobs/check-policy.js";
import type { Lang } from "../../text/tell.js";
import { say } from "./words.js";

/** The law is sound; what of it is only assumed, each value with its place and reason. */
export function policyLines(report: PolicyReport, lang: Lang): readonly string[] {
  const { region, parameters, values, changeDays, assumed } = report;
  const periods = changeDays.length;
  return [
    say("policyGood", lang, { region, parameters, values, periods }),
    say("policyAssumed", lang, { count: assumed.length }),
    ...assumed.map(
      ({ file, line, label, row, text, cite }) =>
        `  ${file}:${line} ${[label, row].join(" ").trim()} = ${text} · ${cite}`,
    ),
  ];
}
