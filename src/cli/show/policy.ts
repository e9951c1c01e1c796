import type { PackReport, PolicyReport } from "../../jobs/check-policy.js";
import type { ComparedPolicies, ShownPart, ShownPolicy } from "../../jobs/show-policy.js";
import { policyWords } from "../../text/policy-words.js";
import { type Lang, tell } from "../../text/tell.js";
import { tableLines } from "../render.js";
import { say } from "./words.js";

/** The law is sound; what changes when; what of it is only assumed, each value with its place. */
export function policyLines({ packs }: PolicyReport, lang: Lang): readonly string[] {
  return packs.flatMap((pack, at) => [...(at === 0 ? [] : [""]), ...packLines(pack, lang)]);
}

function packLines(report: PackReport, lang: Lang): readonly string[] {
  const { region, title, parameters, values, changeDays, covers, proven } = report;
  // Versions may begin long before what the pack covers: only the stretches within it count.
  const inside = changeDays.filter((day) => day > covers.from && day <= covers.to);
  const periods = inside.length + 1;
  return [
    say("policyGood", lang, { region, title, parameters, values, periods }),
    say("policyProven", lang, { ...covers, ...proven }),
    ...(report.agreements > 0 ? [say("policyAgreements", lang, { count: report.agreements })] : []),
    say("policyCalendar", lang, { count: report.calendar.length }),
    ...report.calendar.flatMap(({ day, changes }) => [
      `  ${day}`,
      ...changes.map(({ label, who, left, right }) => {
        const what = who === "" ? label : `${label} · ${who}`;
        return `    ${what}: ${left ?? "–"} → ${right ?? "–"}`;
      }),
    ]),
    say("policyAssumed", lang, { count: report.assumed.length }),
    ...report.assumed.map(valueLine),
    say("policySecondary", lang, { count: report.secondary.length }),
    ...report.secondary.map(valueLine),
  ];
}

function valueLine({ file, line, label, row, text, cite }: PackReport["assumed"][number]): string {
  return `  ${file}:${line} ${[label, row].join(" ").trim()} = ${text} · ${cite}`;
}

/** The law of a day: an overview by care and level, then every rule with its rows and sources. */
export function shownPolicyLines(shown: ShownPolicy, lang: Lang): readonly string[] {
  const { title, day, concerning, overview, parts } = shown;
  const about = concerning === undefined ? "" : ` · ${concerning}`;
  return [
    `${title} · ${day}${about}`,
    ...(overview.length === 0 ? [] : ["", say("overview", lang), ...overviewLines(shown, lang)]),
    ...parts.flatMap((part) => ["", partTitle(part, lang), ...partLines(part, lang)]),
  ];
}

function overviewLines({ overview }: ShownPolicy, lang: Lang): readonly string[] {
  const headers = ["careHeader", "levelHeader", "classHeader"] as const;
  const columns = [
    ...headers.map((header) => ({ header: say(header, lang) })),
    { header: say("deductibleHeader", lang), isNumber: true },
    { header: say("ratioHeader", lang), isNumber: true },
  ];
  const rows = overview.map(({ care, level, classes, deductible, ratio }) => [
    care,
    level,
    classes.length === 0 ? tell(policyWords.all, lang) : classes.join("/"),
    deductible,
    ratio,
  ]);
  return tableLines(columns, rows).map((line) => `  ${line}`);
}

function partTitle({ name, label }: ShownPart, lang: Lang): string {
  if (label !== "") return `【${label}】`;
  const known = policyWords[name as keyof typeof policyWords];
  return `【${known === undefined ? name : tell(known, lang)}】`;
}

function partLines({ rules }: ShownPart, lang: Lang): readonly string[] {
  return rules.flatMap(({ label, form, from, to, rows }) => {
    const days = `${from} … ${to ?? ""}`.trim();
    const [first] = rows;
    const isOne = rows.every((row) => row.cite === first?.cite && row.status === first.status);
    const head = `  ${label}${form === "" ? "" : `(${form})`} · ${days}`;
    const told = rows.map(({ who, value, status, cite, file, line }) => {
      const source = isOne ? "" : ` · ${tell(policyWords[status], lang)} · ${cite}`;
      return `    ${who}: ${value}${source}  ${file}:${line}`;
    });
    const source =
      isOne && first ? [`    ${tell(policyWords[first.status], lang)} · ${first.cite}`] : [];
    return [head, ...told, ...source];
  });
}

/** Two laws side by side, rule by rule. */
export function comparedLines(compared: ComparedPolicies, lang: Lang): readonly string[] {
  const { left, right, differences, same } = compared;
  const columns = [say("ruleHeader", lang), say("caseHeader", lang), left, right];
  const rows = differences.map(({ label, who, left: before, right: after, isSame }) => [
    `${isSame ? "=" : "≠"} ${label}`,
    who,
    before ?? "–",
    after ?? "–",
  ]);
  const count = differences.filter((one) => !one.isSame).length;
  return [
    ...tableLines(
      columns.map((header) => ({ header })),
      rows,
    ),
    say("comparedCount", lang, { count, same }),
  ];
}
