import type { SimulateReport } from "../../jobs/settle/simulate.js";
import type { GroupTotals } from "../../jobs/settle/simulation.js";
import { simulationScreen } from "../../text/simulation.js";
import { type Lang, tell } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";

/** Who gains and who loses under another law, and what the funds would have paid. */
export function simulateLines(report: SimulateReport, lang: Lang): readonly string[] {
  const { policy, year, people, claims, gaining, losing } = report;
  const unready = Object.values(report.unready).reduce((count, one) => count + one, 0);
  const layers = report.layers.map(({ field, posted, before, after, difference }) => [
    tell(simulationScreen.fields[field], lang),
    ...[posted, before, after, difference].map(grouped),
  ]);
  return [
    tell(simulationScreen.head, lang, { year, policy, claims, people }),
    tell(simulationScreen.balance, lang, { gaining, losing, same: people - gaining - losing }),
    ...tableOf(simulationScreen.layers[lang], layers),
    ...tableOf(simulationScreen.classes[lang], groupRows(report.classes)),
    ...tableOf(simulationScreen.levels[lang], groupRows(report.levels)),
    ...(unready > 0 ? [tell(simulationScreen.unready, lang, { count: unready })] : []),
    tell(simulationScreen.nothing, lang),
  ];
}

function groupRows(groups: readonly GroupTotals[]): readonly (readonly string[])[] {
  return groups.map(({ label, count, gaining, losing, before, after, difference }) => [
    label,
    ...[String(count), String(gaining), String(losing), before, after, difference].map(grouped),
  ]);
}

function tableOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const columns = headers.map((header, at) => ({ header, isNumber: at > 0 }));
  return tableLines(columns, rows).map((line) => `  ${line}`);
}
