import type { CostTotalLine } from "../../jobs/duplicates/duplicate-summary.js";
import type { MigrateReport } from "../../jobs/migrate/report.js";
import type { Lang } from "../../text/tell.js";
import { grouped } from "../render.js";
import { say, table } from "./words.js";

/** Who is enrolled more than once, what the rules decided, and what it costs by county and year. */
export function duplicateLines(report: MigrateReport, lang: Lang): readonly string[] {
  const { duplicates, employees } = report;
  if (duplicates === undefined) return [];
  const { people, undecided, employed: ended, undecidedEmployees, rules, totals, sum } = duplicates;
  const lines: string[] = [];
  if (employees !== undefined) {
    const { rows, residents } = employees;
    const counts = { rows, residents, ended, undecided: undecidedEmployees };
    lines.push(say("employees", lang, { ...counts, others: rows - residents }));
  }
  if (people === 0) return lines;
  lines.push(say("duplicates", lang, { people, undecided, decided: people - undecided }));
  for (const [name, count] of Object.entries(rules)) {
    lines.push(say("duplicateRule", lang, { name, count }));
  }
  return totals.length === 0 ? lines : [...lines, ...costLines(totals, sum, lang)];
}

const AMOUNTS = ["refundAmount", "keptAmount", "subsidyAmount", "recoverAmount"] as const;

function costLines(
  totals: readonly CostTotalLine[],
  sum: CostTotalLine,
  lang: Lang,
): readonly string[] {
  const row = (line: CostTotalLine, place: string, year: string): readonly string[] => {
    return [place, year, ...AMOUNTS.map((key) => grouped(line[key]))];
  };
  const rows = totals.map((line) => row(line, line.admdvs, String(line.year)));
  const all = [...rows, row(sum, say("total", lang), "")];
  const { subsidiesUnknown: count } = sum;
  return [
    say("duplicateCosts", lang),
    ...table(["admdvs", "year", ...AMOUNTS], 2, all, lang),
    ...(count > 0 ? [say("subsidiesUnknown", lang, { count })] : []),
  ];
}
