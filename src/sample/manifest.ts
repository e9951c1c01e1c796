import { exactText } from "../domain/money.js";
import type { Books } from "./books.js";
import { type SampleFileName, sampleFiles } from "./files.js";

/**
 * The manifest of the delivery: files with their mapping, rows and control totals, and how many
 * rows of each problem the bureau accepts as set aside – exactly those that were spoiled for it.
 */
export function manifestText(question: {
  readonly region: string;
  readonly year: number;
  readonly people: number;
  readonly seed: string;
  readonly books: Books;
}): string {
  const { region, year, people, seed, books } = question;
  return [
    `title: 样例市 ${year} 年 1 月交付(人造数据,${people} 人,种子 ${quoted(seed)})`,
    `region: ${region}`,
    `month: ${year}-01`,
    "agreements: agreements.yaml",
    "files:",
    ...[...books.files.keys()].flatMap((name) => fileLines(name, year, books)),
    ...acceptLines(books),
    "",
  ].join("\n");
}

function fileLines(name: SampleFileName, year: number, books: Books): readonly string[] {
  const { path, layout } = sampleFiles[name];
  const totals = books.files.get(name);
  const money = [...(totals?.money ?? [])].sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    `  - path: ${path}`,
    `    layout: ${layout}`,
    `    rows: ${totals?.rows ?? 0}`,
    ...contributionLines(name, year),
    ...(money.length === 0 ? [] : ["    totals:"]),
    ...money.map(([field, amount]) => `      ${field}: "${exactText(amount)}"`),
  ];
}

/** What everybody of a list had paid for the year, before the schemes became one. */
const CONTRIBUTIONS: Readonly<Partial<Record<SampleFileName, string>>> = {
  ncmsMembers: "150.00",
  ncmsMembersPiped: "150.00",
  urbmiEnrolments: "130.00",
};

function contributionLines(name: SampleFileName, year: number): readonly string[] {
  const amount = CONTRIBUTIONS[name];
  return amount === undefined
    ? []
    : [`    constants: { psn_clct_amt: "${amount}", accrym_begn: ${year}-01 }`];
}

function acceptLines(books: Books): readonly string[] {
  const counts = [...books.expected].sort(([left], [right]) => (left < right ? -1 : 1));
  if (counts.length === 0) return [];
  return ["accept:", ...counts.map(([code, count]) => `  ${code}: ${count}`)];
}

/** The seed as it can stand inside a plain YAML scalar. */
function quoted(seed: string): string {
  return seed.replace(/[^\w-]/g, "_");
}
