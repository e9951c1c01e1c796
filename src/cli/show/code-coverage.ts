import { proposalText } from "../../jobs/migrate/missing-codes.js";
import type { MigrateReport } from "../../jobs/migrate/report.js";
import { coverageTexts } from "../../text/coverage.js";
import { type Lang, tell, type Values } from "../../text/tell.js";
import { grouped, tableLines } from "../render.js";

/** How many codes the screen lists; all of them stand in the JSON and in the lists to fill in. */
const MOST_LINES = 20;

/** The old codes that no crosswalk has, with a proposal for each; one line when there are none. */
export function coverageLines({ codes: tables }: MigrateReport, lang: Lang): readonly string[] {
  if (tables.length === 0) return [];
  const say = (name: keyof typeof coverageTexts, values: Values = {}): string =>
    tell(coverageTexts[name], lang, values);
  const found = tables.flatMap(({ table, codes }) => codes.map((one) => ({ table, one })));
  if (found.length === 0) return [say("covered", { tables: tables.length })];
  const shown = found.slice(0, MOST_LINES).map(({ table, one }) => {
    const { code, count, places } = one;
    return [table, code, grouped(count), places.join(" "), proposalText(one, lang)];
  });
  const headers = ["table", "code", "rows", "places", "proposal"] as const;
  const columns = headers.map((name) => ({ header: say(name), isNumber: name === "rows" }));
  const left = tables.map(({ table, codes, others }) => {
    const listed = found.slice(0, MOST_LINES).filter((one) => one.table === table);
    const unlisted = codes.slice(listed.length).reduce((rows, { count }) => rows + count, others);
    return unlisted === 0 ? "" : say("others", { table, rows: grouped(unlisted) });
  });
  return [
    say("head"),
    ...tableLines(columns, shown).map((line) => `  ${line}`),
    ...left.filter((line) => line !== ""),
  ];
}
